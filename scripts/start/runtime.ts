/** Owns where Electron's runtime is on this machine, and whether it is whole and the right one. */
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };

/** Electron's package, which fetches the runtime into itself. */
export const electronPackage = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));

const wanted = packageJson.devDependencies.electron;
const executables: { readonly [K in NodeJS.Platform]?: string } = {
  linux: 'electron',
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const executableName = executables[process.platform] ?? 'electron';

/** `absent`: it can be fetched. `unusable`: a person named it, and has to be told why it is not started. */
export type Runtime =
  | { readonly state: 'ready'; readonly executable: string }
  | { readonly state: 'absent' }
  | { readonly state: 'unusable'; readonly why: string };

const text = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
};

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    const { size } = statSync(file);
    return size > 0;
  } catch {
    return false;
  }
};

const named = (folder: string): Runtime => {
  const executable = path.join(folder, executableName);
  const unusable = (why: string): Runtime => ({
    state: 'unusable',
    why: `ELECTRON_OVERRIDE_DIST_PATH names “${folder}”, ${why}.`,
  });
  if (statSync(executable, { throwIfNoEntry: false }) === undefined) return unusable('where no Electron is');
  if (!canRun(executable)) return unusable('where Electron is not whole: its program cannot be run');
  const version = text(path.join(folder, 'version'))?.replace(/^v/, '');
  return version === undefined || version.split('.')[0] === wanted.split('.')[0]
    ? { state: 'ready', executable }
    : unusable(`where Electron ${version.slice(0, 20)} is; Greenroom needs ${wanted}`);
};

/** As Electron's own installer asks: it writes both files last, so that a half-unpacked runtime lacks one. */
const installed = (folder: string): Runtime => {
  const executable = path.join(folder, 'dist', executableName);
  const isWhole =
    text(path.join(folder, 'dist/version'))?.replace(/^v/, '') === wanted &&
    text(path.join(folder, 'path.txt')) === executableName &&
    canRun(executable);
  return isWhole ? { state: 'ready', executable } : { state: 'absent' };
};

/** The runtime that `ELECTRON_OVERRIDE_DIST_PATH` names, else the one in Electron's package. */
export const findRuntime = (
  namedFolder = process.env.ELECTRON_OVERRIDE_DIST_PATH,
  packageFolder = electronPackage,
): Runtime => (namedFolder ? named(namedFolder) : installed(packageFolder));

/** The runtime's executable; undefined when there is none that can be used. */
export const findElectron = (): string | undefined => {
  const runtime = findRuntime();
  return runtime.state === 'ready' ? runtime.executable : undefined;
};
