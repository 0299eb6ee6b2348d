/** Owns which files are looked at as an invitation, and the sentence about each that is not: the same in window and program. */

import { MOST_BYTES, MOST_MEBIBYTES } from '../ipc/invitation-messages.ts';
import { sanitize } from '../text/sanitize.ts';

const READS = 'Greenroom reads saved mails (.eml), calendar files (.ics) and text.';
const ENCODED = /\.(?:eml|ics|ical|ifb|vcs)$/i;
const LONGEST_NAME = 400;

/** A file's name as it may stand in a sentence. */
export const fileName = (name: string): string => sanitize(name, LONGEST_NAME);

/** "820 bytes", "34 kB", "1.2 MB". */
export const size = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

export const tooLarge = (what: string, bytes: number): string =>
  `${what} has ${size(bytes)}. Greenroom reads at most ${MOST_MEBIBYTES} MB.`;

export const notReadable = (name: string): string => `“${fileName(name)}” could not be read. ${READS}`;

export const nothingGiven = `There was nothing in it. ${READS}`;
export const oneAtATime = 'One file at a time, please.';

/** Before it is read: why not, or null. */
export const refusedUnread = (name: string, bytes: number): string | null => {
  if (/\.msg$/i.test(name)) {
    return `“${fileName(name)}” is a kind of mail that only Outlook reads. Save it as .eml, or copy and paste its text.`;
  }
  return bytes > MOST_BYTES ? tooLarge(`“${fileName(name)}”`, bytes) : null;
};

/** When it has been read: why it is none, or null. */
export const refusedRead = (name: string, bytes: Uint8Array): string | null =>
  !ENCODED.test(name) && bytes.subarray(0, 4096).includes(0)
    ? `“${fileName(name)}” is not a mail, a calendar file or text. ${READS}`
    : null;

/** What an inspected file is called beside its answer. */
export const fileLabel = (name: string, bytes: number): string => `${fileName(name)}, ${size(bytes)}`;
