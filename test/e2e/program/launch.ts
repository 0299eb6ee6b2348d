/** Owns the start of the built program for end-to-end tests: on Electron where there is one, else on the stand-in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, chromium, type Page } from 'playwright-core';
import type { CheckId } from '../../../electron/core/checks/ids.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { findElectron } from '../../../scripts/start/runtime.ts';
import type { FromTest, StandInRecord, ToTest } from '../../doubles/electron/record.ts';
import { PATIENCE_MS } from '../page/page-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const main = path.join(root, 'dist/main/index.js');
/** By its whole address: the program starts itself once more, in another folder, to read what may hang. */
const standIn = new URL('../../doubles/electron/register.mjs', import.meta.url).href;

if (process.env.GREENROOM_ON_ELECTRON === '1' && findElectron() === undefined)
  throw new Error(
    'GREENROOM_ON_ELECTRON asks for Electron’s runtime, and it is not there: npx install-electron fetches it.',
  );

/** What the tests of this run run on. */
export const runtimeName = findElectron() === undefined ? 'the stand-in for Electron' : 'Electron';

type Settings = Readonly<Record<string, unknown>>;

/** Settings with which nothing but these checks is made: a start of what does not depend on the computer is quick by it. */
export const onlyChecks = (...ids: readonly CheckId[]): Settings =>
  Object.fromEntries(checks.flatMap(({ id }) => (ids.includes(id) ? [] : [[id, { importance: 'off' }]])));

export interface LaunchOptions {
  /** Chromium switches, as Electron takes them too: `--use-fake-device-for-media-stream`. */
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Folder for Greenroom's files and the lock; a new empty one when absent, which then goes with the program. */
  readonly folder?: string;
  /** What the person has set, by area; what is stored in the folder when absent. */
  readonly settings?: Settings;
}

export interface RunningApp {
  readonly page: Page;
  readonly folder: string;
  /** The exit code, once the program has ended. */
  readonly exited: Promise<number | null>;
  /** Addresses that the system was told to open. */
  opened(): Promise<readonly string[]>;
  chooseMenuItem(id: string): Promise<void>;
  /** Makes the computer or the window do what Electron tells by this event. */
  happen(where: 'power' | 'window', event: string): Promise<void>;
  /** The file that the person names in the next dialog that asks where to save. */
  saveNextAs(file: string): Promise<void>;
  /** As macOS tells that a file was opened with the program. */
  openFile(file: string): Promise<void>;
  /** Clicks the newest notification, or one of its buttons: on the stand-in only. */
  clickNotification(button?: number): Promise<void>;
  /** Lets so much time pass at once for the program, and its timers ring: on the stand-in only. */
  passTime(milliseconds: number): Promise<void>;
  /** Whatever else the stand-in can be made to do. */
  control(message: FromTest): Promise<StandInRecord>;
  /** What only the stand-in can tell; null on Electron. */
  record(): Promise<StandInRecord | null>;
  /** Whether the window can be seen, as the runtime says. */
  isVisible(): Promise<boolean>;
  /** Ends the program and removes what it left. */
  stop(): Promise<void>;
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });

/** Command and arguments that run the built program, to be started in the project's folder. */
export const programCommand = (args: readonly string[]): readonly [string, string[]] => {
  const electron = findElectron();
  return electron === undefined
    ? [process.execPath, ['--import', standIn, main, ...args]]
    : [electron, [root, ...args]];
};

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in the project's folder to its end. */
export const runCommand = (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => {
      output.stdout += String(data);
    });
    child.stderr.on('data', (data) => {
      output.stderr += String(data);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });

/** Runs the built program to its end. */
export const runProgram = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runCommand(...programCommand(args), env);

const notOnElectron = (): Promise<never> => Promise.reject(new Error('Only the stand-in can be made to do this.'));

const launchOnElectron = async (executablePath: string, args: string[], env: NodeJS.ProcessEnv) => {
  const electron = await _electron.launch({
    executablePath,
    args: [root, ...args],
    env: Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
  });
  // Nothing is really opened while a test runs.
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  return {
    page: await electron.firstWindow(),
    exited: exitOf(electron.process()),
    opened: () => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
    chooseMenuItem: (id: string) =>
      electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id),
    happen: (where: 'power' | 'window', event: string) =>
      electron.evaluate(
        ({ powerMonitor, BrowserWindow }, [place, name]) =>
          void (place === 'power' ? powerMonitor : BrowserWindow.getAllWindows()[0])?.emit(name),
        [where, event] as const,
      ),
    saveNextAs: (file: string) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, file),
    openFile: (file: string) =>
      electron.evaluate(({ app }, name) => void app.emit('open-file', { preventDefault: () => {} }, name), file),
    clickNotification: notOnElectron,
    passTime: notOnElectron,
    control: notOnElectron,
    isVisible: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible())),
    record: () => Promise.resolve(null),
    end: () => electron.close(),
  };
};

const launchOnStandIn = async (args: string[], env: NodeJS.ProcessEnv) => {
  const [command, commandArgs] = programCommand(args);
  const child = spawn(command, commandArgs, {
    cwd: root,
    env: { ...env, GREENROOM_STAND_IN: 'controlled' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      output += String(data);
    });
  const exited = exitOf(child);
  const answers: ((record: StandInRecord) => void)[] = [];
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: ToTest) => {
      if (message.type === 'browser') resolve(message.endpoint);
      else answers.shift()?.(message.record);
    });
    void exited.then((code) =>
      reject(new Error(`The program ended with code ${code} before its window opened.\n${output}`)),
    );
  });
  const browser = await chromium.connectOverCDP(endpoint, { timeout: PATIENCE_MS });
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('The browser has no page.');
  const ask = (message: FromTest): Promise<StandInRecord> =>
    new Promise((resolve) => {
      answers.push(resolve);
      child.send(message);
    });
  return {
    page,
    exited,
    opened: async () => (await ask({ type: 'record' })).opened,
    chooseMenuItem: async (id: string) => {
      await ask({ type: 'menu', id });
    },
    happen: async (where: 'power' | 'window', event: string) => {
      await ask({ type: where, event });
    },
    saveNextAs: async (file: string) => {
      await ask({ type: 'save', file });
    },
    openFile: async (file: string) => {
      await ask({ type: 'open-file', file });
    },
    clickNotification: async (button?: number) => {
      await ask({ type: 'notification', button: button ?? null });
    },
    passTime: async (milliseconds: number) => {
      await ask({ type: 'time', milliseconds });
    },
    control: ask,
    isVisible: async () => (await ask({ type: 'record' })).window === 'shown',
    record: () => ask({ type: 'record' }),
    end: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};

/** Starts the built program and waits for its page. Tests need the global set-up: the build, a browser, a display. */
export const launchApp = async (options: LaunchOptions = {}): Promise<RunningApp> => {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'greenroom-e2e-')));
  if (options.settings !== undefined) {
    const stored = { schema: 'greenroom.settings/1', values: options.settings };
    await writeFile(path.join(folder, 'settings.json'), JSON.stringify(stored));
  }
  const args = [`--user-data-dir=${folder}`, ...(options.switches ?? [])];
  const env = { ...process.env, GREENROOM_STATE: folder, ...options.env };
  const electron = findElectron();
  const { end, ...running } = await (electron === undefined
    ? launchOnStandIn(args, env)
    : launchOnElectron(electron, args, env));
  running.page.setDefaultTimeout(PATIENCE_MS);
  await running.page.waitForURL(/\/index\.html(?:\?lang=\w+)?$/);
  return {
    ...running,
    folder,
    stop: async () => {
      await end();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
