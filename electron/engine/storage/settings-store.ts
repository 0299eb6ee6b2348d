/** Owns the person's own settings on disk. A damaged file is set aside with a notice, never lost, never fatal. */

import * as v from 'valibot';
import { messages } from '../../core/messages/messages.ts';
import type { StoredValues } from '../../core/policy/read.ts';
import type { Stored } from './files/stored-file.ts';
import { createJsonStore } from './json-store.ts';

const words = messages('settings-store', { file: 'The file with your settings' });

const storeIn = (folder: string) =>
  createJsonStore<{ readonly values: StoredValues }>({
    folder,
    file: 'settings.json',
    name: words.file,
    version: 'greenroom.settings/1',
    schema: v.object({ values: v.record(v.string(), v.record(v.string(), v.unknown())) }),
    empty: { values: {} },
  });

/** The values as they stand in the file, whether or not this version knows them. */
export const loadSettings = async (folder: string): Promise<Stored<StoredValues>> => {
  const { value, notices } = await storeIn(folder).load();
  return { value: value.values, notices };
};

/** Stores one value; null takes it back. What else the file holds is kept, also what this version does not know. */
export const storeSetting = async (folder: string, id: string, key: string, value: unknown): Promise<void> => {
  await storeIn(folder).change(({ values }) => {
    const { [key]: _before, ...others } = values[id] ?? {};
    return { values: { ...values, [id]: value === null ? others : { ...others, [key]: value } } };
  });
};
