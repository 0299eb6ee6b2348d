/** Owns what is remembered of waiting updates on disk. A damaged file is set aside with a notice, never lost, never fatal. */

import * as v from 'valibot';
import { noKnownUpdates, type UpdateMemory } from '../../core/facts/known-updates.ts';
import { messages } from '../../core/messages/messages.ts';
import { createJsonStore, type JsonStore } from './json-store.ts';

const words = messages('known-updates-store', { file: 'The file with the updates that wait' });

const schema = v.object({
  waiting: v.pipe(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
        since: v.pipe(v.string(), v.isoTimestamp()),
      }),
    ),
    v.maxLength(1_000),
  ),
});

export type UpdateMemoryStore = JsonStore<UpdateMemory>;

export const createUpdateMemoryStore = (folder: string): UpdateMemoryStore =>
  createJsonStore({
    folder,
    file: 'waiting-updates.json',
    name: words.file,
    version: 'greenroom.waiting-updates/1',
    schema,
    empty: noKnownUpdates,
  });
