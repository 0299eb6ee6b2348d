/** Owns recognising the folder of a backup program by what lies in it: restic, Borg, Kopia, duplicity. */
import type { BackupSet } from '../../core/facts.ts';
import { type IsoTime, isoTime } from '../../core/time.ts';
import type { Machine } from '../machine.ts';
import { changed, type Entries, has, latest, listed, orNothing } from './looks.ts';

/** Most files of one set whose times are read. */
const MAX_STATS = 64;

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
export const folderSets = async (
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
