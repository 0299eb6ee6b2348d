/** A registry in memory, and Windows' reg.exe over it: for computers whose PowerShell may not run. */
import type { CommandResult } from '../../../electron/platform/machine/machine.ts';

interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly data: string;
}

/** Keys by their whole name: "HKEY_LOCAL_MACHINE\\SOFTWARE\\…". */
export type Registry = ReadonlyMap<string, readonly Entry[]>;

const longName = (key: string): string =>
  key.replace(/^HKLM\\/, 'HKEY_LOCAL_MACHINE\\').replace(/^HKCU\\/, 'HKEY_CURRENT_USER\\');

/** A value as a kind that Windows keeps it in: numbers as such, times in eight bytes, the desktop's all as text. */
const entryOf = (key: string, name: string, value: string): Entry => {
  if (/\\Desktop$/.test(key) || !/^\d{1,19}$/.test(value)) return { name, kind: 'REG_SZ', data: value };
  const hex = `0x${BigInt(value).toString(16)}`;
  return { name, kind: value.length > 9 ? 'REG_QWORD' : 'REG_DWORD', data: hex };
};

type Values = Readonly<Record<string, unknown>> | null | undefined;
type Sections = Readonly<Record<string, Values>>;

const CURRENT = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const NT = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

/** The registry that the script would have printed these sections of. */
export const registryOf = (printed: string): Registry => {
  const found = new Map<string, Entry[]>();
  const put = (key: string, values: Values): void => {
    if (values === null || values === undefined || values === (false as unknown)) return;
    const entries = found.get(longName(key)) ?? [];
    found.set(longName(key), entries);
    for (const [name, value] of Object.entries(values))
      if (typeof value === 'string') entries.push(entryOf(key, name, value));
  };
  const one = (key: string, name: string, value: unknown): void =>
    put(key, typeof value === 'string' ? { [name]: value } : null);
  const told: Sections = Object.fromEntries(
    printed.split(/\r?\n/).flatMap((line) => {
      const name = /,"section":"(\w+)"\}$/.exec(line)?.[1];
      const { value } = name === undefined ? {} : (JSON.parse(line) as { value?: Values });
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
  // biome-ignore lint/suspicious/noExplicitAny: what recordings hold, as they hold it.
  const { system, packages, apps, backup, firewall, desktop, remote, consent, updateSettings } = told as any;
  put(`HKLM\\${NT}`, system?.version);
  put(`HKCU\\${NT}\\Windows\\ConsumerESU`, system?.userExtension);
  put(`HKLM\\${NT}\\Windows\\ConsumerESU`, system?.machineExtension);
  put(`HKLM\\${NT}\\SoftwareProtectionPlatform\\ESU`, system?.boughtExtension);
  const store = `HKCU\\Software\\Classes\\Local Settings\\${CURRENT}\\AppModel\\Repository\\Packages`;
  put(store, {});
  for (const name of packages?.names ?? []) put(`${store}\\${name}`, { Title: name });
  put(`HKLM\\${CURRENT}\\Uninstall`, {});
  for (const { key, name, version, publisher } of apps?.entries ?? [])
    put(key, {
      DisplayName: name,
      DisplayVersion: version,
      Publisher: publisher,
      InstallLocation: 'C:\\Program Files',
    });
  for (const { key, name, value } of apps?.values ?? []) one(key, name, value);
  put(`HKCU\\${CURRENT}\\FileHistory`, backup?.fileHistory);
  one('HKLM\\SYSTEM\\CurrentControlSet\\Services\\fhsvc', 'Start', backup?.historyService);
  one('HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\FileHistory', 'Disabled', backup?.historyPolicy);
  if (backup?.windowsBackup?.closed !== true) {
    put(`HKLM\\${CURRENT}\\WindowsBackup\\ScheduleParams\\TargetDevice`, backup?.windowsBackup);
    put(`HKLM\\${CURRENT}\\WindowsBackup\\Status`, backup?.windowsStatus);
  }
  for (const { account, folders } of backup?.oneDrive ?? [])
    put(`HKCU\\Software\\Microsoft\\OneDrive\\Accounts\\${account}`, { KfmFoldersProtectedNow: folders });
  const rules = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy';
  one('HKLM\\SYSTEM\\CurrentControlSet\\Services\\MpsSvc', 'Start', firewall?.service);
  for (const { name, local, managed, policy } of firewall?.profiles ?? []) {
    one(`${rules}\\${name}Profile`, 'EnableFirewall', local);
    one(`${rules}\\Mdm\\${name}Profile`, 'EnableFirewall', managed);
    one(`HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\${name}Profile`, 'EnableFirewall', policy);
  }
  put('HKCU\\Control Panel\\Desktop', desktop?.saver);
  put('HKCU\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop', desktop?.saverPolicy);
  one(`HKLM\\${CURRENT}\\Policies\\System`, 'InactivityTimeoutSecs', desktop?.lockAfter);
  one(`HKCU\\${CURRENT}\\PushNotifications`, 'ToastEnabled', desktop?.notifications);
  one('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server', 'fDenyTSConnections', remote?.denied);
  one('HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services', 'fDenyTSConnections', remote?.policy);
  for (const [index, name] of (remote?.sessions ?? []).entries())
    put(`HKCU\\Volatile Environment\\${index + 1}`, { SESSIONNAME: name, CLIENTNAME: '' });
  for (const { key, ...values } of consent?.rows ?? []) put(key, values);
  put(`HKLM\\${CURRENT}\\WindowsUpdate\\Auto Update\\RebootRequired`, updateSettings?.pendingUpdate);
  put(`HKLM\\${CURRENT}\\Component Based Servicing\\RebootPending`, updateSettings?.pendingPart);
  put('HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings', updateSettings?.hours);
  const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
  put(policy, updateSettings?.hoursPolicy);
  put(`${policy}\\AU`, updateSettings?.policy);
  one('HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv', 'Start', updateSettings?.service);
  return found;
};

const REFUSED: CommandResult = {
  code: 1,
  stdout: '',
  stderr: 'FEHLER: Der angegebene Registrierungsschlüssel wurde nicht gefunden.\r\n',
};

/** What `reg query` prints, which is the same in every language. Windows' names ignore case. */
export const registryTool = (registry: Registry, [, asked = '', ...words]: readonly string[]): CommandResult => {
  const key = longName(asked).toLowerCase();
  const name = words[words.indexOf('/v') + 1];
  const lines: string[] = [''];
  const print = (path: string, entries: readonly Entry[]): void => {
    lines.push(path, ...entries.map((it) => `    ${it.name}    ${it.kind}    ${it.data}`), '');
  };
  const below = [...registry.keys()].filter((path) => path.toLowerCase().startsWith(`${key}\\`));
  const here = [...registry].find(([path]) => path.toLowerCase() === key);
  if (here === undefined && below.length === 0) return REFUSED;
  const entries = here?.[1] ?? [];
  if (words.includes('/v')) {
    const value = entries.filter((it) => it.name.toLowerCase() === name?.toLowerCase());
    if (value.length === 0) return REFUSED;
    print(longName(asked), value);
  } else if (words.includes('/s')) {
    print(longName(asked), entries);
    for (const path of below) print(path, registry.get(path) ?? []);
  } else {
    print(longName(asked), entries);
    const children = new Set(below.map((path) => path.slice(0, `${path}\\`.indexOf('\\', key.length + 1))));
    lines.push(...children);
  }
  return { code: 0, stdout: `${lines.join('\r\n')}\r\n`, stderr: '' };
};
