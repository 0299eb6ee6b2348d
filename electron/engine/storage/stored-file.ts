/** Owns reading one of Greenroom's own files: a damaged one is set aside with a sentence, never lost, never fatal. */
import { readFile, rename } from 'node:fs/promises';
import { InputError } from '../../core/text/input-error.ts';

export interface Stored<T> {
  /** Null when there is no such file, or none that can be used. */
  readonly value: T | null;
  /** Sentences for the person about a file that could not be used. */
  readonly notices: readonly string[];
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The text of a file; null when there is none. */
export const textIn = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};

/** Moves a damaged file out of the way; resolves to what became of it, as the end of a sentence. */
export const quarantine = async (file: string): Promise<string> => {
  const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
  return rename(file, aside).then(
    () => `was set aside as ${aside}`,
    (error: unknown) => `could not be set aside: ${message(error)}`,
  );
};

/** What is there and cannot be read, as where it lies on a share that is away, or belongs to another account. */
const unread = (file: string, name: string, error: unknown): InputError =>
  new InputError(
    file,
    `${name} could not be read. Give your account the right to read this file, or move it away. (${message(error)})`,
  );

type Parse<T> = (file: string, text: string) => T;

/**
 * Reads `file` with `parse`, which throws for a damaged one. `name` begins the sentence about it: "An earlier report". For
 * whoever writes the file next: throws `BadInput` where it is there and cannot be read, as what is in it would be lost.
 */
export const readToChange = async <T>(file: string, name: string, parse: Parse<T>): Promise<Stored<T>> => {
  let text: string | null;
  try {
    text = await textIn(file);
  } catch (error) {
    throw unread(file, name, error);
  }
  if (text === null) return { value: null, notices: [] };
  try {
    return { value: parse(file, text), notices: [] };
  } catch (error) {
    const became = await quarantine(file);
    return { value: null, notices: [`${name} is damaged and ${became}. (${message(error)})`] };
  }
};

/** As `readToChange`, for whoever only reads: a file that cannot be read is told as well. */
export const readStored = async <T>(file: string, name: string, parse: Parse<T>): Promise<Stored<T>> => {
  try {
    return await readToChange(file, name, parse);
  } catch (error) {
    return { value: null, notices: [message(error)] };
  }
};
