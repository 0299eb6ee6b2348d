/** Owns which backups run right now on Windows. */
import { CannotTell } from '../../core/fact.ts';
import type { BackupActivity } from '../../core/facts.ts';
import { reader } from '../reader.ts';

export const backupActivity = reader<BackupActivity>(1_000, () =>
  Promise.reject(new CannotTell('unsupported', 'Greenroom cannot see on this system whether a backup is running.')),
);
