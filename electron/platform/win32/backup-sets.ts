/** Owns recognising backups on a drive by their on-disk signatures, with a fixed number of looks: never a walk through it. */
import { CannotTell } from '../../core/fact.ts';
import type { BackupSet } from '../../core/facts.ts';
import { type IsoTime, isoTime } from '../../core/time.ts';
import type { DirEntry, Machine } from '../machine.ts';

/** Most entries taken from one folder, and most folders below the root that are opened. */
const MAX_ENTRIES = 1_000;
const MAX_FOLDERS = 12;
const MAX_STATS = 64;

interface Found {
  readonly sets: readonly BackupSet[];
  readonly gap?: string;
}

type Entries = readonly DirEntry[];

const has = (entries: Entries, kind: DirEntry['kind'], ...names: readonly string[]): boolean =>
  names.every((name) =>
    entries.some((entry) => entry.kind === kind && entry.name.toLowerCase() === name.toLowerCase()),
  );

const folders = (entries: Entries): readonly string[] =>
  entries.flatMap(({ name, kind }) => (kind === 'folder' ? [name] : [])).slice(0, MAX_FOLDERS);

const latest = (times: readonly (IsoTime | undefined)[]): { newest?: IsoTime } => {
  const newest = times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  return newest === undefined ? {} : { newest };
};

/** A folder that this account may not open holds a set all the same: only its time stays unknown. */
const orNothing = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CannotTell && error.why !== 'cancelled') return undefined;
    throw error;
  }
};

const listed = async (machine: Machine, path: string): Promise<Entries> =>
  (await orNothing(machine.readDir(path, { maxEntries: MAX_ENTRIES }))) ?? [];

const changed = async (machine: Machine, path: string): Promise<IsoTime | undefined> => {
  const stat = await orNothing(machine.stat(path));
  return stat === undefined ? undefined : isoTime(stat.modifiedMs);
};

/** `FileHistory\<person>\<computer>\Configuration`: its list of copies changes with each of them, its settings without. */
const fileHistorySets = async (machine: Machine, root: string): Promise<readonly BackupSet[]> => {
  const base = `${root}FileHistory`;
  const people = folders(await listed(machine, base));
  const computers = await Promise.all(
    people.map(async (person) =>
      folders(await listed(machine, `${base}\\${person}`)).map((computer) => ({ computer, person })),
    ),
  );
  const sets = computers
    .flat()
    .slice(0, MAX_FOLDERS)
    .map(async ({ computer, person }): Promise<BackupSet> => {
      const folder = `${base}\\${person}\\${computer}\\Configuration`;
      return {
        tool: 'file-history',
        name: `File History of ${computer}`,
        ...latest([await changed(machine, `${folder}\\Catalog1.edb`)]),
      };
    });
  const found = await Promise.all(sets);
  return found.length > 0 ? found : [{ tool: 'file-history', name: 'File History' }];
};

/** "Backup 2026-11-20 190012", "Backup Set 2026-11-20 190012". */
const dateIn = (name: string): IsoTime | undefined => {
  const [, day, hour, minute, second] = /^Backup (?:Set )?(\d{4}-\d\d-\d\d) (\d\d)(\d\d)(\d\d)$/.exec(name) ?? [];
  return day === undefined ? undefined : isoTime(Date.parse(`${day}T${hour}:${minute}:${second}Z`));
};

/** `WindowsImageBackup\<computer>\Backup <date>`; on most drives an ordinary account sees the outer folder only. */
const imageSets = async (machine: Machine, root: string): Promise<readonly BackupSet[]> => {
  const base = `${root}WindowsImageBackup`;
  const computers = folders(await listed(machine, base));
  if (computers.length === 0) return [{ tool: 'windows-image', name: 'Windows system image' }];
  return Promise.all(
    computers.map(async (computer): Promise<BackupSet> => {
      const dates = (await listed(machine, `${base}\\${computer}`)).map(({ name }) => dateIn(name));
      return { tool: 'windows-image', name: `Windows system image of ${computer}`, ...latest(dates) };
    }),
  );
};

const resticSet = async (machine: Machine, path: string, name: string): Promise<BackupSet> => {
  const snapshots = (await listed(machine, `${path}\\snapshots`)).filter(({ kind }) => kind === 'file');
  // Names are random: with more of them than may be looked at, the newest could be missed.
  if (snapshots.length > MAX_STATS) return { tool: 'restic', name };
  const times = await Promise.all(snapshots.map((file) => changed(machine, `${path}\\snapshots\\${file.name}`)));
  return { tool: 'restic', name, ...latest(times) };
};

const borgSet = async (
  machine: Machine,
  path: string,
  name: string,
  entries: Entries,
): Promise<BackupSet | undefined> => {
  const readme = await orNothing(machine.readText(`${path}\\README`, { maxBytes: 4_096 }));
  if (readme?.startsWith('This is a Borg Backup repository.') !== true) return undefined;
  const indexes = entries.filter((entry) => /^index\.\d+$/.test(entry.name)).slice(0, MAX_STATS);
  return {
    tool: 'borg',
    name,
    ...latest(await Promise.all(indexes.map((it) => changed(machine, `${path}\\${it.name}`)))),
  };
};

const stamp = (text: string): IsoTime | undefined => {
  const [, date, hour, minute, second] = /^(\d{8})T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (date === undefined) return undefined;
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  return isoTime(Date.parse(`${day}T${hour}:${minute}:${second}Z`));
};

/** Only a set with its manifest is finished; its name holds the time in UTC. */
const duplicitySet = (name: string, entries: Entries): BackupSet | undefined => {
  const ends = entries.flatMap((entry) => {
    const end = /^duplicity-(?:full|inc\.\d{8}T\d{6}Z\.to)\.(\d{8}T\d{6}Z)\.manifest(?:\.gpg)?$/.exec(entry.name)?.[1];
    return end === undefined ? [] : [stamp(end)];
  });
  return ends.length === 0 ? undefined : { tool: 'duplicity', name, ...latest(ends) };
};

/** Sets of tools that keep a folder of their own, wherever it is. */
const folderSets = async (
  machine: Machine,
  path: string,
  name: string,
  entries: Entries,
): Promise<readonly BackupSet[]> => {
  const restic = has(entries, 'file', 'config') && has(entries, 'folder', 'data', 'index', 'keys', 'snapshots');
  const borg = has(entries, 'file', 'README', 'config') && has(entries, 'folder', 'data');
  const kopia = has(entries, 'file', 'kopia.repository.f');
  const found = [
    restic ? await resticSet(machine, path, name) : undefined,
    borg ? await borgSet(machine, path, name, entries) : undefined,
    kopia ? { tool: 'kopia', name } : undefined,
    duplicitySet(name, entries),
  ];
  return found.filter((set) => set !== undefined);
};

const systemFolders = ['$recycle.bin', 'system volume information', 'filehistory', 'windowsimagebackup'];

/** Looks at the root of a drive ("E:\") and into the first folders on it. */
export const backupSets = async (machine: Machine, root: string): Promise<Found> => {
  let entries: Entries | undefined;
  try {
    entries = await machine.readDir(root, { maxEntries: MAX_ENTRIES });
  } catch (error) {
    if (error instanceof CannotTell && error.why !== 'cancelled') return { sets: [], gap: error.message };
    throw error;
  }
  if (entries === undefined) return { sets: [], gap: 'It was taken away while it was looked at.' };
  const inside = entries.filter(({ name, kind }) => kind === 'folder' && !systemFolders.includes(name.toLowerCase()));
  const below = await Promise.all(
    folders(inside).map(async (name) => {
      const path = `${root}${name}`;
      const children = await orNothing(machine.readDir(path, { maxEntries: MAX_ENTRIES }));
      if (children === undefined) return { sets: [], closed: true };
      const dated = children.map((child) => (child.name.startsWith('Backup Set ') ? dateIn(child.name) : undefined));
      const windows7: readonly BackupSet[] =
        has(entries, 'file', 'MediaID.bin') && dated.some((date) => date !== undefined)
          ? [{ tool: 'windows-backup', name: `Windows backup of ${name}`, ...latest(dated) }]
          : [];
      return { sets: [...windows7, ...(await folderSets(machine, path, name, children))], closed: false };
    }),
  );
  const sets = [
    ...(has(entries, 'folder', 'FileHistory') ? await fileHistorySets(machine, root) : []),
    ...(has(entries, 'folder', 'WindowsImageBackup') ? await imageSets(machine, root) : []),
    ...(await folderSets(machine, root.slice(0, -1), root, entries)),
    ...below.flatMap((it) => it.sets),
  ];
  if (has(entries, 'file', 'MediaID.bin') && !sets.some(({ tool }) => tool === 'windows-backup'))
    sets.push({ tool: 'windows-backup', name: 'Windows backup' });
  const gap = below.some((it) => it.closed)
    ? 'This account may not open every folder on it, so a backup may be there that was not seen.'
    : inside.length > MAX_FOLDERS
      ? 'It has more folders than are looked into, so a backup may be there that was not seen.'
      : undefined;
  return { sets, ...(gap === undefined ? {} : { gap }) };
};
