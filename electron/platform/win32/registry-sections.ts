/** Owns reading, where PowerShell may not run, the sections that stand in the registry alone: with Windows' own reg.exe. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import type { Machine } from '../machine/machine.ts';
import { isInexact, type RegistryRow, type RegistryRows, registryRows } from './registry-query.ts';
import { systemProgram } from './system-program.ts';

const words = messages('windows-registry', {
  denied: 'Windows’ own reg.exe may not read the registry here.',
});

const CURRENT = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const NT = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const UNINSTALL = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** Values of one key, as PowerShell turns them into text. */
export type RegistryValues = Readonly<Record<string, string>>;
type Value = Readonly<Record<string, unknown>>;

/** As PowerShell turns a value into text. Undefined for kinds that no reader asks for. */
const textOf = ({ kind, data }: RegistryRow): string | undefined => {
  if (kind === 'SZ' || kind === 'EXPAND_SZ') return data;
  if (kind === 'DWORD') return String(Number(data) | 0);
  if (kind === 'QWORD' && /^0x[0-9a-f]{1,16}$/i.test(data)) return String(BigInt(data));
  if (kind === 'BINARY') return (data.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).join(' ');
  return undefined;
};

const longName = (key: string): string =>
  key.replace(/^HKLM\\/, 'HKEY_LOCAL_MACHINE\\').replace(/^HKCU\\/, 'HKEY_CURRENT_USER\\');

/** Null where there is no such key, or it is closed: reg.exe tells these apart in words only, and in every language others. */
const query = async (machine: Machine, key: string, ...words: readonly string[]): Promise<RegistryRows | null> => {
  const args = ['query', key, ...words, '/reg:64'];
  const result = await machine.run(systemProgram(machine, 'reg.exe'), args, { timeoutMs: 5_000 });
  return result?.code === 0 ? registryRows(longName(key), result.stdout) : null;
};

const valuesIn = ({ rows }: RegistryRows, path: readonly string[] = []): RegistryValues =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const text = row.path.join('\\') === path.join('\\') ? textOf(row) : undefined;
      return text === undefined ? [] : [[row.name, text]];
    }),
  );

/** Null where there is no such key, or it is closed. */
export const registryValues = async (machine: Machine, key: string): Promise<RegistryValues | null> => {
  const found = await query(machine, key);
  return found === null ? null : valuesIn(found);
};

const readValue = async (machine: Machine, key: string, name: string): Promise<string | null> => {
  const found = await query(machine, key, '/v', name);
  return found === null ? null : (Object.values(valuesIn(found))[0] ?? null);
};

/** One after the other: a computer that keeps PowerShell back should not have to start fifty programs at once. */
const inTurn = async <A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<readonly B[]> => {
  const done: B[] = [];
  for (const item of items) done.push(await work(item));
  return done;
};

const system = async (machine: Machine): Promise<Value> => ({
  version: await registryValues(machine, NT),
  userExtension: await registryValues(machine, `${NT.replace('HKLM', 'HKCU')}\\Windows\\ConsumerESU`),
  machineExtension: await registryValues(machine, `${NT}\\Windows\\ConsumerESU`),
  boughtExtension: await registryValues(machine, `${NT}\\SoftwareProtectionPlatform\\ESU`),
});

const packages = async (machine: Machine): Promise<Value> => {
  const key = `HKCU\\Software\\Classes\\Local Settings\\${CURRENT}\\AppModel\\Repository\\Packages`;
  const found = await query(machine, key);
  return { names: (found?.keys ?? []).flatMap(([name]) => name ?? []) };
};

const roots = ['HKLM\\SOFTWARE', 'HKLM\\SOFTWARE\\WOW6432Node', 'HKCU\\Software', 'HKCU\\Software\\WOW6432Node'];
const UPDATE = 'Clients\\{56EB18F8-B008-4CBD-B6D2-8C97FE7E9062}';
const BRAVE = 'BraveSoftware\\Update\\Clients\\{AFE6A462-C574-4B8A-AF43-4CC60DF4563B}';
const versions = [
  [`HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\EdgeUpdate\\${UPDATE}`, 'pv'],
  [`HKLM\\SOFTWARE\\Microsoft\\EdgeUpdate\\${UPDATE}`, 'pv'],
  [`HKLM\\SOFTWARE\\WOW6432Node\\${BRAVE}`, 'pv'],
  [`HKLM\\SOFTWARE\\${BRAVE}`, 'pv'],
  ['HKCU\\Software\\Google\\Chrome\\BLBeacon', 'version'],
  ['HKLM\\SOFTWARE\\Mozilla\\Mozilla Firefox', 'CurrentVersion'],
] as const;

const apps = async (machine: Machine): Promise<Value> => {
  const trees = await inTurn(roots, (root) => query(machine, `${root}\\${UNINSTALL}`, '/s'));
  const entries = trees.flatMap((tree, index) =>
    (tree?.keys ?? []).flatMap((path) => {
      const [name, ...deeper] = path;
      const { DisplayName, DisplayVersion, Publisher } = tree === null ? {} : valuesIn(tree, path);
      if (name === undefined || deeper.length > 0 || !DisplayName) return [];
      const key = `${roots[index]}\\${UNINSTALL}\\${name}`;
      return [{ key, name: DisplayName, version: DisplayVersion, publisher: Publisher }];
    }),
  );
  // Of a name without one Latin word nothing is left to know it by.
  const lost = entries.filter(({ name }) => isInexact(name) && !/[a-z]{3}/i.test(name)).length;
  // Every Windows has programs for the whole computer.
  const unread = trees[0] === null ? 1 : 0;
  const values = await inTurn(versions, async ([key, name]) => ({
    key,
    name,
    value: await readValue(machine, key, name),
  }));
  return { entries, unread: lost + unread, values };
};

const backup = async (machine: Machine): Promise<Value> => {
  const own = `HKLM\\${CURRENT}\\WindowsBackup`;
  const accounts = await query(machine, 'HKCU\\Software\\Microsoft\\OneDrive\\Accounts', '/s');
  const names = (accounts?.keys ?? []).flatMap((path) => (path.length === 1 ? path : []));
  return {
    fileHistory: await registryValues(machine, `HKCU\\${CURRENT}\\FileHistory`),
    historyService: await readValue(machine, 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\fhsvc', 'Start'),
    historyPolicy: await readValue(machine, 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\FileHistory', 'Disabled'),
    // Not there and not shown look alike here, and it is closed to most accounts.
    windowsBackup: (await registryValues(machine, `${own}\\ScheduleParams\\TargetDevice`)) ?? { closed: true },
    windowsStatus: await registryValues(machine, `${own}\\Status`),
    oneDrive: names.map((account) => ({
      account,
      folders: accounts === null ? null : (valuesIn(accounts, [account]).KfmFoldersProtectedNow ?? null),
    })),
  };
};

const firewall = async (machine: Machine): Promise<Value> => {
  const rules = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy';
  const enabled = (key: string): Promise<string | null> => readValue(machine, key, 'EnableFirewall');
  return {
    service: await readValue(machine, 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\MpsSvc', 'Start'),
    profiles: await inTurn(['Domain', 'Private', 'Standard', 'Public'], async (name) => ({
      name,
      local: await enabled(`${rules}\\${name}Profile`),
      managed: await enabled(`${rules}\\Mdm\\${name}Profile`),
      policy: await enabled(`HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\${name}Profile`),
    })),
  };
};

const desktop = async (machine: Machine): Promise<Value> => ({
  saver: await registryValues(machine, 'HKCU\\Control Panel\\Desktop'),
  saverPolicy: await registryValues(machine, 'HKCU\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop'),
  lockAfter: await readValue(machine, `HKLM\\${CURRENT}\\Policies\\System`, 'InactivityTimeoutSecs'),
  notifications: await readValue(machine, `HKCU\\${CURRENT}\\PushNotifications`, 'ToastEnabled'),
});

const remote = async (machine: Machine): Promise<Value> => {
  const sessions = await query(machine, 'HKCU\\Volatile Environment', '/s');
  const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
  return {
    denied: await readValue(machine, 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server', 'fDenyTSConnections'),
    policy: await readValue(machine, policy, 'fDenyTSConnections'),
    sessions: (sessions?.rows ?? []).flatMap(({ path, name, data }) =>
      path.length === 1 && name.toUpperCase() === 'SESSIONNAME' ? [data] : [],
    ),
  };
};

/** Of a program's path the file alone is used: a person's name may have lost letters. */
const isFileExact = (path: readonly string[]): boolean => !isInexact(path.at(-1)?.split('#').at(-1) ?? '');

const consent = async (machine: Machine): Promise<Value> => {
  const stores = ['HKLM', 'HKCU'].flatMap((hive) =>
    ['webcam', 'microphone'].map((device) => `${hive}\\${CURRENT}\\CapabilityAccessManager\\ConsentStore\\${device}`),
  );
  const trees = await inTurn(stores, async (store) => ({ store, tree: await query(machine, store, '/s') }));
  const found = trees.flatMap(({ store, tree }) =>
    (tree?.keys ?? []).map((path) => ({
      path,
      key: [store, ...path].join('\\'),
      values: tree && valuesIn(tree, path),
    })),
  );
  const exact = found.filter(({ path }) => isFileExact(path));
  return { rows: exact.map(({ key, values }) => ({ ...values, key })), unread: found.length - exact.length };
};

const updateSettings = async (machine: Machine): Promise<Value> => {
  const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
  const exists = async (key: string): Promise<RegistryValues | false> => (await registryValues(machine, key)) ?? false;
  return {
    pendingUpdate: await exists(`HKLM\\${CURRENT}\\WindowsUpdate\\Auto Update\\RebootRequired`),
    pendingPart: await exists(`HKLM\\${CURRENT}\\Component Based Servicing\\RebootPending`),
    hours: await registryValues(machine, 'HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings'),
    hoursPolicy: await registryValues(machine, policy),
    policy: await registryValues(machine, `${policy}\\AU`),
    service: await readValue(machine, 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv', 'Start'),
  };
};

const sound = async (machine: Machine): Promise<Value> => {
  const trees = await inTurn(['Capture', 'Render'], async (end) => ({
    end,
    tree: await query(machine, `HKLM\\${CURRENT}\\MMDevices\\Audio\\${end}`, '/s'),
  }));
  const devices = trees.flatMap(({ end, tree }) =>
    (tree?.keys ?? []).flatMap((path) =>
      path.length === 1 && tree !== null
        ? [{ end, values: valuesIn(tree, path), names: valuesIn(tree, [...path, 'Properties']) }]
        : [],
    ),
  );
  return { devices, unread: trees.filter(({ tree }) => tree === null).length };
};

const clock = async (machine: Machine): Promise<Value> => {
  const time = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time';
  return {
    type: await readValue(machine, `${time}\\Parameters`, 'Type'),
    sample: await readValue(machine, `${time}\\Config\\Status`, 'LastGoodSampleInfo'),
    start: await readValue(machine, time, 'Start'),
  };
};

const sections = {
  system,
  packages,
  apps,
  backup,
  firewall,
  desktop,
  remote,
  consent,
  sound,
  clock,
  updateSettings,
} as const;
type RegistrySection = keyof typeof sections;

export const isRegistrySection = (name: string): name is RegistrySection => Object.hasOwn(sections, name);

/** As the script's section of that name tells it. Throws `FactUnavailable` where reg.exe may not read the registry. */
export const registrySection = async (machine: Machine, name: RegistrySection): Promise<Value> => {
  // A reg.exe that is forbidden shows nothing, like one that finds nothing: this is there on every Windows.
  if ((await readValue(machine, NT, 'CurrentBuildNumber')) === null) throw new FactUnavailable('denied', words.denied);
  return sections[name](machine);
};
