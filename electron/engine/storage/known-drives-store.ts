/** Owns what is remembered of drives on disk. A damaged file is set aside with a notice, never lost, never fatal. */
import path from 'node:path';
import * as v from 'valibot';
import { type BackupMemory, noKnownDrives } from '../../core/facts/known-drives.ts';
import { parseInput } from '../../core/text/json-input.ts';
import { writeAtomically } from './atomic-file.ts';
import { readStored, readToChange, type Stored } from './stored-file.ts';

const SCHEMA = 'greenroom.backup-drives/1';
const NAME = 'The file with your backup drives';

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
  /** As `load`, but throws `BadInput` for a file that cannot be read. */
  loadToChange(): Promise<{ readonly memory: BackupMemory; readonly notices: readonly string[] }>;
  /** Reads, changes and writes; resolves to the new memory. Throws `BadInput` for a file that cannot be read, and what the file system throws. */
  change(changed: (memory: BackupMemory) => BackupMemory): Promise<BackupMemory>;
}

const parse = (file: string, text: string): BackupMemory => ({ drives: parseInput(file, text, schema).drives });

export const createBackupMemoryStore = (folder: string): BackupMemoryStore => {
  const file = path.join(folder, 'backup-drives.json');
  const remembered = ({ value, notices }: Stored<BackupMemory>) => ({ memory: value ?? noKnownDrives, notices });
  return {
    load: async () => remembered(await readStored(file, NAME, parse)),
    loadToChange: async () => remembered(await readToChange(file, NAME, parse)),
    change: async (changed) => {
      const memory = (await readToChange(file, NAME, parse)).value ?? noKnownDrives;
      const next = changed(memory);
      if (next !== memory)
        await writeAtomically(file, `${JSON.stringify({ schema: SCHEMA, drives: next.drives }, null, 2)}\n`);
      return next;
    },
  };
};
