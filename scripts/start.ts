/** Owns `npm start`: the program on Electron, else on the stand-in, else its report in the terminal; never without saying which. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import semver from 'semver';
import { commandLineArguments } from '../electron/main/command-line.ts';
import packageJson from '../package.json' with { type: 'json' };
import { findBrowser, hasDisplay } from '../test/doubles/electron/window/find-browser.ts';
import { buildIfNeeded, root, run, runToEnd } from './build.ts';
import { findElectron } from './electron-runtime.ts';
import { sandboxForbiddenBy, sentenceOfEnd, startOf } from './start-way.ts';

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
// Words are answered in the terminal, whatever there is to show a window.
const words = commandLineArguments(['node', root, ...args], false);
// Nothing is fetched for what shows no window.
if (words === null && hasDisplay() && findElectron() === undefined) await fetchElectron();

const electron = findElectron();
const onLinux = process.platform === 'linux';
const { way, sentence } = startOf({
  electron,
  hasBrowser: findBrowser() !== undefined,
  hasDisplay: hasDisplay(),
  isRoot: onLinux && process.getuid?.() === 0,
  sandboxForbiddenBy: onLinux && electron !== undefined ? sandboxForbiddenBy(electron) : undefined,
});
if (words === null && sentence !== null) console.error(sentence);
if (words !== null || way === 'terminal') {
  process.exitCode = await run(process.execPath, ['dist/main/cli.js', ...(words ?? ['check'])]);
} else if (way === 'browser') {
  // By its whole address: the program starts itself once more, in another folder, to read what may hang.
  const register = new URL('../test/doubles/electron/register.mjs', import.meta.url).href;
  const standIn = ['--import', register, 'dist/main/index.js'];
  process.exitCode = await run(process.execPath, [...standIn, ...args]);
} else if (electron !== undefined) {
  const { code, signal } = await runToEnd(electron, [root, ...args]);
  const end = sentenceOfEnd(signal);
  if (end !== null) console.error(end);
  process.exitCode = code;
}
