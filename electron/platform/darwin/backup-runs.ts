/** Owns when backups last finished. */
import { CannotTell, known } from '../../core/fact.ts';
import type { BackupRun, BackupRuns } from '../../core/facts.ts';
import type { Machine } from '../machine.ts';
import { reader } from '../reader.ts';
import { installedBackupApps } from './backup-apps.ts';
import {
  DOMAIN,
  type TimeMachinePreferences,
  timeMachineDestinations,
  timeMachinePreferences,
} from './time-machine.ts';

type Destination = TimeMachinePreferences['Destinations'][number];

/** The name a person gave it: `tmutil` knows it also for network destinations, where the settings do not. */
const names = async (machine: Machine): Promise<ReadonlyMap<string, string>> => {
  try {
    return new Map((await timeMachineDestinations(machine)).map(({ ID, Name }) => [ID, Name]));
  } catch (error) {
    if (error instanceof CannotTell) return new Map();
    throw error;
  }
};

/**
 * The newest finished snapshot. Dates of attempts and of activity prove nothing: they go on while every backup fails.
 * Null when an attempt went well but no snapshot is listed: then it is not known when.
 */
const runTo = (destination: Destination, name: string): BackupRun | null => {
  const { SnapshotDates, AttemptDates, RESULT } = destination;
  const newest = SnapshotDates.map((date) => date.toISOString())
    .sort()
    .at(-1);
  if (newest === undefined && AttemptDates.length > 0 && (RESULT ?? 0) === 0) return null;
  const failed = RESULT !== undefined && RESULT !== 0;
  const evidence = newest === undefined ? 'no SnapshotDates' : 'newest of SnapshotDates';
  return {
    tool: 'time-machine',
    name,
    at: newest ?? 'never',
    evidence: `${DOMAIN}.plist, ${evidence}${failed ? `; the latest attempt failed with result ${RESULT}` : ''}`,
    ...(failed ? { lastAttemptFailed: true } : {}),
  };
};

export const backupRuns = reader<BackupRuns>(8_000, async (machine) => {
  const [preferences, nameOf, others] = await Promise.all([
    timeMachinePreferences(machine),
    names(machine),
    installedBackupApps(machine),
  ]);
  const gaps = others.map((app) => `${app} keeps its dates to itself, so its last backup is not known.`);
  const runs: BackupRun[] = [];
  for (const destination of preferences?.Destinations ?? []) {
    const name = nameOf.get(destination.DestinationID) || destination.LastKnownVolumeName || 'Time Machine';
    const run = runTo(destination, name);
    if (run === null) gaps.push(`Time Machine does not say when its last backup to "${name}" finished.`);
    else runs.push(run);
  }
  return known({ runs, gaps }, `defaults export ${DOMAIN} -`);
});
