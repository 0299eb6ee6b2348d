/** Runs the scripts as the program does: its own process, its own readers, a real PowerShell where powershell.exe would be. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Fact } from '../../../electron/core/facts/fact.ts';
import type { FactKey, Facts } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { gather } from '../../../electron/engine/run/gather.ts';
import { bind, type MachinePort } from '../../../electron/platform/machine/machine.ts';
import type { Readers } from '../../../electron/platform/reader.ts';
import { installerFile } from '../../../electron/platform/win32/apps/installer-file.ts';
import { win32Readers } from '../../../electron/platform/win32/index.ts';
import { win32Policy } from '../../../electron/platform/win32/policy.ts';
import { proof, withoutTools } from '../proof.ts';
import { someOf } from '../rounds.ts';
import { type PowerShell, preparePowershell, withoutPowershell } from './pwsh.ts';

/** Each has as long as the whole run: what is proved is what is told, on a busy computer too. */
const patientReaders = Object.fromEntries(
  Object.entries(win32Readers).map(([key, it]) => [key, { ...it, limitMs: 200_000 }]),
) as unknown as Readers;

/** Stopped as soon as all are in but those that may be lost. */
const factsOf = async (port: MachinePort, keys: readonly FactKey[], lost: readonly FactKey[] = []) => {
  const stop = new AbortController();
  const settled = await gather({
    ...{ port, readers: patientReaders, catalogue: builtInCatalogue, keys: [...lost, ...keys], deadlineMs: 200_000 },
    signal: stop.signal,
    clock: () => new Date(),
    onSettled: (facts) => keys.every((key) => facts[key] !== undefined) && stop.abort(),
  });
  return Object.fromEntries(Object.entries(settled).map(([key, it]) => [key, it?.fact])) as {
    readonly [K in FactKey]?: Fact<Facts[K]>;
  };
};
const value = (fact: Fact<unknown> | undefined): unknown => (fact?.state === 'known' ? fact.value : fact?.reason);

const told: readonly FactKey[] = [
  ...(['operatingSystem', 'installedApps', 'firewall', 'screenLock', 'remoteLogin', 'cameraUse', 'power'] as const),
  ...(['mediaPermissions', 'backupTools', 'backupRuns', 'antivirus', 'remoteControl'] as const),
  ...(['sound', 'clock', 'cameras'] as const),
];
/** What COM and .NET tell, which a restricted PowerShell may not use. */
const ofObjects: readonly FactKey[] = [
  ...(['diskEncryption', 'pendingUpdates', 'updatesLookedAt', 'updatesInstalledAt', 'network'] as const),
];

proof('Greenroom on PowerShell itself', [withoutTools('libicu-dev'), withoutPowershell()], () => {
  let shell: PowerShell;
  beforeAll(() => {
    shell = preparePowershell();
  });
  afterAll(() => rmSync(shell.folder, { recursive: true, force: true }));

  describe('whatever the language of the computer', () => {
    let plain: Readonly<Record<string, unknown>>;
    beforeAll(async () => {
      const facts = await factsOf(shell.machine('ordinary'), [...told, ...ofObjects]);
      plain = Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, value(fact)]));
      expect(Object.values(facts).filter((fact) => fact?.state === 'unknown')).toEqual([]);
    });
    test.each(someOf(['de-DE', 'tr-TR', 'ar-SA', 'fa-IR', 'th-TH']))('%s', async (culture) => {
      const facts = await factsOf(shell.machine('ordinary', { culture }), [...told, ...ofObjects]);
      for (const key of [...told, ...ofObjects]) expect(value(facts[key]), key).toEqual(plain[key]);
    });
    test.each(someOf(['', 'de-DE', 'tr-TR', 'ar-SA']))('restricted by the organisation: %s', async (culture) => {
      const facts = await factsOf(shell.machine('ordinary', { culture, constrained: true }), [...told, ...ofObjects]);
      for (const key of told) expect(value(facts[key]), key).toEqual(plain[key]);
      for (const key of ofObjects) {
        const fact = facts[key];
        expect(fact, key).toMatchObject({ state: 'unknown', cause: 'denied' });
        expect(fact?.state === 'unknown' && english(fact.reason), key).toContain('organisation');
      }
    });
  });

  describe('a part of Windows that hangs costs what it alone tells', () => {
    const others: readonly FactKey[] = ['operatingSystem', 'installedApps', 'firewall', 'mediaPermissions'];
    const parts: readonly (readonly [string, FactKey, readonly FactKey[]])[] = [
      ['Get-CimInstance', 'remoteControl', ['diskEncryption', 'autoUpdates', 'updatesInstalledAt', 'pendingUpdates']],
      ['Get-CimInstance MSFT_Disk', 'externalDrives', ['remoteControl', 'antivirus', 'power', 'load']],
      ['Get-CimInstance AntivirusProduct', 'antivirus', ['remoteControl', 'externalDrives', 'power', 'load']],
      ['Get-WinEvent', 'load', ['remoteControl', 'externalDrives', 'antivirus', 'power', 'diskEncryption']],
      ['New-Object Shell.Application', 'diskEncryption', ['remoteControl', 'antivirus', 'power', 'load']],
      ['New-Object Microsoft.Update.AutoUpdate', 'updatesLookedAt', ['pendingUpdates', 'updatesInstalledAt']],
    ];
    test.each(someOf(parts))('%s', async (what, lost, kept) => {
      const facts = await factsOf(shell.machine(`hangs: ${what}`), [...others, ...kept], [lost]);
      expect([...others, ...kept].filter((key) => facts[key]?.state !== 'known')).toEqual([]);
      // The log of Veeam is only a detail of others.
      if (what !== 'Get-WinEvent') expect(facts[lost]?.state).toBe('unknown');
    });
  });

  const modes = [{}, { constrained: true }] as const;
  test.each(modes)('names that differ in foreign letters alone are not the same: %o', async (mode) => {
    const facts = await factsOf(shell.machine('another drive of as many letters', mode), ['backupTools', 'cameraUse']);
    const backup = facts.backupTools?.state === 'known' ? facts.backupTools.value.tools : [];
    const attached = backup.find(({ id }) => id === 'windows-backup')?.destinations[0];
    expect(attached).toMatchObject({ name: '备份', attached: null });
    expect(value(facts.cameraUse)).toMatchObject({ users: ['Zoom'] });
    const same = await factsOf(shell.machine('the drive itself', mode), ['backupTools']);
    const found = same.backupTools?.state === 'known' ? same.backupTools.value.tools : [];
    expect(found.find(({ id }) => id === 'windows-backup')?.destinations[0]).toMatchObject({ attached: true });
  });

  test.each(['a month of apps from the Store', 'a month of other updates'])(
    'the last system update is found behind %s',
    async (scene) => {
      const { updatesInstalledAt } = await factsOf(shell.machine(scene), ['updatesInstalledAt']);
      expect(value(updatesInstalledAt)).toBe('2026-11-11T06:25:39.000Z');
    },
  );

  const answers: readonly (readonly [string, FactKey, object])[] = [
    ['no disk is listed', 'externalDrives', { state: 'unknown' }],
    ['a memory card built in', 'externalDrives', { state: 'unknown' }],
    ['a list of updates that is refused', 'pendingUpdates', { state: 'unknown' }],
    ['all consent is closed', 'cameraUse', { state: 'unknown', cause: 'denied' }],
    ['all consent is closed', 'mediaPermissions', { state: 'unknown', cause: 'denied' }],
    ['programs without times', 'remoteControl', { state: 'known' }],
    ['programs without times', 'load', { state: 'known' }],
    ['an odd state of encryption', 'diskEncryption', { state: 'known', value: { state: 'on' } }],
    ['a cloud account is closed', 'backupTools', { state: 'known', value: { gaps: [{ id: 'windows-backup.part' }] } }],
    ['no job of Veeam has finished', 'backupRuns', { state: 'known' }],
  ];
  test.each(someOf(answers))('%s: %s', async (scene, key, expected) => {
    const facts = await factsOf(shell.machine(scene), [key]);
    expect(facts[key]).toMatchObject(expected);
  });

  test.each(['no disk is listed', 'only the disks are not listed'])(
    '%s: the backup drive may be there',
    async (scene) => {
      const { backupTools } = await factsOf(shell.machine(scene), ['backupTools']);
      const tools = backupTools?.state === 'known' ? backupTools.value.tools : [];
      expect(tools.find(({ id }) => id === 'windows-backup')?.destinations[0]?.attached).toBeNull();
    },
  );

  test.each([
    ['one Uninstall root is closed', 'zoom'],
    ['a browser is closed', 'zoom'],
  ])('%s: the rest of the apps is listed, and what is missing is told', async (scene, product) => {
    const { installedApps } = await factsOf(shell.machine(scene), ['installedApps']);
    const list = installedApps?.state === 'known' ? installedApps.value : undefined;
    expect(list?.apps.map((app) => app.product)).toContain(product);
    expect(list?.gaps).not.toEqual([]);
  });

  test('a consent that is closed is open, whatever the others say', async () => {
    const { mediaPermissions } = await factsOf(shell.machine('one consent is closed'), ['mediaPermissions']);
    const apps = mediaPermissions?.state === 'known' ? mediaPermissions.value.apps : [];
    expect(apps.find(({ product }) => product === 'teams')).toMatchObject({ camera: null, microphone: 'denied' });
  });

  test.each(modes)(
    'the policy comes letter for letter, and a value of another kind is left out alone: %o',
    async (mode) => {
      const port = shell.machine('policy', mode);
      const key = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Greenroom';
      const printed = [
        ['', key],
        ['Text', 'REG_SZ', 'Caf?'],
        ['Number', 'REG_DWORD', '0x1'],
        ['Big', 'REG_DWORD', '0xffffffff'],
        ['List', 'REG_MULTI_SZ', 'one\\0tw?'],
        ['Single', 'REG_MULTI_SZ', 'only'],
        ['None', 'REG_MULTI_SZ', ''],
        ['Binary', 'REG_BINARY', '010203'],
        ['Quad', 'REG_QWORD', '0x5'],
      ].map((parts) => (parts[0] === '' ? parts[1] : `    ${parts.join('    ')}`));
      const below = ['', `${key}\\Checks\\firewall`, '    level    REG_SZ    off', ''];
      const withTool: MachinePort = {
        host: port.host,
        read: (operation, limits, signal, onStdout) =>
          operation.op === 'run' && operation.program.endsWith('reg.exe')
            ? (Promise.resolve(
                operation.args[1]?.startsWith('HKLM') === true
                  ? { code: 0, stdout: ['', ...printed, ...below].join('\r\n'), stderr: '' }
                  : { code: 1, stdout: '', stderr: '' },
              ) as never)
            : // What is proved is what PowerShell says, on a busy computer too.
              port.read(operation, { ...limits, timeoutMs: 120_000 }, signal, onStdout),
      };
      const [policy, ...more] = await win32Policy(bind(withTool, new AbortController().signal));
      expect(more).toEqual([]);
      expect(policy?.faults.map(({ origin }) => origin.source)).toEqual([`${key}\\Binary`, `${key}\\Quad`]);
      const entries = policy?.root?.kind === 'map' ? policy.root.entries : [];
      const plain = Object.fromEntries(
        entries.map(({ key: name, value: node }) => [
          name,
          node.kind === 'scalar' ? node.value : node.kind === 'list' ? node.items.length : node.entries.length,
        ]),
      );
      expect(plain).toEqual({
        Text: 'Café 🎧 "q" \\ \'a\' <b>',
        Number: 1,
        Big: 4_294_967_295,
        List: 2,
        Single: 1,
        None: 0,
        Checks: 1,
      });
    },
  );

  test('of an installer with an odd name the signature is asked, and told by its number', async () => {
    const port = shell.machine('signed');
    const file = path.join(shell.folder, "Zoom $(calc) 'x' & ü 备份.exe");
    writeFileSync(file, 'MZ');
    const machine = bind(port, new AbortController().signal);
    const { signature, gaps } = await installerFile(machine, file, builtInCatalogue, null);
    expect(signature).toEqual({ is: 'signed', by: 'Zoom Communications, Inc.', checked: true });
    expect(gaps).toEqual([]);
  });
});
