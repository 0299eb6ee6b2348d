/** The organisation's policy from where each system keeps it: on a real disk, in the registry, in managed preferences. */

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FactUnavailable } from '../../../electron/core/facts/fact.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { importanceKey, type Policy, settingOf } from '../../../electron/core/policy/policy.ts';
import { originText } from '../../../electron/core/policy/source-tree.ts';
import { loadPolicy, managedPolicy } from '../../../electron/engine/run/effective-policy.ts';
import { storeSetting } from '../../../electron/engine/storage/settings-store.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import type {
  CommandResult,
  MachinePort,
  Operation,
  OwnedFile,
  Result,
} from '../../../electron/platform/machine/machine.ts';

const told = ({ faults = [] }: Policy): readonly string[] =>
  faults.map(({ origin, message }) => `${originText(origin)}: ${english(message)}`);
const importance = (policy: Policy, id: string) => settingOf(policy, id, 'importance', importanceKey());

/** A machine that answers from a function; what it does not answer is not there. */
const machine = (platform: 'linux' | 'darwin' | 'win32', answer: (operation: Operation) => unknown): MachinePort => ({
  host: {
    platform,
    arch: 'x64',
    kernel: '',
    home: platform === 'win32' ? 'C:\\Users\\user' : '/Users/user',
    variables: { SystemRoot: 'C:\\Windows' },
    utcOffsetMinutes: 0,
  },
  read: async <O extends Operation>(operation: O) => answer(operation) as Result<O> | undefined,
});

describe('Linux', () => {
  const yaml = 'schema: greenroom.policy/1\nchecks:\n  load:\n    importance: required\n';
  const steps = (last: object = {}, folder: object = {}): OwnedFile['steps'] => [
    { path: '/', kind: 'folder', uid: 0, mode: 0o755 },
    { path: '/etc', kind: 'folder', uid: 0, mode: 0o755 },
    { path: '/etc/greenroom', kind: 'folder', uid: 0, mode: 0o755, ...folder },
    { path: '/etc/greenroom/policy.yaml', kind: 'file', uid: 0, mode: 0o644, ...last },
  ];
  const linux = (owned: Readonly<Record<string, OwnedFile>>) =>
    machine('linux', (operation) => (operation.op === 'readOwned' ? owned[operation.path] : undefined));
  const withSteps = (some: OwnedFile['steps']) => linux({ '/etc/greenroom/policy.yaml': { text: yaml, steps: some } });

  it('a file that is root’s alone holds, and each value says where it stands', async () => {
    const policy = await managedPolicy(withSteps(steps()));
    expect(told(policy)).toEqual([]);
    expect(importance(policy, 'load')).toEqual({
      value: 'required',
      layer: 'enforced',
      source: '/etc/greenroom/policy.yaml:4:17',
    });
  });

  it.each<[string, OwnedFile['steps'], RegExp]>([
    ['a file of somebody else', steps({ uid: 1000 }), /policy\.yaml doesn’t belong to root/],
    ['a file that a group may write', steps({ mode: 0o664 }), /policy\.yaml can be written by others/],
    ['a file that everybody may write', steps({ mode: 0o646 }), /policy\.yaml can be written by others/],
    ['a link', steps({ kind: 'link' }), /policy\.yaml is a link/],
    ['a pipe', steps({ kind: 'other' }), /neither a file nor a folder/],
    ['a folder of somebody else', steps({}, { uid: 1000 }), /\/etc\/greenroom doesn’t belong to root/],
    ['a folder that everybody may write', steps({}, { mode: 0o1777 }), /\/etc\/greenroom can be written/],
    ['a folder that is a link', steps({}, { kind: 'link' }), /\/etc\/greenroom is a link/],
  ])('%s is not used, and that is said', async (_what, some, message) => {
    const policy = await managedPolicy(withSteps(some));
    expect(importance(policy, 'load').layer).toBe('default');
    expect(told(policy).join()).toMatch(message);
    expect(policy.faults?.[0]?.decides).toBe(true);
  });

  it('of two files the YAML one holds value by value, and the second is named', async () => {
    const json = JSON.stringify({
      schema: 'greenroom.policy/1',
      checks: { load: { importance: 'off' }, power: { importance: 'off' } },
    });
    const policy = await managedPolicy(
      linux({
        '/etc/greenroom/policy.yaml': { text: yaml, steps: steps() },
        '/etc/greenroom/policy.json': { text: json, steps: steps({ path: '/etc/greenroom/policy.json' }) },
      }),
    );
    expect(importance(policy, 'load').value).toBe('required');
    expect(importance(policy, 'power').value).toBe('off');
    expect(told(policy)).toEqual([expect.stringMatching(/^\/etc\/greenroom\/policy\.json: there is .*policy\.yaml/)]);
  });

  it('what is wrong in it is named by line, and everything else holds', async () => {
    const text = `${yaml}  power:\n    importence: required\n  firewall:\n    importance: sometimes\nrecommended:\n  checks:\n    wifi:\n      importance: off\n`;
    const policy = await managedPolicy(linux({ '/etc/greenroom/policy.yaml': { text, steps: steps() } }));
    expect(importance(policy, 'load').value).toBe('required');
    expect(told(policy)).toEqual([
      expect.stringMatching(
        /policy\.yaml:6:5: the check “power” has no setting “importence”\. Did you mean “importance”\?/,
      ),
      expect.stringMatching(
        /policy\.yaml:8:17: “firewall\.importance” must be one of required, advised, off; here stands “sometimes”/,
      ),
    ]);
    expect(importance(policy, 'wifi')).toMatchObject({ value: 'off', layer: 'recommended' });
    // What was meant to be fixed is not left to the person because it was mistyped.
    expect(importance(policy, 'firewall').layer).toBe('enforced');
  });

  describe('on a real disk', () => {
    let root = '';
    const file = () => path.join(root, 'etc/greenroom/policy.yaml');
    beforeEach(() => {
      root = mkdtempSync(path.join(tmpdir(), 'greenroom-policy-'));
      chmodSync(root, 0o755);
      mkdirSync(path.join(root, 'etc/greenroom'), { recursive: true, mode: 0o755 });
      writeFileSync(file(), yaml, { mode: 0o644 });
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));
    const read = () => managedPolicy(localMachine({ root, host: { platform: 'linux' } }));
    it.skipIf(process.platform === 'win32')('a link to a good file is no good file', async () => {
      writeFileSync(path.join(root, 'other.yaml'), yaml);
      rmSync(file());
      symlinkSync(path.join(root, 'other.yaml'), file());
      expect(told(await read()).join()).toMatch(/is a link/);
    });
    it.skipIf(process.platform === 'win32')('a link to nothing is told too', async () => {
      rmSync(file());
      symlinkSync('/nowhere/policy.yaml', file());
      expect(told(await read()).join()).toMatch(/is a link/);
    });
    it('no file is no policy', async () => {
      rmSync(file());
      expect(await read()).toMatchObject({ source: null, digest: null, faults: [] });
    });
    it('what a person has set is below what the organisation has', async () => {
      await storeSetting(root, 'power', 'importance', 'off');
      const { policy } = await loadPolicy(localMachine({ root, host: { platform: 'linux' } }), root);
      expect(importance(policy, 'power')).toEqual({ value: 'off', layer: 'user' });
    });
  });
});

describe('Windows', () => {
  const key = 'Software\\Policies\\Greenroom';
  const printed = (stdout: string, code = 0): CommandResult => ({ code, stdout, stderr: '' });
  const absent = printed('\r\n', 1);
  const windows = (hklm: CommandResult, hkcu: CommandResult, powershell?: string) => {
    const asked: string[] = [];
    const port = machine('win32', (operation) => {
      if (operation.op !== 'run') return undefined;
      asked.push([operation.program, ...operation.args].join(' '));
      if (operation.program.endsWith('powershell.exe'))
        return powershell === undefined ? undefined : printed(powershell);
      return operation.args[1]?.startsWith('HKLM') ? hklm : hkcu;
    });
    return { port, asked };
  };
  const hklm = [
    '',
    `HKEY_LOCAL_MACHINE\\${key}\\checks\\load`,
    '    importance    REG_SZ    required',
    '',
    `HKEY_LOCAL_MACHINE\\${key}\\Checks\\meeting-apps`,
    '    allowedApps    REG_MULTI_SZ    zoom\\0teams',
    '    graceDays    REG_DWORD    0x1e',
    '',
    `HKEY_LOCAL_MACHINE\\${key}\\checks\\meeting-apps\\allowedVersions`,
    '    zoom    REG_SZ    >=6.0.2 <8',
    '',
    `HKEY_LOCAL_MACHINE\\${key}\\Recommended\\settings\\checking`,
    '    deadlineSeconds    REG_DWORD    0x14',
    '',
  ].join('\r\n');
  const hkcu = [
    `HKEY_CURRENT_USER\\${key}\\checks\\load`,
    '    importance    REG_SZ    off',
    `HKEY_CURRENT_USER\\${key}\\checks\\power`,
    '    importance    REG_SZ    off',
  ].join('\r\n');

  it('the computer’s policy wins over the account’s, value by value', async () => {
    const { port, asked } = windows(printed(hklm), printed(hkcu));
    const policy = await managedPolicy(port);
    expect(told(policy)).toEqual([]);
    expect(importance(policy, 'load')).toEqual({
      value: 'required',
      layer: 'enforced',
      source: `HKLM\\${key}\\checks\\load\\importance`,
    });
    expect(importance(policy, 'power').value).toBe('off');
    expect(policy.layers.enforced?.['meeting-apps']).toEqual({
      allowedApps: ['zoom', 'teams'],
      graceDays: 30,
      allowedVersions: { zoom: '>=6.0.2 <8' },
    });
    expect(policy.layers.recommended).toEqual({ checking: { deadlineSeconds: 20 } });
    expect(asked).toEqual([
      `C:\\Windows\\System32\\reg.exe query HKLM\\${key} /s /reg:64`,
      `C:\\Windows\\System32\\reg.exe query HKCU\\${key} /s /reg:64`,
    ]);
  });

  it('without a key there is no policy, and no second program is started', async () => {
    const { port, asked } = windows(absent, absent);
    expect((await managedPolicy(port)).source).toBeNull();
    expect(asked).toHaveLength(2);
  });

  it('letters that reg.exe cannot print come from PowerShell', async () => {
    const words = `HKEY_LOCAL_MACHINE\\${key}\\settings\\help-desk\\words`;
    const garbled = printed(`${words}\r\n    fr    REG_SZ    Besoin d\u0027aide\ufffd? Appelez le 4711\r\n`);
    const exact = `${JSON.stringify({ key: words, name: 'fr', data: 'Besoin d’aide ? Appelez le 4711' })}\r\nend\r\n`;
    const whole = await managedPolicy(windows(garbled, absent, exact).port);
    expect(whole.layers.enforced).toEqual({ 'help-desk': { words: { fr: 'Besoin d’aide ? Appelez le 4711' } } });
    expect(told(whole)).toEqual([]);
    const blocked = await managedPolicy(windows(garbled, absent).port);
    expect(told(blocked).join()).toMatch(/some letters couldn’t be read/);
    expect(blocked.faults?.map(({ decides }) => decides)).toEqual([false]);
  });

  it('a value of a kind that no policy has, and one of the wrong type, are named by their key', async () => {
    const odd = [
      `HKEY_LOCAL_MACHINE\\${key}\\checks\\load`,
      '    importance    REG_BINARY    00',
      `HKEY_LOCAL_MACHINE\\${key}\\checks\\meeting-apps`,
      '    graceDays    REG_SZ    30',
    ].join('\r\n');
    expect(told(await managedPolicy(windows(printed(odd), absent).port))).toEqual([
      expect.stringContaining(`${key}\\checks\\load\\importance: a policy uses only REG_SZ`),
      expect.stringContaining(
        `HKLM\\${key}\\checks\\meeting-apps\\graceDays: “meeting-apps.graceDays” must be a whole number`,
      ),
    ]);
  });

  it('a registry that cannot be read is a fault, not the absence of a policy', async () => {
    const port = machine('win32', () => {
      throw new FactUnavailable('denied', asMessage('This account may not run reg.exe.'));
    });
    const policy = await managedPolicy(port);
    expect(policy.source).not.toBeNull();
    expect(policy.faults).toHaveLength(2);
  });
});

describe('macOS', () => {
  const folder = '/Library/Managed Preferences';
  const name = 'org.greenroom.Greenroom.plist';
  const plist = (inner: string) =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${inner}</dict></plist>`).toString(
      'base64',
    );
  const mac = (files: Readonly<Record<string, string>>) =>
    machine('darwin', (operation) => (operation.op === 'readBytes' ? files[operation.path] : undefined));
  const check = (id: string, value: string) =>
    `<key>checks</key><dict><key>${id}</key><dict><key>importance</key><string>${value}</string></dict></dict>`;

  it('what is prescribed for the account goes before what is for the Mac', async () => {
    const policy = await managedPolicy(
      mac({
        [`${folder}/user/${name}`]: plist(check('load', 'off')),
        [`${folder}/${name}`]: plist(`${check('load', 'required')}<key>PayloadUUID</key><string>x</string>`),
      }),
    );
    expect(told(policy)).toEqual([]);
    expect(importance(policy, 'load')).toEqual({
      value: 'off',
      layer: 'enforced',
      source: `${folder}/user/${name}: checks.load.importance`,
    });
  });

  it('a damaged list is a fault, not the absence of a policy', async () => {
    const policy = await managedPolicy(
      mac({ [`${folder}/${name}`]: Buffer.from('bplist00garbage').toString('base64') }),
    );
    expect(told(policy).join()).toMatch(/is no property list/);
  });
});

it('equal policies have equal digests, however they are given', async () => {
  const file = (text: string): OwnedFile => ({ text, steps: [{ path: '/p', kind: 'file', uid: 0, mode: 0o644 }] });
  const at = (name: string, text: string) =>
    managedPolicy(machine('linux', (it) => (it.op === 'readOwned' && it.path.endsWith(name) ? file(text) : undefined)));
  const yaml = await at(
    '.yaml',
    'schema: greenroom.policy/1\nchecks: {power: {importance: "off"}, load: {importance: "off"}}\n',
  );
  const json = await at(
    '.json',
    '{"checks":{"load":{"importance":"off"},"power":{"importance":"off"}},"schema":"greenroom.policy/1"}',
  );
  expect(yaml.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(yaml.digest).toBe(json.digest);
});
