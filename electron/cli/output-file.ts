/** Owns writing a file that a person named: for their eyes only, whole or not at all, and never over another one unasked. */

import { lstat, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { says } from '../core/messages/says.ts';
import { place } from '../core/messages/value.ts';
import { writeAtomically } from '../engine/storage/files/atomic-file.ts';
import { mayBeWritten } from '../engine/storage/files/named-output.ts';
import { codeOf, storageError } from '../engine/storage/files/storage-error.ts';
import { isOnAnotherComputer } from '../platform/machine/places/place-of.ts';
import { WrongUsage } from './exit.ts';
import type { Io } from './io.ts';

const words = says('output-file', {
  exists: '{file} exists already. Choose another name, or add --overwrite.',
});

const existsAlready = (name: string): WrongUsage => new WrongUsage(words.exists({ file: place(name) }));

/** Says no before a long work begins: throws `WrongUsage` when the file exists and may not be replaced. */
export const mustBeFree = async (io: Io, name: string, overwrite: boolean): Promise<void> => {
  if (overwrite || isOnAnotherComputer(name)) return;
  const isThere = await lstat(path.resolve(io.cwd, name)).then(
    () => true,
    () => false,
  );
  if (isThere) throw existsAlready(name);
};

/** Throws `WrongUsage` when the file exists and may not be replaced, and `StorageError` when it cannot be written. */
export const writeOutputFile = async (io: Io, name: string, text: string, overwrite: boolean): Promise<void> => {
  const file = path.resolve(io.cwd, name);
  await mayBeWritten(isOnAnotherComputer(name) ? name : file);
  if (overwrite) return writeAtomically(file, text);
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') throw existsAlready(name);
    throw storageError(file, error);
  });
  try {
    await handle.writeFile(text, 'utf8').finally(() => handle.close());
  } catch (error) {
    // Half of it is of no use, and would be in the way of the next try.
    await rm(file, { force: true }).catch(() => {});
    throw storageError(file, error);
  }
};
