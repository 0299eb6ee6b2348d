/** Owns one small JSON file of Greenroom's own: read by anybody at any time, changed in turn, replaced whole. */
import * as v from 'valibot';
import { parseInput } from '../../core/text/json-input.ts';
import { writeAtomically } from './files/atomic-file.ts';
import { pathOf, readInTurn, readStored, readToTell, type Stored, type StoredFile } from './files/stored-file.ts';
import { inTurn } from './turns/turn.ts';

export interface JsonStoreOptions<T> extends Omit<StoredFile<T>, 'parse'> {
  /** Stands in the file as `schema`; a file with another one is set aside as damaged. */
  readonly version: string;
  readonly schema: v.GenericSchema<unknown, T>;
}

export interface JsonStore<T> {
  /** Never rejects: a file that is damaged or cannot be read is told. */
  load(): Promise<Stored<T>>;
  /** As `load`, but throws `InputError` for a file that is there and cannot be read. */
  loadToChange(): Promise<Stored<T>>;
  /**
   * Reads, changes and writes, while nobody else does; nothing is written when `next` gives back what it was given. Throws
   * `InputError` for a file that is there and cannot be read, and `StorageError`.
   */
  change(next: (value: T) => T): Promise<Stored<T>>;
}

export const createJsonStore = <T extends object>(options: JsonStoreOptions<T>): JsonStore<T> => {
  const { version, schema, folder } = options;
  const versioned = v.object({ schema: v.literal(version) });
  const stored: StoredFile<T> = {
    ...options,
    parse: (file, text) => {
      parseInput(file, text, versioned);
      return parseInput(file, text, schema);
    },
  };
  return {
    load: () => readStored(stored),
    loadToChange: () => readToTell(stored),
    change: (next) =>
      inTurn(folder, async () => {
        const { value, notices } = await readInTurn(stored);
        const changed = next(value);
        if (changed !== value)
          await writeAtomically(pathOf(stored), `${JSON.stringify({ schema: version, ...changed }, null, 2)}\n`);
        return { value: changed, notices };
      }),
  };
};
