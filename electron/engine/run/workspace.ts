/** Owns what a run rests on beside the machine: policy and settings, catalogue, what is kept of the person, the last report. */
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import { checkingSettings } from '../../core/settings/checking.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { type CurrentCatalogue, loadCatalogue } from '../storage/catalogue-store.ts';
import { createBackupMemoryStore } from '../storage/known-drives-store.ts';
import { createUpdateMemoryStore } from '../storage/known-updates-store.ts';
import { createLog, type Log } from '../storage/log.ts';
import { createProfileStore, emptyProfile, type Profile, type ProfileStore } from '../storage/profile.ts';
import { createReportStore, type ReportStore, type StoredReports } from '../storage/report-store.ts';
import { type BackupDrives, createBackupDrives } from './backup-drives.ts';
import { type EffectivePolicy, loadPolicy } from './effective-policy.ts';
import { createSeenUpdates, type SeenUpdates } from './seen-updates.ts';

export interface PlaceOptions {
  readonly port: MachinePort;
  /** Greenroom's own folder. */
  readonly folder: string;
  readonly appVersion: string;
  /** Reads the policy in use; the organisation's, with the person's own settings, when absent. */
  readonly policy?: () => Promise<EffectivePolicy>;
  /** A recorded machine is not this computer: nothing that is kept of the person counts, and nothing is kept of it. */
  readonly isRecorded?: boolean;
  readonly log?: Log;
}

/** Where runs are made, and where what comes of them is kept. */
export interface RunPlace {
  readonly port: MachinePort;
  readonly folder: string;
  readonly appVersion: string;
  readonly policy: () => Promise<EffectivePolicy>;
  readonly isRecorded: boolean;
  readonly reports: ReportStore;
  readonly profile: ProfileStore;
  readonly drives: BackupDrives;
  readonly updates: SeenUpdates;
  readonly log: Log;
}

export const createRunPlace = (options: PlaceOptions): RunPlace => {
  const { port, folder } = options;
  return {
    policy: () => loadPolicy(port, folder),
    isRecorded: false,
    log: createLog(folder, port.host),
    reports: createReportStore(folder),
    profile: createProfileStore(folder),
    drives: createBackupDrives(createBackupMemoryStore(folder)),
    updates: createSeenUpdates(createUpdateMemoryStore(folder)),
    ...options,
  };
};

/** Everything as it was read at one moment. */
export interface Workspace {
  readonly place: RunPlace;
  readonly effective: EffectivePolicy;
  readonly policy: Policy;
  readonly catalogue: CurrentCatalogue;
  readonly profile: Profile;
  readonly reports: StoredReports;
  readonly deadlineMs: number;
  /** Sentences for the person about what could not be used. */
  readonly notices: readonly string[];
}

const noReports: StoredReports = { latest: null, previous: null, notices: [] };

/** Reads what a run rests on. Never rejects: what cannot be used is told in the notices. */
export const openWorkspace = async (place: RunPlace): Promise<Workspace> => {
  const { isRecorded } = place;
  const [effective, catalogue, profile, drives, updates, reports] = await Promise.all([
    place.policy(),
    loadCatalogue(place.folder),
    isRecorded ? emptyProfile : place.profile.load(),
    isRecorded ? { facts: {}, notices: [] } : place.drives.load(),
    isRecorded ? { facts: {}, notices: [] } : place.updates.load(),
    isRecorded ? noReports : place.reports.load(),
  ]);
  const { policy } = effective;
  return {
    place,
    effective,
    policy,
    catalogue,
    profile: { ...profile, facts: { ...profile.facts, ...drives.facts, ...updates.facts } },
    reports,
    deadlineMs: valuesOf(policy, checkingSettings.id, checkingSettings.policy).deadlineSeconds * 1000,
    notices: [
      ...effective.notices,
      ...catalogue.notices,
      ...profile.notices,
      ...drives.notices,
      ...updates.notices,
      ...reports.notices,
    ],
  };
};
