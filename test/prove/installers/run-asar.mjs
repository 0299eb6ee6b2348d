// Owns running a packed program on Node: what Electron does with resources/app.asar.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll } from '@electron/asar';

const [, , asar, ...args] = process.argv;
const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-asar-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
extractAll(asar, folder);
const main = path.join(folder, 'dist/main/index.js');
// A packaged program is its own executable, and no word of its start names a script.
process.execPath = path.join(path.dirname(asar), '../greenroom');
process.argv = [process.execPath, ...args];
await import(pathToFileURL(main).href);
