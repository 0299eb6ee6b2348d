/** Owns the life of the program as Electron's `app` tells it: ready, windows, the end. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { record } from './record.ts';
import { releaseLock, requestLock, secondInstanceTold } from './single-instance.ts';
import { strict } from './strict.ts';
import { endAtOnce } from './system.ts';

export const appEvents = new EventEmitter();

let ready: Promise<void> | undefined;
let isReady = false;
/** `ready` comes after the program's main file has been evaluated, and only if somebody waits for it. */
const whenReady = (): Promise<void> => {
  ready ??= new Promise((resolve) => {
    setImmediate(() => {
      isReady = true;
      // As Electron does: asked to end by the terminal, it ends in order.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, quit);
      resolve();
    });
  });
  return ready;
};

/** What must be done before the process ends: close the browser, remove its profile. */
const closers: (() => Promise<void>)[] = [];
export const beforeExit = (close: () => Promise<void>): void => void closers.push(close);

const exit = (code = 0): void => {
  // Before `ready` Electron ends at once: nobody hears `exit`, and what is still in a pipe's queue is lost.
  if (!isReady && !waitsForSecond) endAtOnce(code);
  if (closers.length === 0 && !waitsForSecond) process.exit(code);
  void Promise.allSettled([...closers.map((close) => close()), secondInstanceTold()]).then(() => process.exit(code));
};
let waitsForSecond = false;

const quit = (): void => {
  let prevented = false;
  const event = { preventDefault: () => (prevented = true) };
  for (const name of ['before-quit', 'will-quit'] as const) {
    appEvents.emit(name, event);
    if (prevented) return;
  }
  exit(0);
};

/** Electron quits by itself unless somebody listens. */
export const lastWindowClosed = (): void => {
  if (!appEvents.emit('window-all-closed')) quit();
};

/** As Electron insists. */
export const mustBeBeforeReady = (what: string): void => {
  if (isReady) throw new Error(`${what} must be called before the app is ready.`);
};

const hasSwitch = (name: string): boolean =>
  process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));

const appended: string[] = [];
/** Switches that the program set for its browser. */
export const appendedSwitches = (): readonly string[] => appended;
const appendSwitch = (name: string, value?: string): void => {
  mustBeBeforeReady('app.commandLine.appendSwitch()');
  appended.push(value === undefined ? `--${name}` : `--${name}=${value}`);
};

const packageFile = new URL('../../../package.json', import.meta.url);

type Used =
  | 'isPackaged'
  | 'commandLine'
  | 'whenReady'
  | 'on'
  | 'exit'
  | 'getVersion'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setToastActivatorCLSID'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'quit'
  | 'getLoginItemSettings'
  | 'setLoginItemSettings'
  | 'setBadgeCount';

export const app: Pick<App, Used> = strict<Pick<App, Used>>('app', {
  // As Electron: by the name of the executable.
  isPackaged: path.basename(process.execPath) === 'greenroom',
  commandLine: strict('app.commandLine', { hasSwitch, appendSwitch } as App['commandLine']),
  whenReady,
  on: appEvents.on.bind(appEvents) as unknown as App['on'],
  exit,
  quit,
  // Not packaged: there is nothing that a system could start at login.
  getLoginItemSettings: () => ({
    openAtLogin: false,
    wasOpenedAtLogin: false,
    status: 'not-found',
    executableWillLaunchAtLogin: false,
    launchItems: [],
  }),
  setLoginItemSettings: () => {
    throw new Error('A program that is not packaged must not be set to start at login.');
  },
  setBadgeCount: (count = 0) => {
    record.badge = count;
    return true;
  },
  getVersion: () => (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version,
  enableSandbox: () => mustBeBeforeReady('app.enableSandbox()'),
  setAppUserModelId: () => {},
  setToastActivatorCLSID: () => {},
  releaseSingleInstanceLock: releaseLock,
  requestSingleInstanceLock: () => {
    const first = requestLock(({ argv, workingDirectory }) =>
      appEvents.emit('second-instance', {}, argv, workingDirectory, undefined),
    );
    waitsForSecond = !first;
    return first;
  },
});
