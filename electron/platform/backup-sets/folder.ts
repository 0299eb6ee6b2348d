/** Owns single looks into a folder of a drive, each of a fixed size, one after the other: a drive that hangs holds one of them. */
import type { BackupSet } from '../../core/facts/index.ts';
import { type IsoTime, isoTime } from '../../core/text/time.ts';
import type { DirEntry, Machine } from '../machine/machine.ts';
import { optional } from '../optional.ts';

/** Most entries taken from one folder; most folders opened below it; most files of one set whose times are read. */
export const MAX_ENTRIES = 2_000;
export const MAX_FOLDERS = 24;
export const MAX_STATS = 256;

export interface Folder {
  /** With a separator at its end. */
  readonly path: string;
  readonly entries: readonly DirEntry[];
  /** It holds more than was read. */
  readonly cut: boolean;
}

const separator = (machine: Machine): string => (machine.host.platform === 'win32' ? '\\' : '/');

/** Undefined when it is not there. Throws `FactUnavailable` when this account may not open it. */
export const openFolder = async (machine: Machine, path: string): Promise<Folder | undefined> => {
  const entries = await machine.readDir(path, { maxEntries: MAX_ENTRIES });
  const end = separator(machine);
  return entries === undefined
    ? undefined
    : { path: path.endsWith(end) ? path : `${path}${end}`, entries, cut: entries.length >= MAX_ENTRIES };
};

/** A folder inside another one; empty when it is not there or may not be opened. */
export const inside = async (machine: Machine, folder: Folder, ...names: readonly string[]): Promise<Folder> => {
  const path = `${folder.path}${names.join(separator(machine))}`;
  return (
    (await optional(openFolder(machine, path))) ?? { path: `${path}${separator(machine)}`, entries: [], cut: false }
  );
};

/** File systems of Windows do not tell capitals from small letters. */
export const has = (folder: Folder, kind: DirEntry['kind'], ...names: readonly string[]): boolean =>
  names.every((name) =>
    folder.entries.some((entry) => entry.kind === kind && entry.name.toLowerCase() === name.toLowerCase()),
  );

const namesOf = (folder: Folder, kind: DirEntry['kind']): readonly string[] =>
  folder.entries.flatMap((entry) => (entry.kind === kind ? [entry.name] : []));
export const files = (folder: Folder): readonly string[] => namesOf(folder, 'file');
export const folders = (folder: Folder): readonly string[] => namesOf(folder, 'folder');

/** Folders that hold no backup of their own, or one that was found from outside. */
const passedOver =
  /^(?:\..*|\$recycle\.bin|system volume information|lost\+found|filehistory|windowsimagebackup|backups\.backupdb|backintime|timeshift|timeshift-btrfs|veeambackup|rdiff-backup-data)$/i;

/** The folders inside that may hold a set of their own. */
export const searched = (folder: Folder): readonly string[] => folders(folder).filter((name) => !passedOver.test(name));

/** Last change of a file or folder inside; undefined when it cannot be seen. */
export const changed = async (machine: Machine, folder: Folder, name: string): Promise<IsoTime | undefined> => {
  const stat = await optional(machine.stat(`${folder.path}${name}`));
  return stat === undefined ? undefined : isoTime(stat.modifiedMs);
};

export const latest = (times: readonly (IsoTime | undefined)[]): Pick<BackupSet, 'newest'> => {
  const newest = times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  return newest === undefined ? {} : { newest };
};

/** The latest change among files with random names: of more than may be looked at, the newest could be missed. */
export const latestOf = async (
  machine: Machine,
  folder: Folder,
  names: readonly string[],
): Promise<Pick<BackupSet, 'newest'>> => {
  if (names.length > MAX_STATS || folder.cut) return {};
  const times: (IsoTime | undefined)[] = [];
  for (const name of names) times.push(await changed(machine, folder, name));
  return latest(times);
};

/** "20261122T043130Z": date, hours, minutes and seconds in UTC, with or without separators. */
export const utcStamp = (digits: string): IsoTime | undefined => {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  return year === undefined ? undefined : isoTime(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`));
};
