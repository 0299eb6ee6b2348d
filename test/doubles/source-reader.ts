/** Owns starting the reader process from its source, as the built program starts the built one. */
import { fileURLToPath } from 'node:url';
import type { ReaderCommand } from '../../electron/platform/machine/places/reader-command.ts';

const main = fileURLToPath(new URL('../../electron/platform/machine/places/reader-main.ts', import.meta.url));

export const sourceReader: ReaderCommand = {
  program: process.execPath,
  args: ['--import', import.meta.resolve('jiti/register'), main],
};
