/** Owns the real machine: runs programs and reads files of this computer, each within its limits and killable. */
import { type Dirent, constants as fsConstants, mkdirSync, type Stats } from 'node:fs';
import { lstat, open, opendir, readlink, stat, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FactUnavailable } from '../../core/facts/fact.ts';
import type { Platform } from '../../core/facts/index.ts';
import { watchProcesses } from '../linux/processes.ts';
import { absentOr } from './file-error.ts';
import {
  abortReason,
  type DirEntry,
  type FileStat,
  type FreeSpace,
  type Host,
  hostVariables,
  type Limits,
  type MachinePort,
  type Operation,
  type Result,
} from './machine.ts';
import { readOwnedFile } from './owned-file.ts';
import { runProgram } from './run-program.ts';

const MEBIBYTE = 1024 * 1024;
const MAX_FILE_BYTES = 64 * MEBIBYTE;
const MAX_ENTRIES = 20_000;
/** Short enough not to be waited for, long enough for a hundred ticks of the kernel's clock on two processors. */
const WATCH_MS = 250;

const isPlatform = (name: string): name is Platform => name === 'linux' || name === 'darwin' || name === 'win32';

/** Makes the folder in which apt may keep its index cache; without one apt builds it anew at every look. */
const ownCacheFolder = (home: string): { cacheFolder?: string } => {
  if (process.platform !== 'linux') return {};
  const base = process.env.XDG_CACHE_HOME;
  const cacheFolder = path.join(
    base !== undefined && path.isAbsolute(base) ? base : path.join(home, '.cache'),
    'greenroom',
  );
  try {
    mkdirSync(cacheFolder, { recursive: true, mode: 0o700 });
    return { cacheFolder };
  } catch {
    return {};
  }
};

const localHost = (): Host => {
  if (!isPlatform(process.platform)) throw new Error(`Greenroom does not run on ${process.platform}.`);
  return {
    platform: process.platform,
    arch: process.arch,
    kernel: os.release(),
    home: os.homedir(),
    variables: Object.fromEntries(
      hostVariables.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    ),
    ...ownCacheFolder(os.homedir()),
    utcOffsetMinutes: -new Date().getTimezoneOffset(),
  };
};

/** Gives up waiting when the signal says so: a file system that hangs keeps its thread, not the run. */
const abandonedBy = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const abandon = (): void => reject(abortReason(signal));
    if (signal.aborted) return abandon();
    signal.addEventListener('abort', abandon, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon));
  });

const readFile = async (file: string, limits: Limits): Promise<Buffer | undefined> => {
  const maxBytes = limits.maxBytes ?? MAX_FILE_BYTES;
  try {
    // A pipe or a device in place of a file would block the open for ever.
    if (!(await stat(file)).isFile()) throw new FactUnavailable('unreadable', `${file} is not a file.`);
    const handle = await open(file, fsConstants.O_RDONLY);
    try {
      const chunks: Buffer[] = [];
      let bytes = 0;
      for (;;) {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(256 * 1024));
        if (bytesRead === 0) return Buffer.concat(chunks);
        bytes += bytesRead;
        if (bytes > maxBytes) throw new FactUnavailable('too-large', `${file} is far larger than it should be.`);
        chunks.push(buffer.subarray(0, bytesRead));
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    return absentOr(error, file);
  }
};

const kindOf = (entry: Dirent | Stats): DirEntry['kind'] =>
  entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';

const readFolder = async (folder: string, limits: Limits): Promise<readonly DirEntry[] | undefined> => {
  try {
    const entries: DirEntry[] = [];
    for await (const entry of await opendir(folder)) {
      if (entries.push({ name: entry.name, kind: kindOf(entry) }) >= (limits.maxEntries ?? MAX_ENTRIES)) break;
    }
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return absentOr(error, folder);
  }
};

const statFile = async (file: string): Promise<FileStat | undefined> => {
  try {
    const found = await stat(file);
    return {
      kind: kindOf(found),
      size: found.size,
      modifiedMs: Math.floor(found.mtimeMs),
      uid: found.uid,
      mode: found.mode & 0o7777,
    };
  } catch (error) {
    return absentOr(error, file);
  }
};

const readLinkTarget = async (file: string): Promise<string | undefined> => {
  try {
    return (await lstat(file)).isSymbolicLink() ? await readlink(file) : undefined;
  } catch (error) {
    return absentOr(error, file);
  }
};

const freeSpaceOf = async (folder: string): Promise<FreeSpace | undefined> => {
  try {
    const { bsize, blocks, bavail } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    return absentOr(error, folder);
  }
};

export interface LocalOptions {
  readonly root?: string;
  readonly host?: Partial<Host>;
  /** How long running programs are watched. */
  readonly watchMs?: number;
}

/**
 * This computer. `root` is put before every path that is read or run, so that a folder can stand for a whole disk in
 * tests, with real processes in it.
 */
export const localMachine = (options: LocalOptions = {}): MachinePort => {
  const root = options.root ?? '';
  const host: Host = { ...localHost(), ...options.host };
  const perform = async (
    operation: Operation,
    limits: Limits,
    signal: AbortSignal,
    onStdout: (soFar: string) => void,
  ): Promise<Result | undefined> => {
    switch (operation.op) {
      case 'run':
        if (!path.isAbsolute(operation.program)) throw new Error(`Not an absolute program path: ${operation.program}`);
        return runProgram(root + operation.program, operation.args, host, limits, signal, onStdout);
      case 'readText':
        return (await abandonedBy(signal, readFile(root + operation.path, limits)))?.toString('utf8');
      case 'readBytes':
        return (await abandonedBy(signal, readFile(root + operation.path, limits)))?.toString('base64');
      case 'readOwned':
        return abandonedBy(signal, readOwnedFile(root, operation.path, limits));
      case 'readDir':
        return abandonedBy(signal, readFolder(root + operation.path, limits));
      case 'stat':
        return abandonedBy(signal, statFile(root + operation.path));
      case 'readLink':
        return abandonedBy(signal, readLinkTarget(root + operation.path));
      case 'freeSpace':
        return abandonedBy(signal, freeSpaceOf(root + operation.path));
      case 'processes':
        return abandonedBy(signal, watchProcesses(`${root}/proc`, options.watchMs ?? WATCH_MS, signal));
    }
  };
  return {
    host,
    read: async <O extends Operation>(
      operation: O,
      limits: Limits,
      signal: AbortSignal,
      onStdout: (soFar: string) => void = () => {},
    ) => (await perform(operation, limits, signal, onStdout)) as Result<O> | undefined,
  };
};
