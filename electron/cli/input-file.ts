/** Owns reading a file that a person named on the command line. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../core/text/input-error.ts';
import type { Io } from './io.ts';

const MEBIBYTE = 1024 * 1024;

/** The text of a file of at most `mebibytes`. Throws `InputError` that names the file. */
export const readInputFile = async (io: Io, name: string, mebibytes: number): Promise<string> => {
  const file = path.resolve(io.cwd, name);
  try {
    const { size } = await stat(file);
    if (size > mebibytes * MEBIBYTE) {
      throw new InputError(name, `the file has ${Math.ceil(size / MEBIBYTE)} MB; at most ${mebibytes} MB are read`);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new InputError(name, 'there is no such file');
    if (code === 'EACCES' || code === 'EPERM') throw new InputError(name, 'this account may not read the file');
    if (code === 'EISDIR') throw new InputError(name, 'this is a folder, not a file');
    if (error instanceof TypeError) throw new InputError(name, 'this is not text in UTF-8');
    throw new InputError(name, `the file could not be read (${String(code)})`);
  }
};
