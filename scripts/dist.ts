/** Owns `npm run dist`: the build, the licence notices of everything bundled, and electron-builder with the runtime it is given. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded, root, run } from './build.ts';
import { cameraLicences } from './camera-licences.ts';

const runtimeFlag = '--electron-dist=';

/**
 * One file from the notices that the build wrote for each of its parts, and those of what the camera's workers load; a
 * package in several parts stands once.
 */
const mergeLicences = async (): Promise<void> => {
  const notices = new Map<string, string>();
  const parts = ['main', 'renderer'].map((part) => readFile(path.join(root, 'dist', part, 'licences.md'), 'utf8'));
  for (const text of [...(await Promise.all(parts)), ...(await cameraLicences())]) {
    for (const notice of text.split(/^(?=## )/m).slice(1)) {
      notices.set(notice.slice(0, notice.indexOf('\n')), `${notice.trimEnd()}\n`);
    }
  }
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
  const title =
    '# Licences of the software in Greenroom\n\nElectron and Chromium have their own files beside the program.\n';
  await writeFile(path.join(root, 'dist', 'THIRD-PARTY-LICENCES.md'), [title, ...sorted].join('\n'));
};

/** For a machine that cannot fetch the runtime: a folder with an unpacked one, or electron's zip file. */
const given = process.argv.slice(2);
const runtime =
  given.find((argument) => argument.startsWith(runtimeFlag))?.slice(runtimeFlag.length) ||
  process.env.ELECTRON_OVERRIDE_DIST_PATH;

await buildIfNeeded();
await mergeLicences();
process.exitCode = await run(process.execPath, [
  fileURLToPath(import.meta.resolve('electron-builder/cli.js')),
  ...['--config', 'electron-builder.yml', '--publish', 'never'],
  ...(runtime === undefined || runtime === '' ? [] : [`-c.electronDist=${path.resolve(runtime)}`]),
  ...given.filter((argument) => !argument.startsWith(runtimeFlag)),
]);
