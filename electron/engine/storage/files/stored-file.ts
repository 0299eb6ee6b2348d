/** Owns reading one of Greenroom's own files: a damaged one is set aside with a sentence, never lost, never fatal. */
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { localise } from '../../../core/messages/localise.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { place } from '../../../core/messages/value.ts';
import { InputError } from '../../../core/text/input-error.ts';
import { askNamed } from '../../../platform/machine/places/named-file.ts';
import { FOLDER_LIMIT_MS, SilentFolder } from '../answers.ts';
import { inTurn } from '../turns/turn.ts';
import { whileHeld } from './held-file.ts';
import { StorageError, toldBy } from './storage-error.ts';

export interface Stored<T> {
  readonly value: T;
  /** Sentences for the person about a file that could not be used. */
  readonly notices: readonly string[];
}

export interface StoredFile<T> {
  /** Greenroom's own. */
  readonly folder: string;
  /** Its name in the folder. */
  readonly file: string;
  /** Begins the sentence about a damaged one: "The file with your settings". */
  readonly name: Message;
  /** Throws for a damaged one. */
  readonly parse: (file: string, text: string) => T;
  /** What holds where there is no such file. */
  readonly empty: T;
}

const words = messages('stored-file', {
  closed: '{name} couldn’t be read. Give your account the right to read this file, or move it away. ({reason})',
  aside: '{name} is damaged and was moved to {aside}. ({damage})',
  kept: '{name} is damaged and couldn’t be moved away: {reason}. ({damage})',
  damaged: '{name} is damaged. ({damage}) {reason}',
});

export const pathOf = ({ folder, file }: Pick<StoredFile<unknown>, 'folder' | 'file'>): string =>
  path.join(folder, file);

/** The text of a file of Greenroom's own; null when there is none. Throws `SilentFolder`, and `FactUnavailable`. */
export const textIn = async (file: string): Promise<string | null> => {
  try {
    return (await whileHeld(() => askNamed({ op: 'readText', path: file }, {}, FOLDER_LIMIT_MS))) ?? null;
  } catch (error) {
    if (error instanceof FactUnavailable && error.why === 'timed-out') throw new SilentFolder(path.dirname(file));
    throw error;
  }
};

/** Moves a damaged file out of the way; resolves to a sentence about what became of it. */
const setAside = async (file: string, name: Message, damage: Message): Promise<Message> => {
  const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
  return whileHeld(() => rename(file, aside)).then(
    () => words.aside({ name, aside: place(aside), damage }),
    (error: unknown) => words.kept({ name, reason: toldBy(error), damage }),
  );
};

interface Read<T> extends Stored<T> {
  readonly damage: Message | null;
}

const read = async <T>(stored: StoredFile<T>): Promise<Read<T>> => {
  const file = pathOf(stored);
  let text: string | null;
  try {
    text = await textIn(file);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    // It is there and cannot be read, as where it belongs to another account.
    throw new InputError(file, words.closed({ name: stored.name, reason: toldBy(error) }));
  }
  if (text === null) return { value: stored.empty, notices: [], damage: null };
  try {
    return { value: stored.parse(file, text), notices: [], damage: null };
  } catch (error) {
    return { value: stored.empty, notices: [], damage: toldBy(error) };
  }
};

/**
 * For whoever writes the file next, in their turn. Throws `InputError` where it is there and cannot be read, as what is in
 * it would be lost, and `StorageError` where the folder does not answer.
 */
export const readInTurn = async <T>(stored: StoredFile<T>): Promise<Stored<T>> => {
  const { damage, ...found } = await read(stored);
  if (damage === null) return found;
  const became = await setAside(pathOf(stored), stored.name, damage);
  return { ...found, notices: [localise(became)] };
};

/** As `readInTurn`, at any time: only a damaged file is looked at once more in its turn, as somebody may just replace it. */
export const readToTell = async <T>(stored: StoredFile<T>): Promise<Stored<T>> => {
  const { damage, ...found } = await read(stored);
  if (damage === null) return found;
  try {
    return await inTurn(stored.folder, () => readInTurn(stored));
  } catch (error) {
    return { ...found, notices: [localise(words.damaged({ name: stored.name, damage, reason: toldBy(error) }))] };
  }
};

/** As `readToTell`, for whoever only reads: never rejects, and a file that cannot be read is told as well. */
export const readStored = async <T>(stored: StoredFile<T>): Promise<Stored<T>> => {
  try {
    return await readToTell(stored);
  } catch (error) {
    return { value: stored.empty, notices: [localise(toldBy(error))] };
  }
};
