/** Owns a file that grows line by line up to a size; full, it is put aside, and the one before it goes. */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { whileHeld } from './held-file.ts';
import { storageError } from './storage-error.ts';

/** Appends a line, in the turn of its folder. Throws `StorageError`. */
export const appendBounded = async (file: string, line: string, mostBytes: number): Promise<void> => {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > 0 && size + Buffer.byteLength(line) > mostBytes) await whileHeld(() => rename(file, `${file}.1`));
    await whileHeld(() => appendFile(file, line, { mode: 0o600 }));
  } catch (error) {
    throw storageError(file, error);
  }
};
