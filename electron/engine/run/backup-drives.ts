/** Owns the drives of the running program: what is attached by the last check, what is remembered, which are backup drives. */

import { known } from '../../core/facts/fact.ts';
import type { ExternalDrive } from '../../core/facts/index.ts';
import {
  type BackupMemory,
  forgetDrive,
  type KnownDrive,
  knownDrives,
  noKnownDrives,
  registerDrive,
  rememberDrives,
} from '../../core/facts/known-drives.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';
import type { SettledFacts } from '../../core/report/report.ts';
import type { BackupMemoryStore } from '../storage/known-drives-store.ts';

export interface BackupDrives {
  /** What a run is given, and sentences for the person about a file that could not be used. */
  load(): Promise<{ readonly facts: InjectedFacts; readonly notices: readonly string[] }>;
  /** Keeps what a run saw; resolves to the drives to show. */
  recordSeenDrives(facts: SettledFacts): Promise<readonly KnownDrive[]>;
  /** Calls a drive that was seen the person's backup drive, or no longer; null for a drive nobody has seen. */
  registerDrive(id: string, keep: boolean): Promise<readonly KnownDrive[] | null>;
}

/** The memory after a run; the same when the run could not list the drives. */
const afterRun = (memory: BackupMemory, facts: SettledFacts, now: string): BackupMemory => {
  const drives = facts.externalDrives?.fact;
  const activity = facts.backupActivity?.fact;
  if (drives?.state !== 'known') return memory;
  const backingUp = activity?.state === 'known' && activity.value.running.length > 0;
  return rememberDrives(memory, drives.value.drives, { now, backingUp });
};

export const createBackupDrives = (store: BackupMemoryStore): BackupDrives => {
  let attached: readonly ExternalDrive[] = [];
  let memory: BackupMemory = noKnownDrives;
  return {
    load: async () => {
      const loaded = await store.load();
      memory = loaded.value;
      const fact = known(memory, 'what Greenroom remembers of drives');
      return { facts: { backupMemory: { fact, at: new Date().toISOString() } }, notices: loaded.notices };
    },
    recordSeenDrives: async (facts) => {
      if (facts.externalDrives?.fact.state === 'known') attached = facts.externalDrives.fact.value.drives;
      memory = (await store.change((old) => afterRun(old, facts, new Date().toISOString()))).value;
      return knownDrives(attached, memory);
    },
    registerDrive: async (id, keep) => {
      const drive = attached.find((one) => one.id === id && id !== '');
      const isShown = knownDrives(attached, memory).some((one) => one.id === id);
      if (!isShown || (keep && drive === undefined)) return null;
      const now = new Date().toISOString();
      const changed = await store.change((old) =>
        keep && drive !== undefined ? registerDrive(old, drive, now) : forgetDrive(old, id),
      );
      memory = changed.value;
      return knownDrives(attached, memory);
    },
  };
};
