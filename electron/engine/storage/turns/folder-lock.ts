/**
 * Owns one writer at a time in Greenroom's folder, among all processes of a person. A lock has one owner also when the one
 * before it was killed: nobody ever takes away a lock that somebody else may hold by now.
 */
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../files/storage-error.ts';
import { hasEnded, newOwner } from './lock-owner.ts';

const NAME = 'greenroom.lock';

/** Lets go of the lock. */
export type Release = () => Promise<void>;

/** What a killed wait for the lock leaves behind, by its owner; null for every other name. */
export const waitingOwner = (name: string): string | null =>
  name.startsWith(`${NAME}-`) ? name.slice(NAME.length + 1) : null;

const ignoring = async (codes: readonly string[], work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!codes.includes(codeOf(error))) throw error;
  });
};

/** What a folder with something in it answers to a folder that is to take its place. */
const taken = ['ENOTEMPTY', 'EEXIST'];

/** Removes the entries of owners that have ended. By their names: the lock of a new owner has another one. */
const removeEnded = async (lock: string): Promise<void> => {
  const names = await readdir(lock).catch((): string[] => []);
  for (const name of names) {
    const entry = path.join(lock, name);
    if (await hasEnded(name, entry)) await ignoring(['ENOENT'], unlink(entry));
  }
  // Succeeds only for an empty folder. Most systems would put another in its place without this.
  await rmdir(lock).catch(() => {});
};

/**
 * The lock is a folder with one entry, which is named after its owner. It comes into being as a whole, by a rename, which
 * succeeds only where there is no such folder or an empty one; and of it is removed one named entry, never "the lock".
 */
const tryFolder = async (folder: string, owner: string): Promise<Release | null> => {
  const lock = path.join(folder, NAME);
  const own = path.join(folder, `${NAME}-${owner}`);
  try {
    await rename(own, lock);
  } catch (error) {
    if (!taken.includes(codeOf(error))) throw error;
    await removeEnded(lock);
    return null;
  }
  return async () => {
    await ignoring(['ENOENT'], unlink(path.join(lock, owner)));
    await rmdir(lock).catch(() => {});
  };
};

/** macOS and Windows lock a file as they open it, and let go of it with the process that opened it. */
const exclusive: Readonly<Record<string, number>> = {
  // O_EXLOCK, and not to wait for it.
  darwin: 0x20 | constants.O_NONBLOCK,
  // UV_FS_O_EXLOCK: opened for nobody else.
  win32: 0x10000000,
};

const tryFile = async (folder: string, flags: number): Promise<Release | null> => {
  try {
    const handle = await open(path.join(folder, NAME), constants.O_RDWR | constants.O_CREAT | flags, 0o600);
    return () => handle.close();
  } catch (error) {
    if (['EAGAIN', 'EWOULDBLOCK', 'EBUSY'].includes(codeOf(error))) return null;
    throw error;
  }
};

export interface LockAttempt {
  /** Resolves to null while somebody else holds the lock. Throws what the file system throws. */
  attempt(): Promise<Release | null>;
  /** To be called when nobody tries any more. */
  end(): Promise<void>;
}

export const createLockAttempt = async (folder: string): Promise<LockAttempt> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const flags = exclusive[process.platform];
  if (flags !== undefined) return { attempt: () => tryFile(folder, flags), end: async () => {} };
  const owner = await newOwner();
  const own = path.join(folder, `${NAME}-${owner}`);
  const end = (): Promise<void> => rm(own, { recursive: true, force: true });
  try {
    await mkdir(own, { mode: 0o700 });
    await writeFile(path.join(own, owner), '', { mode: 0o600 });
  } catch (error) {
    await end();
    throw error;
  }
  return { attempt: () => tryFolder(folder, owner), end };
};
