/** Owns how a paste, a drop or a chosen file becomes what the program is given to inspect, or a sentence about why not. */
import { type GivenInvitation, MOST_BYTES, MOST_MEBIBYTES } from '../../electron/core/invitation.ts';
import { shown, size } from './invitation-words.ts';

export type Taken =
  | { readonly kind: 'given'; readonly given: GivenInvitation; readonly label: string }
  | { readonly kind: 'refused'; readonly sentence: string };

const refused = (sentence: string): Taken => ({ kind: 'refused', sentence });
const tooLarge = (what: string, bytes: number): Taken =>
  refused(`${what} has ${size(bytes)}. Greenroom reads at most ${MOST_MEBIBYTES} MB.`);

const READS = 'Greenroom reads saved mails (.eml), calendar files (.ics) and text.';
const ENCODED = /\.(?:eml|ics|ical|ifb|vcs)$/i;

const takenFile = async (file: File): Promise<Taken> => {
  const name = shown(file.name);
  if (/\.msg$/i.test(file.name)) {
    return refused(`“${name}” is a kind of mail that only Outlook reads. Save it as .eml, or copy and paste its text.`);
  }
  if (file.size > MOST_BYTES) return tooLarge(`“${name}”`, file.size);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(`“${name}” could not be read. ${READS}`);
  }
  if (!ENCODED.test(file.name) && bytes.subarray(0, 4096).includes(0)) {
    return refused(`“${name}” is not a mail, a calendar file or text. ${READS}`);
  }
  return {
    kind: 'given',
    given: { kind: 'file', name: file.name.slice(-255), bytes },
    label: `${name}, ${size(file.size)}`,
  };
};

export const takenFiles = (files: readonly File[]): Promise<Taken> => {
  const [file, ...more] = files;
  if (file === undefined) return Promise.resolve(refused(`There was nothing in it. ${READS}`));
  return more.length > 0 ? Promise.resolve(refused('One file at a time, please.')) : takenFile(file);
};

export const takenText = (text: string, label: string): Taken =>
  text.length > MOST_BYTES
    ? tooLarge('The text', text.length)
    : { kind: 'given', given: { kind: 'text', text }, label };

/** What a paste or drop of words holds: where links hide behind words, their source, which says where they lead. */
export const wordsIn = (data: DataTransfer): { readonly plain: string; readonly source: string } => {
  const html = data.getData('text/html');
  const plain = data.getData('text/plain') || data.getData('text/uri-list');
  return { plain, source: /<a\s/i.test(html) ? html : plain };
};
