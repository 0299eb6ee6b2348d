/** Owns files that were opened with Greenroom: a stranger may have written them, and named them. */
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  fileName,
  notReadable,
  oneAtATime,
  refusedRead,
  refusedUnread,
  tooLarge,
} from '../../core/invite/accepted-files.ts';
import { MOST_BYTES, type SubmittedInvitation } from '../../core/ipc/invitation-messages.ts';
import { ownArguments } from '../command-line.ts';

type FileGiven = Extract<SubmittedInvitation, { kind: 'file' }>;
export type OpenedFile =
  | { readonly kind: 'given'; readonly given: FileGiven }
  | { readonly kind: 'refused'; readonly sentence: string };

const refused = (sentence: string): OpenedFile => ({ kind: 'refused', sentence });

const ELSEWHERE =
  'Greenroom was given an address that leads to no file on this computer, so nothing was done about it.';

/** The words of a start that are neither switches nor `greenroom:` links. */
export const filesIn = (argv: readonly string[], packaged: boolean): readonly string[] =>
  ownArguments(argv, packaged).filter((word) => !word.startsWith('-') && !/^greenroom:/i.test(word));

/** An absolute path; null for what names no file here. A drive's letter is no scheme. */
export const pathOf = (word: string, folder: string): string | null => {
  if (/^file:/i.test(word)) {
    // A server in it would be asked for the file, with this account's name: no file manager writes such an address.
    const url = URL.canParse(word) ? new URL(word) : null;
    if (url === null || url.host !== '') return null;
    try {
      return fileURLToPath(url);
    } catch {
      return null;
    }
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(word)) return null;
  // Windows' names for devices.
  if (/^[\\/]{2}[.?][\\/]/.test(word)) return null;
  return path.resolve(folder, word);
};

/** At most one byte more than is accepted, however much the file grows meanwhile. */
const bytesOf = async (handle: FileHandle): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for await (const chunk of handle.createReadStream({ end: MOST_BYTES, autoClose: false }))
    chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
};

const whyNotAFile = (name: string, entry: { isFile(): boolean; isDirectory(): boolean }): string | null => {
  if (entry.isFile()) return null;
  return entry.isDirectory()
    ? `“${fileName(name)}” is a folder. Open the invitation in it.`
    : `“${fileName(name)}” is a device and not a file.`;
};

const faults: Readonly<Record<string, (name: string) => string>> = {
  ENOENT: (name) => `“${fileName(name)}” is not there any more.`,
  EACCES: (name) => `This account may not read “${fileName(name)}”.`,
  EPERM: (name) => `This account may not read “${fileName(name)}”.`,
};

const readFileAt = async (file: string, name: string): Promise<OpenedFile> => {
  // Looked at before it is opened: opening alone makes some devices act.
  const before = whyNotAFile(name, await stat(file));
  if (before !== null) return refused(before);
  // Not blocking: a pipe that took its place would be waited for without end.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const entry = await handle.stat();
    const unread = whyNotAFile(name, entry) ?? refusedUnread(name, entry.size);
    if (unread !== null) return refused(unread);
    const bytes = await bytesOf(handle);
    if (bytes.byteLength > MOST_BYTES) return refused(tooLarge(`“${fileName(name)}”`, bytes.byteLength));
    if (bytes.byteLength === 0) return refused(`“${fileName(name)}” is empty.`);
    const read = refusedRead(name, bytes);
    return read === null ? { kind: 'given', given: { kind: 'file', name: name.slice(-255), bytes } } : refused(read);
  } finally {
    await handle.close();
  }
};

/** Reads what was opened, given as a path or a `file:` address; `folder` is where a relative path begins. Never throws. */
export const readOpened = async (words: readonly string[], folder: string): Promise<OpenedFile> => {
  const [word = '', ...more] = words;
  if (more.length > 0) return refused(oneAtATime);
  const file = pathOf(word, folder);
  if (file === null) return refused(ELSEWHERE);
  const name = path.basename(file);
  try {
    return await readFileAt(file, name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refused((faults[code] ?? notReadable)(name));
  }
};
