/** Owns single looks at a drive, each of a fixed size. What this account may not open is left out, not taken for missing. */
import { CannotTell } from '../../core/fact.ts';
import { type IsoTime, isoTime } from '../../core/time.ts';
import type { DirEntry, Machine } from '../machine.ts';

/** Most entries taken from one folder, and most folders below the root that are opened. */
export const MAX_ENTRIES = 1_000;
export const MAX_FOLDERS = 12;

export type Entries = readonly DirEntry[];

export const has = (entries: Entries, kind: DirEntry['kind'], ...names: readonly string[]): boolean =>
  names.every((name) =>
    entries.some((entry) => entry.kind === kind && entry.name.toLowerCase() === name.toLowerCase()),
  );

export const folders = (entries: Entries): readonly string[] =>
  entries.flatMap(({ name, kind }) => (kind === 'folder' ? [name] : [])).slice(0, MAX_FOLDERS);

export const latest = (times: readonly (IsoTime | undefined)[]): { newest?: IsoTime } => {
  const newest = times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  return newest === undefined ? {} : { newest };
};

/** A folder that this account may not open holds a set all the same: only its time stays unknown. */
export const orNothing = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CannotTell && error.why !== 'cancelled') return undefined;
    throw error;
  }
};

export const listed = async (machine: Machine, path: string): Promise<Entries> =>
  (await orNothing(machine.readDir(path, { maxEntries: MAX_ENTRIES }))) ?? [];

export const changed = async (machine: Machine, path: string): Promise<IsoTime | undefined> => {
  const stat = await orNothing(machine.stat(path));
  return stat === undefined ? undefined : isoTime(stat.modifiedMs);
};
