// Owns running a packed program on Node: what Electron does with resources/app.asar.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractFile, listPackage, statFile } from '@electron/asar';

const [, , asar, ...args] = process.argv;
const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-asar-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
// The page and what it loads is most of it, and no program on Node shows a page.
for (const entry of listPackage(asar, { isPack: false })) {
  const name = entry.slice(1);
  if (name.startsWith(path.join('dist', 'renderer')) || 'files' in statFile(asar, name)) continue;
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), extractFile(asar, name));
}
const main = path.join(folder, 'dist/main/index.js');
// A packaged program is its own executable, and no word of its start names a script.
process.execPath = path.join(path.dirname(asar), '../greenroom');
process.argv = [process.execPath, ...args];
await import(pathToFileURL(main).href);
