/** Owns files that were opened with Greenroom: a stranger may have written them, and named them. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileTooLarge, notReadable, oneAtATime, refusedRead, refusedUnread } from '../../core/invite/accepted-files.ts';
import { MOST_BYTES, type SubmittedInvitation } from '../../core/ipc/invitation-messages.ts';
import { type Message, messages } from '../../core/messages/messages.ts';
import { name as nameValue } from '../../core/messages/value.ts';
import { type NotRead, readNamedFile } from '../../platform/machine/places/named-file.ts';
import { isOnAnotherComputer } from '../../platform/machine/places/place-of.ts';
import { ownArguments } from '../command-line.ts';

const words = messages('open-file', {
  elsewhere: 'That address leads to no file on this computer, so Greenroom did nothing.',
  missing: '“{name}” isn’t there any more.',
  folder: '“{name}” is a folder. Open the invitation in it.',
  device: '“{name}” is a device and not a file.',
  denied: 'This account may not read “{name}”.',
  silent: 'The place that holds “{name}” doesn’t answer.',
  empty: '“{name}” is empty.',
});

type FileGiven = Extract<SubmittedInvitation, { kind: 'file' }>;
export type OpenedFile =
  | { readonly kind: 'given'; readonly given: FileGiven }
  | { readonly kind: 'refused'; readonly sentence: Message };

const refused = (sentence: Message): OpenedFile => ({ kind: 'refused', sentence });

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
      const file = fileURLToPath(url);
      return isOnAnotherComputer(file) ? null : file;
    } catch {
      return null;
    }
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(word)) return null;
  // Windows' names for devices, and other computers': to ask for such a file tells them whose account this is.
  return isOnAnotherComputer(word) ? null : path.resolve(folder, word);
};

const sentences: Readonly<Record<Exclude<NotRead['is'], 'too-large'>, (name: string) => Message>> = {
  missing: (name) => words.missing({ name: nameValue(name) }),
  folder: (name) => words.folder({ name: nameValue(name) }),
  device: (name) => words.device({ name: nameValue(name) }),
  denied: (name) => words.denied({ name: nameValue(name) }),
  silent: (name) => words.silent({ name: nameValue(name) }),
  elsewhere: () => words.elsewhere,
  unreadable: notReadable,
};

const notRead = (why: NotRead, name: string): Message =>
  why.is === 'too-large' ? fileTooLarge(name, why.size) : sentences[why.is](name);

/** Reads what was opened, given as a path or a `file:` address; `folder` is where a relative path begins. Never throws. */
export const readOpened = async (given: readonly string[], folder: string): Promise<OpenedFile> => {
  const [word = '', ...more] = given;
  if (more.length > 0) return refused(oneAtATime);
  const file = pathOf(word, folder);
  if (file === null) return refused(words.elsewhere);
  const name = path.basename(file);
  // Its name alone: what only another program reads is not opened.
  const unread = refusedUnread(name, 0);
  if (unread !== null) return refused(unread);
  const opened = await readNamedFile(file, MOST_BYTES);
  if (opened.is !== 'read') return refused(notRead(opened, name));
  const bytes = new Uint8Array(opened.bytes);
  if (bytes.byteLength === 0) return refused(words.empty({ name: nameValue(name) }));
  const why = refusedRead(name, bytes);
  return why === null ? { kind: 'given', given: { kind: 'file', name: name.slice(-255), bytes } } : refused(why);
};
