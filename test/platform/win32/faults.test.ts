/** Whatever happens to PowerShell harms only what it would have told, and is told in plain words. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../electron/core/facts/fact.ts';
import type { FactKey } from '../../../electron/core/facts/index.ts';
import type { Reading, Recording } from '../../../electron/platform/machine/recording.ts';
import {
  changedSection,
  factOf,
  inSection,
  noPowershell,
  powershell,
  powershellUnavailable,
  printedIn,
  withReadings,
} from './recorded.ts';

const keys: readonly FactKey[] = [
  'operatingSystem',
  'pendingUpdates',
  'updatesLookedAt',
  'updatesInstalledAt',
  'installedApps',
  'backupTools',
  'externalDrives',
  'backupRuns',
  'backupActivity',
  'restartPending',
  'autoUpdates',
  'firewall',
  'diskEncryption',
  'antivirus',
  'screenLock',
  'remoteLogin',
  'remoteControl',
  'network',
  'connection',
  'cameraUse',
  'microphoneUse',
  'mediaPermissions',
  'power',
  'load',
  'focusMode',
  'cameras',
  'sound',
  'clock',
];
// With notifications switched off, since Windows tells nothing of them otherwise.
const pro = changedSection('windows-11-25h2-pro', 'desktop', { notifications: '0' });
const printed = printedIn(pro);

const query = ['query', 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', '/v', 'EditionID', '/reg:64'];
const reg = (code: number, stdout: string): Reading => ({
  op: 'run',
  program: 'C:\\Windows\\System32\\reg.exe',
  args: query,
  code,
  stdout,
  stderr: '',
});
const noRegistryTool: Reading = { op: 'run', program: 'C:\\Windows\\System32\\reg.exe', args: query, missing: true };
const noFileHistory: readonly Reading[] = ['Config1.xml', 'Config2.xml'].map((name) => ({
  op: 'readText',
  path: `C:\\Users\\user\\AppData\\Local\\Microsoft\\Windows\\FileHistory\\Configuration\\${name}`,
  missing: true,
}));

const withFault = (fault: Reading): Recording => withReadings(pro, fault, noRegistryTool, ...noFileHistory);

const garbage = 'Ã¿\u0000\u0007<html>{"value":{"entries":[]}}\r\n]]>'.repeat(40);

describe.each<[string, Reading, string, RegExp]>([
  ['PowerShell is missing', noPowershell, 'no-powershell', /^Windows didn’t say /],
  [
    'it may not start',
    powershellUnavailable('denied', 'This account may not read powershell.exe.'),
    'no-powershell',
    /^Windows didn’t say /,
  ],
  [
    'it hangs',
    powershellUnavailable('timed-out', 'powershell.exe did not answer in time.'),
    'timed-out',
    /^Windows took too long to say /,
  ],
  [
    'it never stops printing',
    powershellUnavailable('too-large', 'powershell.exe printed far more than it should.'),
    'too-large',
    /far more/,
  ],
  ['it prints nothing', powershell('', 1), 'unreadable', /gave no answer\. Windows didn’t say /],
  ['it prints garbage', powershell(garbage), 'unreadable', /stopped too early\. Windows didn’t say /],
  [
    'it answers in French',
    powershell("powershell.exe : Le terme « facts » n'est pas reconnu.\r\nAccès refusé.\r\n", 1, 'Accès refusé.\r\n'),
    'unreadable',
    /stopped too early/,
  ],
  ['it answers in Japanese', powershell('アクセスが拒否されました。\r\n', 1), 'unreadable', /stopped too early/],
])('when %s', (_, fault, cause, words) => {
  it.each(keys)('%s is unknown, with the reason', async (key) => {
    const fact = await factOf(withFault(fault), key, false);
    expect(fact).toEqual({ state: 'unknown', cause, reason: expect.stringMatching(words) });
  });
});

/** The facts that each section tells, alone or with others; the first is told by nothing else. */
const told: Readonly<Record<string, readonly FactKey[]>> = {
  system: ['operatingSystem'],
  packages: ['installedApps'],
  apps: ['installedApps', 'backupTools', 'backupRuns', 'backupActivity'],
  backup: ['backupTools', 'backupRuns', 'backupActivity'],
  firewall: ['firewall'],
  desktop: ['focusMode', 'screenLock'],
  remote: ['remoteLogin'],
  consent: ['mediaPermissions', 'cameraUse', 'microphoneUse'],
  network: ['network'],
  connection: ['connection'],
  programs: ['remoteControl', 'remoteLogin', 'cameraUse', 'microphoneUse', 'load', 'backupActivity'],
  drives: ['externalDrives', 'backupTools', 'backupRuns', 'backupActivity'],
  veeam: ['backupTools', 'backupRuns', 'backupActivity'],
  encryption: ['diskEncryption', 'externalDrives'],
  scanners: ['antivirus'],
  battery: ['power'],
  activity: ['load'],
  updateSettings: ['autoUpdates', 'restartPending'],
  updateDates: ['updatesLookedAt'],
  updateHistory: ['updatesInstalledAt'],
  updates: ['pendingUpdates'],
};
/** Without these a fact still has other sources. */
const dispensable = ['packages', 'backup', 'veeam'];

/** The recorded output with one line replaced. */
const withLine = (section: string, line: string): Recording => {
  const end = `,"section":"${section}"}`;
  const lines = printed.split('\r\n').map((it) => (it.endsWith(end) ? line : it));
  return withReadings(pro, powershell(lines.join('\r\n')), noRegistryTool);
};

describe('the error of one section', () => {
  it.each([
    ['System.Runtime.InteropServices.COMException', '0x80070422', 'unreadable', /^Windows Update is switched off/],
    ['System.Runtime.InteropServices.COMException', '0x80240438', 'unreadable', /update server .* can’t be reached/],
    [
      'System.Runtime.InteropServices.COMException',
      '0x8024402C',
      'unreadable',
      /^Windows Update answered with error 0x8024402c\./,
    ],
    ['System.Runtime.InteropServices.COMException', '0x80070005', 'denied', /^This account may not ask that/],
    [
      'HRESULT 0x80041003,Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand',
      '0x80131500',
      'denied',
      /may not ask/,
    ],
    [
      'CannotCreateComTypeConstrainedLanguage,Microsoft.PowerShell.Commands.NewObjectCommand',
      '0x80131501',
      'denied',
      /rules of your organisation/,
    ],
    [
      'NoCOMClassIdentified,Microsoft.PowerShell.Commands.NewObjectCommand',
      '0x80040154',
      'unsupported',
      /has no such part/,
    ],
    ['RuntimeException', '0x8000ffff', 'unreadable', /^Windows answered with error 0x8000ffff\./],
    // WMI says in the identifier what happened; its number is that of every error.
    ['HRESULT 0x80070422,x', '0x80131500', 'unreadable', /^The part of Windows that knows it is switched off\./],
    ['HRESULT 0x800706ba,x', '0x80131500', 'unreadable', /^Windows answered with error 0x800706ba\./],
    ['MI RESULT 2,x', '0x80131500', 'denied', /may not ask/],
    ['MI RESULT 3,x', '0x80131500', 'unsupported', /has no such part/],
    ['MI RESULT 25,x', '0x80131500', 'unreadable', /^Windows answered in a form/],
    ['CommandNotFoundException', '0x80131501', 'unsupported', /has no command for that/],
    ['InvokeMethodOnNull', '0x80131501', 'unreadable', /^Windows answered in a form/],
  ])('%s %s is %s', async (id, code, cause, words) => {
    for (const [section, [key]] of Object.entries(told)) {
      if (key === undefined || dispensable.includes(section)) continue;
      const fact = await factOf(withLine(section, JSON.stringify({ error: { id, code }, section })), key);
      expect(fact).toEqual({ state: 'unknown', cause, reason: expect.stringMatching(words) });
    }
  });

  it('leaves every other fact as it was', async () => {
    const whole = new Map(await Promise.all(keys.map(async (key) => [key, await factOf(pro, key)] as const)));
    for (const [section, touched] of Object.entries(told)) {
      const broken = withLine(section, JSON.stringify({ error: { id: 'x', code: '0x80004005' }, section }));
      for (const key of keys) {
        if (!touched.includes(key)) expect(await factOf(broken, key), `${key}, ${section}`).toEqual(whole.get(key));
      }
    }
  });
});

/** A fact without identities of volumes: what names one is told without it where the drives were not shown. */
const plain = (fact: Fact<unknown> | undefined): string => JSON.stringify(fact).replace(/,"volumeId":"[^"]*"/g, '');

/** What stands for a reading that was not made, in facts that have several sources. */
const admits = (fact: Fact<unknown>): boolean =>
  fact.state === 'unknown' || /"gaps":\["|"gap":|"encrypted":null|"attached":null/.test(JSON.stringify(fact.value));

it('tells the same or admits that it does not, wherever the output is cut off', async () => {
  // What runs now is admitted not to be seen in full even so: File History does not show it.
  const whatAdmits = keys.filter((key) => key !== 'backupActivity');
  const backup = { fileHistory: { ProtectedUpToTime: '134082990650000000' }, windowsBackup: null, oneDrive: [] };
  const full = inSection(pro, 'backup', backup);
  const output = printedIn(full);
  const whole = new Map(await Promise.all(whatAdmits.map(async (key) => [key, await factOf(full, key)] as const)));
  for (const fact of whole.values()) expect(admits(fact)).toBe(false);
  for (let end = 0; end < output.length; end += 173) {
    const cut = withReadings(full, powershell(output.slice(0, end), 1), noRegistryTool);
    for (const key of whatAdmits) {
      const fact = await factOf(cut, key, false);
      if (plain(fact) !== plain(whole.get(key))) expect(admits(fact), `${key} cut at ${end}`).toBe(true);
    }
  }
});

it('takes nothing that a program’s own name claims for a section', async () => {
  const name = ',"section":"updates"}';
  const value = { entries: [{ key: 'HKCU\\x', name, version: name, publisher: '' }], unread: 0, values: [] };
  const fact = await factOf(withLine('apps', `{"value":${JSON.stringify(value)},"section":"apps"}`), 'pendingUpdates');
  expect(fact).toEqual(await factOf(pro, 'pendingUpdates'));
});

describe('reg.exe, where PowerShell may not run', () => {
  const edition = (text: string, code = 0): Recording => withReadings(pro, noPowershell, reg(code, text));
  it.each([
    ['registry tools are switched off', edition('', 1)],
    ['it prints another language', edition('ERREUR : accès refusé.\r\n')],
    ['the value has another type', edition('\r\nHKEY_LOCAL_MACHINE\\X\r\n    EditionID    REG_DWORD    0x1\r\n\r\n')],
    [
      'the kernel has no build',
      { ...edition('    EditionID    REG_SZ    Core\r\n'), host: { ...pro.host, kernel: 'unknown' } },
    ],
  ])('cannot tell when %s', async (_, recording) => {
    expect(await factOf(recording, 'operatingSystem', false)).toMatchObject({
      state: 'unknown',
      cause: 'no-powershell',
    });
  });
});
