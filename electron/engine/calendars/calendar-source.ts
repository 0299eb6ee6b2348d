/** Owns reading the texts of one calendar from the disk: a file, a folder of files, or what a server sent last. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeCalendar } from '../../core/calendar/lines.ts';
import { type CalendarMeetings, type CalendarOptions, readCalendar } from '../../core/meeting/agenda.ts';
import { count } from '../../core/text/phrases.ts';
import { loadCached } from './calendar-cache.ts';

export interface CalendarSource {
  readonly kind: 'file' | 'folder' | 'cached';
  /** What it is called: never a whole address or path. */
  readonly name: string;
  readonly path: string;
}

/** One reading, as data: it may be done in a thread. */
export interface CalendarJob {
  readonly source: CalendarSource;
  readonly options: Omit<CalendarOptions, 'nameOf'>;
}

export interface CalendarAnswer extends CalendarMeetings {
  /** False when nothing could be read of it. */
  readonly isRead: boolean;
  /** What was wrong, in one sentence. */
  readonly problem: string | null;
}

const MEBIBYTE = 1024 * 1024;
const MOST_MEBIBYTES = 24;
const MOST_ENTRIES = 20_000;
const DEEPEST = 4;

class Unreadable extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'It is not there any more.',
  ENOTDIR: 'It is not there any more.',
  EACCES: 'This account may not read it.',
  EPERM: 'This account may not read it.',
};

const sentenceOf = (error: unknown): string => {
  if (error instanceof Unreadable) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? `It could not be read (${code || String(error)}).`;
};

/** The text of a file of at most `bytes`. What is no ordinary file (a device, a pipe) is not opened. */
const textOf = async (file: string, bytes: number): Promise<string> => {
  const found = await stat(file);
  if (!found.isFile()) throw new Unreadable('It is no file.');
  if (found.size > bytes)
    throw new Unreadable(`It has more than ${MOST_MEBIBYTES} MB, which is more than is read of a calendar.`);
  return decodeCalendar(await readFile(file));
};

const isCalendarName = (name: string): boolean => /\.(?:ics|ical)$/i.test(name);

interface Folder {
  readonly texts: readonly string[];
  readonly problem: string | null;
}

const folderTexts = async (root: string): Promise<Folder> => {
  const texts: string[] = [];
  let entries = 0;
  let left = MOST_MEBIBYTES * MEBIBYTE;
  let skipped = 0;
  const walk = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      entries += 1;
      if (entries > MOST_ENTRIES) throw new Unreadable(`It holds more than ${MOST_ENTRIES} files and folders.`);
      const whole = path.join(folder, entry.name);
      // Links to folders are not followed: they may lead round in circles.
      if (entry.isDirectory() && depth < DEEPEST) {
        await walk(whole, depth + 1).catch((error: unknown) => {
          if (error instanceof Unreadable) throw error;
          skipped += 1;
        });
      } else if (isCalendarName(entry.name)) {
        const text = await textOf(whole, left).catch(() => null);
        if (text === null) skipped += 1;
        else {
          left -= Math.min(left, text.length);
          texts.push(text);
        }
      }
    }
  };
  await walk(root, 0);
  if (texts.length === 0) throw new Unreadable('There is no calendar file in this folder.');
  return { texts, problem: skipped === 0 ? null : `${count(skipped, 'file')} in it could not be read.` };
};

const textsOf = async ({ kind, path: file }: CalendarSource): Promise<Folder> => {
  if (kind === 'folder') return folderTexts(file);
  const text = kind === 'file' ? await textOf(file, MOST_MEBIBYTES * MEBIBYTE) : (await loadCached(file))?.text;
  if (text === undefined) throw new Unreadable('Nothing has come from the server yet.');
  if (!/^[\s\ufeff]{0,64}BEGIN:V/i.test(text.slice(0, 256))) throw new Unreadable('It is no calendar file.');
  return { texts: [text], problem: null };
};

/** Longer than a slow server takes for the largest calendar. What still hangs is no longer waited for. */
const READ_MS = 20_000;

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unreadable('It could not be read in time.')), READ_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** Reads one calendar and finds its meetings. Never rejects: what goes wrong is in the answer. */
export const readCalendarSource = async ({ source, options }: CalendarJob): Promise<CalendarAnswer> => {
  try {
    const { texts, problem } = await inTime(textsOf(source));
    const { meetings, notices } = readCalendar(source.name, texts, { ...options, nameOf });
    const sentences = problem === null ? notices : [problem, ...notices];
    return { meetings, notices, isRead: true, problem: sentences.join(' ') || null };
  } catch (error) {
    return { meetings: [], notices: [], isRead: false, problem: sentenceOf(error) };
  }
};
