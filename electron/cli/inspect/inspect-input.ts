/** Owns reading an invitation from a file or a stream, as bytes: mails and calendars come in every encoding. */
import { decodeCalendar, decodeText, type InvitationInput, kindOfText } from '../../core/invite/index.ts';
import { messages } from '../../core/messages/messages.ts';
import { term } from '../../core/messages/value.ts';
import { InputError } from '../../core/text/input-error.ts';
import { readInputBytes } from '../input-file.ts';
import type { Io } from '../io.ts';

const words = messages('inspect-input', {
  large: 'it has {size, number} MB; at most {most, number} MB are read',
  empty: 'the file is empty',
  noCalendar: 'this is no calendar file: it has no line {line}',
  noMail: 'this is no saved mail: it doesn’t begin with a header such as “{header}”',
});

const MEBIBYTE = 1024 * 1024;
/** Larger mails exist, but none that is an invitation. */
export const MOST_MEBIBYTES = 64;

export const isMailName = (name: string): boolean => /\.eml$/i.test(name);
export const isCalendarName = (name: string): boolean => /\.(?:ics|ical|ifb|vcs)$/i.test(name);

const tooLarge = (name: string, size: number): InputError =>
  new InputError(name, words.large({ size: Math.ceil(size / MEBIBYTE), most: MOST_MEBIBYTES }));

/** The bytes of a file, at most 64 MB. Throws `InputError` that names it. */
export const readInvitation = (io: Io, name: string): Promise<Uint8Array> => readInputBytes(io, name, MOST_MEBIBYTES);

/** Everything that comes from standard input, at most 64 MB. */
export const readStream = async (stream: NodeJS.ReadableStream): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > MOST_MEBIBYTES * MEBIBYTE) throw tooLarge('standard input', size);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** What the bytes are: by the file's name, else by how they begin. */
export const invitationFrom = (bytes: Uint8Array, name = ''): InvitationInput => {
  if (isMailName(name)) return { kind: 'mail', bytes };
  if (isCalendarName(name)) return { kind: 'calendar', text: decodeCalendar(bytes) };
  const text = decodeText(bytes);
  const kind = kindOfText(text);
  if (kind === 'mail') return { kind, bytes };
  return kind === 'calendar' ? { kind, text: decodeCalendar(bytes) } : { kind: 'text', text };
};

const HEADER = /^(?:from |[!-9;-~]{1,80}[ \t]*:)/i;

/** Throws `InputError` with line and column if a file is not at all what its name says. */
export const demandInvitation = (bytes: Uint8Array, kind: InvitationInput['kind'], name: string): void => {
  const head = bytes.subarray(0, MEBIBYTE);
  const text = new TextDecoder('utf-8').decode(head);
  const blank = /^\s*/.exec(text)?.[0] ?? '';
  const place = { line: blank.split('\n').length, column: blank.length - blank.lastIndexOf('\n') };
  if (blank.length === text.length) throw new InputError(name, words.empty, { line: 1, column: 1 });
  if (kind === 'calendar' && !/begin:v/i.test(decodeCalendar(head))) {
    throw new InputError(name, words.noCalendar({ line: term('BEGIN:VCALENDAR') }), place);
  }
  if (kind === 'mail' && !HEADER.test(text.slice(blank.length, blank.length + 1000))) {
    throw new InputError(name, words.noMail({ header: term('From:') }), place);
  }
};
