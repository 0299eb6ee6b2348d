/** Owns `npm run bench`: what the program costs on this computer, as a table on standard error and JSON on standard output. */
import { existsSync } from 'node:fs';
import { findBrowser } from '../../test/doubles/electron/window/find-browser.ts';
import { buildIfNeeded } from '../build.ts';
import { cli } from './check.ts';
import { measure } from './measure.ts';
import { BadFolder, benchPhotographs, photographRows } from './photographs.ts';
import { rowsOf } from './rows.ts';

const fail = (sentence: string, exit: 64 | 65): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(exit);
};

/** `npm run bench -- camera FOLDER`: only the look, on labelled photographs. */
const benchCameraOn = async (folder: string): Promise<never> => {
  if (findBrowser() === undefined) fail('There is no browser of the Chromium family on this computer.', 65);
  const result = await benchPhotographs(folder).catch((error: unknown) => {
    if (error instanceof BadFolder) return fail(error.message, 65);
    throw error;
  });
  process.stderr.write(`${photographRows(result).join('\n')}\n`);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  process.exit();
};

const [what, folder, ...more] = process.argv.slice(2);
if (what === 'camera' && folder !== undefined && more.length === 0) await benchCameraOn(folder);
if (what !== undefined) fail('Usage: npm run bench, or npm run bench -- camera FOLDER', 64);

await buildIfNeeded();
if (!existsSync(cli)) throw new Error('The program is not built.');
const result = await measure();
for (const [name, value, note] of rowsOf(result))
  process.stderr.write(`${name.padEnd(20)}${String(value).padEnd(14)}${note}\n`);
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
