/** Owns reading files and folders within limits. Each reading may hang for ever: who waits for it is another's business. */

import { type Dirent, constants as fsConstants, type Stats } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, opendir, readlink, realpath, stat, statfs } from 'node:fs/promises';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place } from '../../../core/messages/value.ts';
import { reasons } from '../../reasons.ts';
import { absentOr } from '../file-error.ts';
import type { DirEntry, FileStat, FreeSpace, Limits, Operation, Result } from '../machine.ts';
import { readOwnedFile } from '../owned-file.ts';

const words = messages('file', {
  unknownWay: 'This Greenroom doesn’t know how to read {file}.',
});

export type FileReading = Exclude<Operation, { op: 'run' | 'processes' | 'systemInformation' }>;
/** What may hang as a reading may, and is none: no recording holds it. */
export type FileOperation = FileReading | { readonly op: 'realPath' | 'makeFolder'; readonly path: string };
export type FileResult<O extends FileOperation> = O extends FileReading ? Result<O> : string;

const MEBIBYTE = 1024 * 1024;
const MAX_FILE_BYTES = 64 * MEBIBYTE;
const MAX_ENTRIES = 20_000;
const LARGEST_PIECE = 256 * 1024;
const UNSIZED_PIECE = 16 * 1024;

const bytesOf = async (handle: FileHandle, file: string, maxBytes: number): Promise<Buffer> => {
  // What took the file's place since it was looked at: a pipe or a device may go on without end.
  const found = await handle.stat();
  if (!found.isFile()) throw new FactUnavailable('unreadable', reasons.noFile({ what: place(file) }));
  // The kernel's own files have no size. One byte more tells the end of the others at once.
  const piece = found.size === 0 ? UNSIZED_PIECE : Math.min(found.size + 1, LARGEST_PIECE);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(piece));
    if (bytesRead === 0) return Buffer.concat(chunks);
    bytes += bytesRead;
    if (bytes > maxBytes) throw new FactUnavailable('too-large', reasons.large({ what: place(file) }));
    chunks.push(buffer.subarray(0, bytesRead));
  }
};

const readFile = async (file: string, limits: Limits): Promise<Buffer | undefined> => {
  try {
    // Looked at before it is opened: opening alone makes some devices act.
    if (!(await stat(file)).isFile()) throw new FactUnavailable('unreadable', reasons.noFile({ what: place(file) }));
    // Not blocking: a pipe that took its place would be waited for without end.
    const handle = await open(file, fsConstants.O_RDONLY | (fsConstants.O_NONBLOCK ?? 0));
    try {
      return await bytesOf(handle, file, limits.maxBytes ?? MAX_FILE_BYTES);
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

/** `root` stands before the path. Throws `FactUnavailable` for what cannot be read; undefined when it is not there. */
export const performFileOperation = async (
  root: string,
  operation: FileOperation,
  limits: Limits,
): Promise<Result | undefined> => {
  const file = root + operation.path;
  switch (operation.op) {
    case 'readText':
      return (await readFile(file, limits))?.toString('utf8');
    case 'readBytes':
      return (await readFile(file, limits))?.toString('base64');
    case 'readOwned':
      return readOwnedFile(root, operation.path, limits);
    case 'readDir':
      return readFolder(file, limits);
    case 'stat':
      return statFile(file);
    case 'readLink':
      return readLinkTarget(file);
    case 'freeSpace':
      return freeSpaceOf(file);
    case 'realPath':
      return realpath(file).catch((error: unknown) => absentOr(error, file));
    case 'makeFolder':
      await mkdir(file, { recursive: true, mode: 0o700 });
      return undefined;
    default:
      // A program that was updated meanwhile may be asked by the one before: "not there" would be a guess.
      throw new FactUnavailable('fault', words.unknownWay({ file: place(file) }));
  }
};
