/** Owns one writer at a time on a file, among all processes of a person: by a lock file beside it, which names its process. */
import { open, readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const TRY_EVERY_MS = 10;
/** Writing takes milliseconds. Whoever holds it for longer is not waited for. */
const WAIT_MS = 2_000;
/** A number of a process is given anew some time; a lock of this age belongs to nobody. */
const STALE_MS = 30_000;

const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
};

const take = async (lock: string): Promise<boolean> => {
  try {
    const handle = await open(lock, 'wx', 0o600);
    await handle.writeFile(String(process.pid)).finally(() => handle.close());
    return true;
  } catch (error) {
    // On Windows a lock that is being taken away is refused, not there twice.
    if (isCode(error, 'EEXIST', 'EPERM', 'EBUSY')) return false;
    throw error;
  }
};

/** Left behind by a process that was killed. A lock without a number is just being written. */
const isLeft = async (lock: string): Promise<boolean> => {
  try {
    const [pid, { mtimeMs }] = [Number(await readFile(lock, 'utf8')), await stat(lock)];
    return (pid > 0 && !isAlive(pid)) || Math.abs(Date.now() - mtimeMs) > STALE_MS;
  } catch {
    return false;
  }
};

/** Does `work` while no other process does its own on `file`; `isAlone` is false when another did not end in time. */
export const withLock = async <T>(file: string, work: (isAlone: boolean) => Promise<T>): Promise<T> => {
  const lock = `${file}.lock`;
  const until = performance.now() + WAIT_MS;
  let isAlone = await take(lock);
  while (!isAlone && performance.now() < until) {
    if (await isLeft(lock)) await rm(lock, { force: true });
    else await pause(TRY_EVERY_MS);
    isAlone = await take(lock);
  }
  try {
    return await work(isAlone);
  } finally {
    if (isAlone) await rm(lock, { force: true });
  }
};
