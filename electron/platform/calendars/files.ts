/** Owns reading what programs keep in a person's home, each failure as its sentence. */
import { sourceWords } from '../../core/calendar-sources/shape.ts';
import { FactUnavailable } from '../../core/facts/fact.ts';
import type { Message } from '../../core/messages/messages.ts';
import type { DirEntry, FileStat } from '../machine/machine.ts';
import { askNamed, readNamedFile } from '../machine/places/named-file.ts';

const MEBIBYTE = 1024 * 1024;
/** Settings of any program. */
const MOST_SETTINGS_BYTES = 16 * MEBIBYTE;

/** Why a source's file is not read. */
export class SourceProblem extends Error {
  readonly sentence: Message;
  constructor(sentence: Message) {
    super(sentence.id);
    this.sentence = sentence;
  }
}

/** The bytes of a file; undefined where there is none. Throws `SourceProblem`. */
export const bytesOf = async (file: string, maxBytes: number): Promise<Buffer | undefined> => {
  const read = await readNamedFile(file, maxBytes);
  switch (read.is) {
    case 'read':
      return read.bytes;
    case 'missing':
      return undefined;
    case 'denied':
      throw new SourceProblem(sourceWords.denied);
    case 'silent':
      throw new SourceProblem(sourceWords.silent);
    case 'too-large':
      throw new SourceProblem(sourceWords.tooLarge({ megabytes: Math.floor(maxBytes / MEBIBYTE) }));
    default:
      throw new SourceProblem(sourceWords.unreadable);
  }
};

/** The text of a program's settings; undefined where there are none. Throws `SourceProblem`. */
export const settingsText = async (file: string): Promise<string | undefined> =>
  (await bytesOf(file, MOST_SETTINGS_BYTES))?.toString('utf8');

const orProblem = (error: unknown): never => {
  if (!(error instanceof FactUnavailable)) throw error;
  if (error.why === 'denied') throw new SourceProblem(sourceWords.denied);
  throw new SourceProblem(error.why === 'timed-out' ? sourceWords.silent : sourceWords.unreadable);
};

/** What lies at a path; undefined where nothing does. Throws `SourceProblem`. */
export const statOf = (path: string): Promise<FileStat | undefined> => askNamed({ op: 'stat', path }).catch(orProblem);

/** Where a link leads; undefined where there is none. Throws `SourceProblem`. */
export const linkOf = (path: string): Promise<string | undefined> =>
  askNamed({ op: 'readLink', path }).catch(orProblem);

/** What a folder holds; nothing where it is not there. Throws `SourceProblem`. */
export const entriesOf = async (path: string): Promise<readonly DirEntry[]> =>
  (await askNamed({ op: 'readDir', path }, { maxEntries: 2000 }).catch(orProblem)) ?? [];

/** Whether something lies there. What cannot be told is there: reading it says what is wrong. */
export const isThere = async (path: string): Promise<boolean> => {
  try {
    return (await statOf(path)) !== undefined;
  } catch {
    return true;
  }
};

/** What was wrong, as a sentence. Throws what is a fault of this program. */
export const sentenceOf = (error: unknown): Message => {
  if (error instanceof SourceProblem) return error.sentence;
  throw error;
};
