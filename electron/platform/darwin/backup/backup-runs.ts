/** Owns when backups last finished. */

import { known } from '../../../core/facts/fact.ts';
import type { BackupRun, BackupRuns } from '../../../core/facts/index.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { name as nameValue, product } from '../../../core/messages/value.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { installedBackupApps } from './backup-apps.ts';
import {
  DOMAIN,
  type TimeMachinePreferences,
  timeMachineDestinations,
  timeMachinePreferences,
} from './time-machine.ts';

const words = messages('macos-backup-runs', {
  undated: 'Time Machine doesn’t say when its last backup to “{name}” finished.',
});

type Destination = TimeMachinePreferences['Destinations'][number];

/** What backupd notes when the drive could not be mounted: it was away, as a backup drive should be. Its age tells the rest. */
const AWAY: readonly number[] = [18, 19, 21];

/** The newest day of a list; undefined of an empty one. */
const newestOf = (dates: readonly Date[]): string | undefined =>
  dates
    .map((date) => date.toISOString())
    .sort()
    .at(-1);

/**
 * The newest finished snapshot. Dates of attempts and of activity prove nothing: they go on while every backup fails.
 * Null when an attempt went well but no snapshot is listed: then it is not known when.
 */
const runTo = (destination: Destination, name: string): BackupRun | null => {
  const { SnapshotDates, AttemptDates, RESULT, DestinationUUIDs } = destination;
  const [volumeId] = DestinationUUIDs;
  const newest = newestOf(SnapshotDates);
  if (newest === undefined && AttemptDates.length > 0 && (RESULT ?? 0) === 0) return null;
  const tried = newestOf(AttemptDates);
  const isOlder = tried !== undefined && newest !== undefined && tried <= newest;
  const failed = RESULT !== undefined && RESULT !== 0 && !AWAY.includes(RESULT) && !isOlder;
  const evidence = newest === undefined ? 'no SnapshotDates' : 'newest of SnapshotDates';
  return {
    tool: 'time-machine',
    name,
    at: newest ?? 'never',
    evidence: `${DOMAIN}.plist, ${evidence}${failed ? `; the latest attempt failed with result ${RESULT}` : ''}`,
    destination: { name, ...(volumeId === undefined ? {} : { volumeId }) },
    ...(failed ? { lastAttemptFailed: true } : {}),
  };
};

export const backupRuns = reader<BackupRuns>(8_000, async (machine) => {
  // `tmutil` gives the names, which the settings lack for network destinations.
  const [told, others] = await Promise.all([optional(timeMachineDestinations(machine)), installedBackupApps(machine)]);
  // Where nothing is set up, nothing was finished either, and the settings need not be asked.
  const preferences = told?.length === 0 ? undefined : await timeMachinePreferences(machine);
  const destinations = told ?? [];
  const undated = (name: string): Message => words.undated({ name: nameValue(name) });
  const gaps = others.map((app) => reasons.ownDates({ app: product(app) }));
  const runs: BackupRun[] = [];
  const dated = preferences?.Destinations ?? [];
  for (const destination of dated) {
    const named = destinations.find(({ ID }) => ID === destination.DestinationID);
    const name = named?.Name || destination.LastKnownVolumeName || 'Time Machine';
    const run = runTo(destination, name);
    if (run === null) gaps.push(undated(name));
    else runs.push(run);
  }
  // Settings that are shown in part must not make a destination look as if nothing was ever written to it.
  const shown = new Set(dated.map(({ DestinationID }) => DestinationID));
  gaps.push(...destinations.filter(({ ID }) => !shown.has(ID)).map(({ Name }) => undated(Name)));
  return known({ runs, gaps }, `defaults export ${DOMAIN} -`);
});
