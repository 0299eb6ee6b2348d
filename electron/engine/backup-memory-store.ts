/** Owns what is remembered of drives on disk. A damaged file is set aside with a notice, never lost, never fatal. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { type BackupMemory, nothingRemembered } from '../core/backup-memory.ts';
import { parseInput } from '../core/json-input.ts';
import { writeAtomically } from './atomic-file.ts';
import { setAside } from './set-aside.ts';

const SCHEMA = 'greenroom.backup-drives/1';

const text = v.pipe(v.string(), v.maxLength(1_000));
const time = v.pipe(v.string(), v.isoTimestamp());
const schema = v.object({
  schema: v.literal(SCHEMA),
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

export interface BackupMemoryStore {
  load(): Promise<{ readonly memory: BackupMemory; readonly notices: readonly string[] }>;
  /** Reads, changes and writes; resolves to the new memory. Throws what the file system throws. */
  change(changed: (memory: BackupMemory) => BackupMemory): Promise<BackupMemory>;
}

export const createBackupMemoryStore = (folder: string): BackupMemoryStore => {
  const file = path.join(folder, 'backup-drives.json');
  const load: BackupMemoryStore['load'] = async () => {
    let content: string;
    try {
      content = await readFile(file, 'utf8');
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      const message = error instanceof Error ? error.message : String(error);
      return {
        memory: nothingRemembered,
        notices: missing ? [] : [`Your backup drives could not be read: ${message}`],
      };
    }
    try {
      return { memory: { drives: parseInput(file, content, schema).drives }, notices: [] };
    } catch (error) {
      return { memory: nothingRemembered, notices: [await setAside(file, 'The file with your backup drives', error)] };
    }
  };
  return {
    load,
    change: async (changed) => {
      const { memory } = await load();
      const next = changed(memory);
      if (next !== memory)
        await writeAtomically(file, `${JSON.stringify({ schema: SCHEMA, drives: next.drives }, null, 2)}\n`);
      return next;
    },
  };
};
