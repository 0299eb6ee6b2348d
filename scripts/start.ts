/** Owns `npm start`: the program on Electron, else on the stand-in, else its report in the terminal; never without saying which. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import semver from 'semver';
import packageJson from '../package.json' with { type: 'json' };
import { findBrowser, hasDisplay } from '../test/doubles/electron/window/find-browser.ts';
import { buildIfNeeded, root, run } from './build.ts';
import { findElectron } from './electron-runtime.ts';

/** Where nothing answers, the installer gives up by itself within seconds; this is for a line too slow to wait for. */
const FETCH_LIMIT_MS = 300_000;

/** Lets electron's own installer fetch the runtime. What goes wrong there is told by the caller, in one line. */
const fetchElectron = async (): Promise<void> => {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return;
  console.error('Fetching Electron, once …');
  const installer = path.join(root, 'node_modules/electron/install.js');
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: FETCH_LIMIT_MS });
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
};

if (!semver.satisfies(process.version, packageJson.engines.node)) {
  console.error(
    `Greenroom needs Node ${packageJson.engines.node} and found ${process.version}. Install a newer Node and start again.`,
  );
  process.exit(1);
}

const args = process.argv.slice(2);
await buildIfNeeded();
if (findElectron() === undefined) await fetchElectron();

const electron = findElectron();
/** By its whole address: the program starts itself once more, in another folder, to read what may hang. */
const register = new URL('../test/doubles/electron/register.mjs', import.meta.url).href;
const standIn = ['--import', register, 'dist/main/index.js'];
const missing =
  'Electron is not on this computer and could not be fetched; set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.';

if (electron !== undefined) {
  process.exitCode = await run(electron, [root, ...args]);
} else if (findBrowser() !== undefined && hasDisplay()) {
  console.error(`${missing} Showing Greenroom in the installed browser instead.`);
  process.exitCode = await run(process.execPath, [...standIn, ...args]);
} else {
  const without = hasDisplay() ? 'There is no browser of the Chromium family either' : 'There is no display either';
  console.error(`${missing} ${without}: this is the report.`);
  process.exitCode = await run(process.execPath, ['dist/main/cli.js', 'check']);
}
