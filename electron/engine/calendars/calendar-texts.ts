/** Owns reading the texts of one calendar: a file, a folder of files, or what a server sent last. None of it may hold this process. */
import path from 'node:path';
import { decodeCalendar } from '../../core/calendar/lines.ts';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { type Message, messages } from '../../core/messages/messages.ts';
import type { DirEntry } from '../../platform/machine/machine.ts';
import { askNamed, type NotRead, readNamedFile } from '../../platform/machine/places/named-file.ts';
import { loadCached } from './calendar-cache.ts';

export interface CalendarSource {
  readonly kind: 'file' | 'folder' | 'cached';
  /** What it is called: never a whole address or path. */
  readonly name: string;
  readonly path: string;
}

export interface CalendarTexts {
  readonly texts: readonly string[];
  /** What was wrong, in one sentence. */
  readonly problem: Message | null;
}

const words = messages('calendar-texts', {
  missing: 'It isn’t there any more.',
  noFile: 'It isn’t a file.',
  denied: 'Your account can’t read it.',
  silent: 'It couldn’t be read in time.',
  elsewhere: 'It’s on another computer. Name a folder of this one.',
  tooLarge: 'It has more than {megabytes, number} MB. Greenroom reads no calendar that large.',
  unreadable: 'It couldn’t be read ({reason}).',
  tooMany: 'It holds more than {most, number} files and folders.',
  nothing: 'There is no calendar file in this folder.',
  none: 'None of the calendar files in this folder could be read.',
  some: '{count, plural, one {# file} other {# files}} in it couldn’t be read.',
  notYet: 'Nothing has come from the server yet.',
  noCalendar: 'It isn’t a calendar file.',
});

/** Of a calendar that was not read in time, whatever kept it. */
export const notInTime: Message = words.silent;

const MEBIBYTE = 1024 * 1024;
const MOST_MEBIBYTES = 24;
const MOST_ENTRIES = 20_000;
const DEEPEST = 4;
/** Longer than a slow server takes for the largest calendar. */
const READ_MS = 20_000;

class Unreadable extends Error {
  readonly sentence: Message;
  constructor(sentence: Message) {
    super(sentence.id);
    this.sentence = sentence;
  }
}

const sentences: Readonly<Record<Exclude<NotRead['is'], 'unreadable'>, Message>> = {
  missing: words.missing,
  folder: words.noFile,
  device: words.noFile,
  denied: words.denied,
  silent: words.silent,
  elsewhere: words.elsewhere,
  'too-large': words.tooLarge({ megabytes: MOST_MEBIBYTES }),
};

type Limit = { readonly endsAt: number };
const leftOf = ({ endsAt }: Limit): number => Math.max(1, endsAt - performance.now());

/** The text of a file of at most `bytes`. What is no ordinary file (a device, a pipe) is not opened. */
const textOf = async (file: string, bytes: number, limit: Limit): Promise<string> => {
  const read = await readNamedFile(file, bytes, undefined, leftOf(limit));
  if (read.is === 'read') return decodeCalendar(read.bytes);
  throw new Unreadable(read.is === 'unreadable' ? words.unreadable({ reason: read.reason }) : sentences[read.is]);
};

/** Throws `FactUnavailable`. */
const entriesOf = async (folder: string, limit: Limit): Promise<readonly DirEntry[]> => {
  const entries = await askNamed({ op: 'readDir', path: folder }, { maxEntries: MOST_ENTRIES + 1 }, leftOf(limit));
  if (entries === undefined) throw new Unreadable(sentences.missing);
  return entries;
};

const isCalendarName = (name: string): boolean => /\.(?:ics|ical)$/i.test(name);

const folderTexts = async (root: string, limit: Limit): Promise<CalendarTexts> => {
  const texts: string[] = [];
  let entries = 0;
  let left = MOST_MEBIBYTES * MEBIBYTE;
  let skipped = 0;
  const walk = async (folder: string, depth: number): Promise<void> => {
    for (const { name, kind } of await entriesOf(folder, limit)) {
      entries += 1;
      if (entries > MOST_ENTRIES) throw new Unreadable(words.tooMany({ most: MOST_ENTRIES }));
      const whole = path.join(folder, name);
      // Links to folders are not followed: they may lead round in circles.
      if (kind === 'folder' && depth < DEEPEST) {
        await walk(whole, depth + 1).catch((error: unknown) => {
          if (error instanceof Unreadable) throw error;
          skipped += 1;
        });
      } else if (isCalendarName(name)) {
        const text = await textOf(whole, left, limit).catch(() => null);
        if (text === null) skipped += 1;
        else {
          left -= Math.min(left, text.length);
          texts.push(text);
        }
      }
    }
  };
  await walk(root, 0);
  if (texts.length === 0 && skipped === 0) throw new Unreadable(words.nothing);
  if (texts.length === 0) throw new Unreadable(words.none);
  return { texts, problem: skipped === 0 ? null : words.some({ count: skipped }) };
};

const read = async ({ kind, path: file }: CalendarSource, limit: Limit): Promise<CalendarTexts> => {
  if (kind === 'folder') return folderTexts(file, limit);
  const text = kind === 'file' ? await textOf(file, MOST_MEBIBYTES * MEBIBYTE, limit) : (await loadCached(file))?.text;
  if (text === undefined) throw new Unreadable(words.notYet);
  if (!/^[\s\ufeff]{0,64}BEGIN:V/i.test(text.slice(0, 256))) throw new Unreadable(words.noCalendar);
  return { texts: [text], problem: null };
};

const sentenceOf = (error: unknown): Message => {
  if (error instanceof Unreadable) return error.sentence;
  if (!(error instanceof FactUnavailable)) throw error;
  if (error.why === 'timed-out') return sentences.silent;
  return error.why === 'denied' ? sentences.denied : words.unreadable({ reason: error.reason });
};

/** Never rejects because of what lies there: no text and a problem is what could not be read. */
export const readCalendarTexts = async (source: CalendarSource, limitMs = READ_MS): Promise<CalendarTexts> => {
  try {
    return await read(source, { endsAt: performance.now() + limitMs });
  } catch (error) {
    return { texts: [], problem: sentenceOf(error) };
  }
};
