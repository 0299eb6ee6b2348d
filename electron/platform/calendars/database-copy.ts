/** Owns a copy of a program's database: whole and of one moment, in a folder that is this account's alone, gone once it was read. */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sourceWords } from '../../core/calendar-sources/shape.ts';
import { bytesOf, SourceProblem, statOf } from './files.ts';

const MOST_MEBIBYTES = 192;
const TRIES = 3;

/** Copies of this process that are there now: they go with it, also when it is ended. */
const open = new Set<string>();
process.on('exit', () => {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
});

const placeIn = (ownFolder: string): string => path.join(ownFolder, 'calendar-copies');

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Longer than any reading takes: another process may have got the number of one that was killed. */
const OLD_MS = 3_600_000;

/** Removes what a process that was killed has left in `ownFolder`, Greenroom's own. */
export const sweepCopies = async (ownFolder: string): Promise<void> => {
  const place = placeIn(ownFolder);
  const names = await readdir(place).catch(() => []);
  const removed = names.map(async (name) => {
    const folder = path.join(place, name);
    const pid = Number(/^(\d+)-/.exec(name)?.[1] ?? 0);
    const isOld = Date.now() - (await stat(folder)).mtimeMs > OLD_MS;
    if (!open.has(folder) && (isOld || !isRunning(pid))) await rm(folder, { recursive: true, force: true });
  });
  await Promise.allSettled(removed);
};

interface Parts {
  readonly database: Buffer;
  /** What stands beside it: a log of changes, or of what is to be taken back. */
  readonly logs: ReadonlyMap<string, Buffer>;
}

const LOGS = ['-wal', '-journal'] as const;

const logsOf = async (file: string): Promise<ReadonlyMap<string, Buffer>> => {
  const logs = new Map<string, Buffer>();
  for (const suffix of LOGS) {
    const bytes = await bytesOf(`${file}${suffix}`, MOST_MEBIBYTES * 1024 * 1024);
    if (bytes !== undefined && bytes.length > 0) logs.set(suffix, bytes);
  }
  return logs;
};

const isSame = (one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): boolean =>
  one.size === other.size && [...one].every(([suffix, bytes]) => other.get(suffix)?.equals(bytes) === true);

/** Database and logs as they were at one moment: nothing changed while they were read. Throws `SourceProblem`. */
const partsOf = async (file: string): Promise<Parts> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await statOf(file);
    if (before === undefined) throw new SourceProblem(sourceWords.missing);
    const logs = await logsOf(file);
    const database = await bytesOf(file, MOST_MEBIBYTES * 1024 * 1024);
    if (database === undefined) throw new SourceProblem(sourceWords.missing);
    const [after, logsAfter] = [await statOf(file), await logsOf(file)];
    if (after?.modifiedMs === before.modifiedMs && after.size === before.size && isSame(logs, logsAfter))
      return { database, logs };
  }
  throw new SourceProblem(sourceWords.busy);
};

export interface DatabaseCopies {
  /** The path of a copy of the database `file`, made once. Throws `SourceProblem`. */
  of(file: string): Promise<string>;
}

/**
 * Lets databases be copied below `ownFolder`, Greenroom's own, and removes the copies when `use` has ended, however that was.
 * An original is never opened as a database: its program may hold it locked.
 */
export const withDatabaseCopies = async <T>(
  ownFolder: string,
  use: (copies: DatabaseCopies) => Promise<T>,
): Promise<T> => {
  const place = placeIn(ownFolder);
  let folder: Promise<string> | undefined;
  const ownCopyFolder = async (): Promise<string> => {
    await mkdir(place, { recursive: true, mode: 0o700 });
    const made = await mkdtemp(path.join(place, `${process.pid}-`));
    open.add(made);
    return made;
  };
  const write = async (file: string, number: number): Promise<string> => {
    const { database, logs } = await partsOf(file);
    try {
      folder ??= ownCopyFolder();
      const copy = path.join(await folder, `${number}.sqlite`);
      await writeFile(copy, database, { mode: 0o600 });
      for (const [suffix, bytes] of logs) await writeFile(`${copy}${suffix}`, bytes, { mode: 0o600 });
      return copy;
    } catch {
      throw new SourceProblem(sourceWords.noRoom);
    }
  };
  const copies = new Map<string, Promise<string>>();
  try {
    return await use({
      of: (file) => {
        const copy = copies.get(file) ?? write(file, copies.size);
        copies.set(file, copy);
        return copy;
      },
    });
  } finally {
    await Promise.allSettled(copies.values());
    const made = await folder?.catch(() => undefined);
    if (made !== undefined) {
      await rm(made, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
      open.delete(made);
    }
  }
};
