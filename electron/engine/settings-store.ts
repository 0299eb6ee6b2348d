/** Owns the person's own settings on disk. A damaged file is set aside with a notice, never lost, never fatal. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { parseInput } from '../core/json-input.ts';
import type { PolicyLayerValues } from '../core/policy.ts';
import { writeAtomically } from './atomic-file.ts';
import { setAside } from './set-aside.ts';

const SETTINGS_SCHEMA = 'greenroom.settings/1';

const schema = v.object({
  schema: v.literal(SETTINGS_SCHEMA),
  values: v.record(v.string(), v.record(v.string(), v.unknown())),
});

export interface StoredSettings {
  readonly values: PolicyLayerValues;
  /** Sentences for the person about a file that could not be used. */
  readonly notices: readonly string[];
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const fileIn = (folder: string): string => path.join(folder, 'settings.json');

export const loadSettings = async (folder: string): Promise<StoredSettings> => {
  const file = fileIn(folder);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { values: {}, notices: missing ? [] : [`Your settings could not be read: ${message(error)}`] };
  }
  try {
    return { values: parseInput(file, text, schema).values, notices: [] };
  } catch (error) {
    return { values: {}, notices: [await setAside(file, 'The file with your settings', error)] };
  }
};

/** Stores one value; null takes it back. What else the file holds is kept, also what this version does not know. */
export const storeSetting = async (folder: string, id: string, key: string, value: unknown): Promise<void> => {
  const { values } = await loadSettings(folder);
  const { [key]: _before, ...others } = values[id] ?? {};
  const settings = value === null ? others : { ...others, [key]: value };
  const changed = { ...values, [id]: settings };
  await writeAtomically(fileIn(folder), `${JSON.stringify({ schema: SETTINGS_SCHEMA, values: changed }, null, 2)}\n`);
};
