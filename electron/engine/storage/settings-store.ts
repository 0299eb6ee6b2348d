/** Owns the person's own settings on disk. A damaged file is set aside with a notice, never lost, never fatal. */
import path from 'node:path';
import * as v from 'valibot';
import type { StoredValues } from '../../core/policy/read.ts';
import { parseInput } from '../../core/text/json-input.ts';
import { writeAtomically } from './atomic-file.ts';
import { readStored, readToChange } from './stored-file.ts';

const SETTINGS_SCHEMA = 'greenroom.settings/1';

const schema = v.object({
  schema: v.literal(SETTINGS_SCHEMA),
  values: v.record(v.string(), v.record(v.string(), v.unknown())),
});

export interface StoredSettings {
  /** As they stand in the file, whether or not this version knows them. */
  readonly values: StoredValues;
  /** Sentences for the person about a file that could not be used. */
  readonly notices: readonly string[];
}

const NAME = 'The file with your settings';

const fileIn = (folder: string): string => path.join(folder, 'settings.json');

const parse = (file: string, text: string): StoredValues => parseInput(file, text, schema).values;

export const loadSettings = async (folder: string): Promise<StoredSettings> => {
  const { value, notices } = await readStored(fileIn(folder), NAME, parse);
  return { values: value ?? {}, notices };
};

/** Stores one value; null takes it back. What else the file holds is kept, also what this version does not know. Throws `BadInput` for a file that cannot be read. */
export const storeSetting = async (folder: string, id: string, key: string, value: unknown): Promise<void> => {
  const values = (await readToChange(fileIn(folder), NAME, parse)).value ?? {};
  const { [key]: _before, ...others } = values[id] ?? {};
  const settings = value === null ? others : { ...others, [key]: value };
  const changed = { ...values, [id]: settings };
  await writeAtomically(fileIn(folder), `${JSON.stringify({ schema: SETTINGS_SCHEMA, values: changed }, null, 2)}\n`);
};
