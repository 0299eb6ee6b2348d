/** Owns `npm start`: the program on Electron, else on the stand-in, else its report in the terminal; never without saying which and why. */
import { commandLineArguments } from '../../electron/main/command-line.ts';
import { findBrowser } from '../../test/doubles/electron/window/find-browser.ts';
import { buildIfNeeded, root, run } from '../build.ts';
import { whyNoDisplay } from './display.ts';
import { fetchRuntime } from './fetch.ts';
import { type Launched, launch } from './launch.ts';
import { saying } from './progress.ts';
import { findRuntime } from './runtime.ts';
import { sandboxForbiddenBy, sandboxRemedy } from './sandbox.ts';

const notUp = (why: string): Launched => ({ up: false, why });

const onElectron = async (args: readonly string[]): Promise<Launched> => {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot) return notUp('Electron does not start as root; start it from an ordinary account.');
  const failed = findRuntime().state === 'absent' ? await fetchRuntime() : null;
  if (failed !== null) return notUp(failed);
  const runtime = findRuntime();
  if (runtime.state === 'unusable') return notUp(runtime.why);
  if (runtime.state === 'absent') return notUp('Electron was fetched, and is not whole. Run “npm ci” and start again.');
  const { executable } = runtime;
  const remedy = sandboxRemedy(executable);
  const setting = process.platform === 'linux' ? sandboxForbiddenBy(executable) : undefined;
  if (setting !== undefined)
    return notUp(
      `Electron’s sandbox cannot work here: this system forbids it user namespaces. ${remedy} Or, for all programs until the next restart: “sudo sysctl -w ${setting}”.`,
    );
  return await launch({ name: 'Electron', program: executable, args: [root, ...args], sandboxRemedy: remedy });
};

const inBrowser = async (args: readonly string[]): Promise<Launched> => {
  if (findBrowser() === undefined) return notUp('There is no browser of the Chromium family either.');
  // By its whole address: the program starts itself once more, in another folder, to read what may hang.
  const register = new URL('../../test/doubles/electron/register.mjs', import.meta.url).href;
  return await launch({
    name: 'The browser',
    program: process.execPath,
    args: ['--import', register, 'dist/main/index.js', ...args],
    sandboxRemedy: 'On Debian: “sudo apt install chromium-sandbox”.',
  });
};

/** Where a window can be shown. The exit code, or undefined where none came up. */
const inWindow = async (args: readonly string[]): Promise<number | undefined> => {
  const noDisplay = await whyNoDisplay();
  if (noDisplay !== null) {
    console.error(`${noDisplay} This is the report.`);
    return undefined;
  }
  const electron = await onElectron(args);
  if (electron.up) return electron.code;
  console.error(`${electron.why} Showing Greenroom in the installed browser instead.`);
  const browser = await inBrowser(args);
  if (browser.up) return browser.code;
  console.error(`${browser.why} This is the report.`);
  return undefined;
};

const inTerminal = (words: readonly string[]): Promise<number> => run(process.execPath, ['dist/main/cli.js', ...words]);

const args = process.argv.slice(2);
/** False where what is there could not be built; the builder has said what is wrong in it. */
const isBuilt = await buildIfNeeded((build) =>
  saying({ begins: 'Building Greenroom …', goesOn: () => 'Still building …', afterMs: 2000 }, build),
).then(
  () => true,
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  },
);
// Words are answered in the terminal, whatever there is to show a window.
const words = commandLineArguments(['node', root, ...args], false);
if (!isBuilt) process.exitCode = 1;
else if (words === null) process.exitCode = (await inWindow(args)) ?? (await inTerminal(['check']));
else process.exitCode = await inTerminal(words);
