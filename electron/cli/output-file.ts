/** Owns writing a file that a person named: for their eyes only, and never over another one unasked. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { WrongUsage } from './exit.ts';
import type { Io } from './io.ts';

/** Throws `WrongUsage` when the file exists and may not be replaced, or cannot be written. */
export const writeOutputFile = async (io: Io, name: string, text: string, overwrite: boolean): Promise<void> => {
  try {
    await writeFile(path.resolve(io.cwd, name), text, { flag: overwrite ? 'w' : 'wx', mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    if (code === 'EEXIST') throw new WrongUsage(`${name} exists already. Choose another name, or add --overwrite.`);
    throw new WrongUsage(`${name} could not be written (${String(code)}).`);
  }
};
