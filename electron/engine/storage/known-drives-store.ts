/** Owns what is remembered of drives on disk. A damaged file is set aside with a notice, never lost, never fatal. */

import * as v from 'valibot';
import { type BackupMemory, noKnownDrives } from '../../core/facts/known-drives.ts';
import { messages } from '../../core/messages/messages.ts';
import { createJsonStore, type JsonStore } from './json-store.ts';

const words = messages('known-drives-store', { file: 'The file with your backup drives' });

const text = v.pipe(v.string(), v.maxLength(1_000));
const time = v.pipe(v.string(), v.isoTimestamp());
const schema = v.object({
  drives: v.pipe(
    v.array(
      v.object({
        id: v.pipe(text, v.minLength(1)),
        label: text,
        registeredAt: v.nullable(time),
        lastSeenAt: time,
        attachedSince: v.nullable(time),
        checks: v.pipe(v.number(), v.integer(), v.minValue(0)),
      }),
    ),
    v.maxLength(1_000),
  ),
});

export type BackupMemoryStore = JsonStore<BackupMemory>;

export const createBackupMemoryStore = (folder: string): BackupMemoryStore =>
  createJsonStore({
    folder,
    file: 'backup-drives.json',
    name: words.file,
    version: 'greenroom.backup-drives/1',
    schema,
    empty: noKnownDrives,
  });
