/** Owns "is the built program there, and newer than what it is built from?", and the build when it is not. */
import { spawn } from 'node:child_process';
import { access, constants, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { constants as systemConstants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
const stamp = path.join(root, 'dist', '.built-at');
const sources = [
  'electron',
  'renderer',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'scripts/camera/workers.ts',
];

const newestChange = async (name: string): Promise<number> => {
  const { mtimeMs } = await stat(name);
  const entries = await readdir(name).catch(() => []);
  return Math.max(mtimeMs, ...(await Promise.all(entries.map((entry) => newestChange(path.join(name, entry))))));
};

const isBuilt = async (): Promise<boolean> => {
  const builtAt = Number(await readFile(stamp, 'utf8').catch(() => Number.NaN));
  const changes = await Promise.all(sources.map((source) => newestChange(path.join(root, source))));
  return builtAt > Math.max(...changes);
};

/** Runs a command in the project's folder with this terminal to its end, and gives the exit code as a shell does. It is ended when this is ended. */
export const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + (signal === null ? 0 : systemConstants.signals[signal]));
    });
  });

/** Builds the program unless what is there is newer than every source; `telling` may say how it goes on. Throws when the build fails. */
export const buildIfNeeded = async (
  telling: (build: () => Promise<number>) => Promise<number> = (build) => build(),
): Promise<void> => {
  if (await isBuilt()) return;
  for (const folder of ['.', 'node_modules'])
    await access(path.join(root, folder), constants.W_OK).catch(() => {
      throw new Error(
        `Greenroom has to be built first, and this account may not write to ${path.join(root, folder)}. Start it from the account that the folder belongs to.`,
      );
    });
  const startedAt = Date.now();
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  // A test runner's own NODE_ENV would give a page made for tests.
  const code = await telling(() =>
    run(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], { ...process.env, NODE_ENV: 'production' }),
  );
  if (code !== 0) throw new Error(`The build failed: "npm run build" ended with ${code}.`);
  await writeFile(stamp, String(startedAt));
};
