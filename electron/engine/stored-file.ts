/** Owns reading one of Greenroom's own files: a damaged one is set aside with a sentence, never lost, never fatal. */
import { readFile, rename } from 'node:fs/promises';

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
export const setAside = async (file: string): Promise<string> => {
  const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
  return rename(file, aside).then(
    () => `was set aside as ${aside}`,
    (error: unknown) => `could not be set aside: ${message(error)}`,
  );
};

/** Reads `file` with `parse`, which throws for a damaged one. `name` begins the sentence about it: "An earlier report". */
export const readStored = async <T>(
  file: string,
  name: string,
  parse: (file: string, text: string) => T,
): Promise<Stored<T>> => {
  let text: string | null;
  try {
    text = await textIn(file);
  } catch (error) {
    return { value: null, notices: [`${name} could not be read: ${message(error)}`] };
  }
  if (text === null) return { value: null, notices: [] };
  try {
    return { value: parse(file, text), notices: [] };
  } catch (error) {
    const became = await setAside(file);
    return { value: null, notices: [`${name} is damaged and ${became}. (${message(error)})`] };
  }
};
