/** Owns which files are looked at as an invitation, and the sentence about each that is not: the same in window and program. */

import { MOST_BYTES, MOST_MEBIBYTES } from '../ipc/invitation-messages.ts';
import { type Message, messages } from '../messages/messages.ts';
import type { Value } from '../messages/value.ts';
import { sanitize } from '../text/sanitize.ts';

const words = messages('accepted-files', {
  bytes: '{n, plural, one {# byte} other {# bytes}}',
  kilobytes: '{n, number} kB',
  megabytes: '{n, number} MB',
  fileTooLarge: '“{name}” has {size}. Greenroom reads at most {most, number} MB.',
  textTooLarge: 'The text has {size}. Greenroom reads at most {most, number} MB.',
  notReadable: '“{name}” couldn’t be read. Greenroom reads saved mails (.eml), calendar files (.ics) and text.',
  nothing: 'There was nothing in it. Greenroom reads saved mails (.eml), calendar files (.ics) and text.',
  oneAtATime: 'One file at a time, please.',
  outlook: 'Only Outlook reads “{name}”. Save the mail as .eml, or copy and paste its text.',
  other:
    '“{name}” isn’t a mail, a calendar file or text. Greenroom reads saved mails (.eml), calendar files (.ics) and text.',
  label: '{name}, {size}',
});

const ENCODED = /\.(?:eml|ics|ical|ifb|vcs)$/i;
const LONGEST_NAME = 400;

/** A file's name as it may stand in a sentence. */
export const fileName = (name: string): string => sanitize(name, LONGEST_NAME);
const named = (name: string): Value => ({ kind: 'name', text: fileName(name) });

/** "820 bytes", "34 kB", "1.2 MB". */
export const size = (bytes: number): Message => {
  if (bytes < 1000) return words.bytes({ n: bytes });
  return bytes < 999_500
    ? words.kilobytes({ n: Math.round(bytes / 1000) })
    : words.megabytes({ n: Math.round(bytes / 100_000) / 10 });
};

export const fileTooLarge = (name: string, bytes: number): Message =>
  words.fileTooLarge({ name: named(name), size: size(bytes), most: MOST_MEBIBYTES });
export const textTooLarge = (bytes: number): Message => words.textTooLarge({ size: size(bytes), most: MOST_MEBIBYTES });

export const notReadable = (name: string): Message => words.notReadable({ name: named(name) });

export const nothingGiven = words.nothing;
export const oneAtATime = words.oneAtATime;

/** Before it is read: why not, or null. */
export const refusedUnread = (name: string, bytes: number): Message | null => {
  if (/\.msg$/i.test(name)) return words.outlook({ name: named(name) });
  return bytes > MOST_BYTES ? fileTooLarge(name, bytes) : null;
};

/** When it has been read: why it is none, or null. */
export const refusedRead = (name: string, bytes: Uint8Array): Message | null =>
  !ENCODED.test(name) && bytes.subarray(0, 4096).includes(0) ? words.other({ name: named(name) }) : null;

/** What an inspected file is called beside its answer. */
export const fileLabel = (name: string, bytes: number): Message =>
  words.label({ name: named(name), size: size(bytes) });
