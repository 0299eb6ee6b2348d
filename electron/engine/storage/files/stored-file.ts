/** Owns reading one of Greenroom's own files: a damaged one is set aside with a sentence, never lost, never fatal. */
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { InputError } from '../../../core/text/input-error.ts';
import { askNamed } from '../../../platform/machine/places/named-file.ts';
import { FOLDER_LIMIT_MS, SilentFolder } from '../answers.ts';
import { inTurn } from '../turns/turn.ts';
import { whileHeld } from './held-file.ts';
import { StorageError } from './storage-error.ts';

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
  readonly name: string;
  /** Throws for a damaged one. */
  readonly parse: (file: string, text: string) => T;
  /** What holds where there is no such file. */
  readonly empty: T;
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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

/** Moves a damaged file out of the way; resolves to what became of it, as the end of a sentence. */
const setAside = async (file: string): Promise<string> => {
  const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
  return whileHeld(() => rename(file, aside)).then(
    () => `was set aside as ${aside}`,
    (error: unknown) => `could not be set aside: ${message(error)}`,
  );
};

interface Read<T> extends Stored<T> {
  readonly damage: string | null;
}

const read = async <T>(stored: StoredFile<T>): Promise<Read<T>> => {
  const file = pathOf(stored);
  let text: string | null;
  try {
    text = await textIn(file);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    // It is there and cannot be read, as where it belongs to another account.
    throw new InputError(
      file,
      `${stored.name} could not be read. Give your account the right to read this file, or move it away. (${message(error)})`,
    );
  }
  if (text === null) return { value: stored.empty, notices: [], damage: null };
  try {
    return { value: stored.parse(file, text), notices: [], damage: null };
  } catch (error) {
    return { value: stored.empty, notices: [], damage: message(error) };
  }
};

/**
 * For whoever writes the file next, in their turn. Throws `InputError` where it is there and cannot be read, as what is in
 * it would be lost, and `StorageError` where the folder does not answer.
 */
export const readInTurn = async <T>(stored: StoredFile<T>): Promise<Stored<T>> => {
  const { damage, ...found } = await read(stored);
  if (damage === null) return found;
  const became = await setAside(pathOf(stored));
  return { ...found, notices: [`${stored.name} is damaged and ${became}. (${damage})`] };
};

/** As `readInTurn`, at any time: only a damaged file is looked at once more in its turn, as somebody may just replace it. */
export const readToTell = async <T>(stored: StoredFile<T>): Promise<Stored<T>> => {
  const { damage, ...found } = await read(stored);
  if (damage === null) return found;
  try {
    return await inTurn(stored.folder, () => readInTurn(stored));
  } catch (error) {
    return { ...found, notices: [`${stored.name} is damaged. (${damage}) ${message(error)}`] };
  }
};

/** As `readToTell`, for whoever only reads: never rejects, and a file that cannot be read is told as well. */
export const readStored = async <T>(stored: StoredFile<T>): Promise<Stored<T>> => {
  try {
    return await readToTell(stored);
  } catch (error) {
    return { value: stored.empty, notices: [message(error)] };
  }
};
