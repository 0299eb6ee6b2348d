/** Owns reading a file together with who may have written it, so that what is judged is what was read. */

import { constants as fsConstants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { posix } from 'node:path';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { place } from '../../core/messages/value.ts';
import { reasons } from '../reasons.ts';
import { absentOr, errorCode } from './file-error.ts';
import type { DirEntry, Limits, OwnedFile, OwnedStep } from './machine.ts';

const MAX_BYTES = 1024 * 1024;

interface Owner {
  readonly uid: number;
  readonly mode: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

const stepOf = (path: string, stats: Owner): OwnedStep => {
  const kind: DirEntry['kind'] = stats.isSymbolicLink()
    ? 'link'
    : stats.isDirectory()
      ? 'folder'
      : stats.isFile()
        ? 'file'
        : 'other';
  return { path, kind, uid: stats.uid, mode: stats.mode & 0o7777 };
};

const textOf = async (handle: FileHandle, path: string, size: number, limits: Limits): Promise<string> => {
  if (size > (limits.maxBytes ?? MAX_BYTES))
    throw new FactUnavailable('too-large', reasons.large({ what: place(path) }));
  return handle.readFile('utf8');
};

/** "/", "/etc", "/etc/greenroom" for "/etc/greenroom/policy.yaml". */
const foldersOf = (path: string): readonly string[] => {
  const folder = posix.dirname(path);
  return folder === path || folder === '/' ? ['/'] : [...foldersOf(folder), folder];
};

/**
 * Opens first and looks at what is open: whoever swaps the file afterwards changes nothing of what was read. Once every
 * folder on the way belongs to root alone, nobody else could have swapped one of them either.
 */
export const readOwnedFile = async (root: string, path: string, limits: Limits): Promise<OwnedFile | undefined> => {
  let handle: FileHandle;
  try {
    // Not blocking: a pipe in its place would otherwise be waited for without end.
    const flags = fsConstants.O_RDONLY | (fsConstants.O_NOFOLLOW ?? 0) | (fsConstants.O_NONBLOCK ?? 0);
    handle = await open(root + path, flags);
  } catch (error) {
    if (errorCode(error) !== 'ELOOP') return absentOr(error, path);
    return { text: '', steps: [stepOf(path, await lstat(root + path))] };
  }
  try {
    const opened = await handle.stat();
    const last = stepOf(path, opened);
    const text = last.kind === 'file' ? await textOf(handle, path, opened.size, limits) : '';
    const folders = await Promise.all(
      foldersOf(path).map(async (folder) => stepOf(folder, await lstat(root + folder))),
    );
    return { text, steps: [...folders, last] };
  } catch (error) {
    return absentOr(error, path);
  } finally {
    await handle.close();
  }
};
