/** Owns how a paste, a drop or a chosen file becomes what the program is given to inspect, or a sentence about why not. */
import {
  fileLabel,
  nothingGiven,
  notReadable,
  oneAtATime,
  refusedRead,
  refusedUnread,
  textTooLarge,
} from '../../electron/core/invite/accepted-files.ts';
import { MOST_BYTES, type SubmittedInvitation } from '../../electron/core/ipc/invitation-messages.ts';
import type { Message } from '../../electron/core/messages/messages.ts';

export type InvitationTaken =
  | { readonly kind: 'given'; readonly given: SubmittedInvitation; readonly label: Message }
  | { readonly kind: 'refused'; readonly sentence: Message };

const refused = (sentence: Message): InvitationTaken => ({ kind: 'refused', sentence });

const takenFile = async (file: File): Promise<InvitationTaken> => {
  const unread = refusedUnread(file.name, file.size);
  if (unread !== null) return refused(unread);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(notReadable(file.name));
  }
  const read = refusedRead(file.name, bytes);
  if (read !== null) return refused(read);
  return {
    kind: 'given',
    given: { kind: 'file', name: file.name.slice(-255), bytes },
    label: fileLabel(file.name, file.size),
  };
};

export const takenFiles = (files: readonly File[]): Promise<InvitationTaken> => {
  const [file, ...more] = files;
  if (file === undefined) return Promise.resolve(refused(nothingGiven));
  return more.length > 0 ? Promise.resolve(refused(oneAtATime)) : takenFile(file);
};

export const takenText = (text: string, label: Message): InvitationTaken =>
  text.length > MOST_BYTES
    ? refused(textTooLarge(text.length))
    : { kind: 'given', given: { kind: 'text', text }, label };

/** What a paste or drop of words holds: where links hide behind words, their source, which says where they lead. */
export const wordsIn = (data: DataTransfer): { readonly plain: string; readonly source: string } => {
  const html = data.getData('text/html');
  const plain = data.getData('text/plain') || data.getData('text/uri-list');
  return { plain, source: /<a\s/i.test(html) ? html : plain };
};
