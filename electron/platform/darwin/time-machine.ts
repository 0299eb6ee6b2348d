/** Owns what Time Machine says of itself: its destinations from `tmutil`, its settings and dates from `defaults`. */
import * as v from 'valibot';
import { CannotTell } from '../../core/fact.ts';
import { type Machine, mustRun } from '../machine.ts';
import { plistAs, printedPlist } from './property-list.ts';

export const TMUTIL = '/usr/bin/tmutil';
export const DOMAIN = '/Library/Preferences/com.apple.TimeMachine';

const destinationSchema = v.object({
  ID: v.optional(v.string(), ''),
  Kind: v.optional(v.string(), ''),
  Name: v.optional(v.string(), ''),
  /** There only while the destination is mounted. */
  MountPoint: v.optional(v.string()),
});
export type TimeMachineDestination = v.InferOutput<typeof destinationSchema>;

const destinationsSchema = v.object({ Destinations: v.optional(v.array(destinationSchema), []) });

/** Where Time Machine writes to; needs no permission. Throws `CannotTell`. */
export const timeMachineDestinations = async (machine: Machine): Promise<readonly TimeMachineDestination[]> => {
  const result = await mustRun(machine, TMUTIL, ['destinationinfo', '-X'], { timeoutMs: 5_000 });
  if (`${result.stdout}${result.stderr}`.includes('No destinations configured')) return [];
  return printedPlist(result, 'tmutil destinationinfo', destinationsSchema).Destinations;
};

const preferencesSchema = v.object({
  AutoBackup: v.optional(v.union([v.boolean(), v.number()])),
  Destinations: v.optional(
    v.array(
      v.object({
        DestinationID: v.optional(v.string(), ''),
        LastKnownVolumeName: v.optional(v.string(), ''),
        /** Identities of the volume, as `diskutil` names them. */
        DestinationUUIDs: v.optional(v.array(v.string()), []),
        /** 0 when the latest attempt went well. */
        RESULT: v.optional(v.number()),
        /** Ends of finished backups. */
        SnapshotDates: v.optional(v.array(v.date()), []),
        AttemptDates: v.optional(v.array(v.date()), []),
      }),
    ),
    [],
  ),
});
export type TimeMachinePreferences = v.InferOutput<typeof preferencesSchema>;

const hidden = (): CannotTell =>
  new CannotTell(
    'denied',
    'macOS hides the dates of Time Machine from this program. It shows them once Greenroom has Full Disk Access.',
  );

const anything = v.record(v.string(), v.unknown());

/**
 * The settings of Time Machine; undefined on a Mac that never had any. Without Full Disk Access macOS may answer with an
 * empty list in place of a refusal, so that an empty list means "hidden" as long as the file is there. Throws `CannotTell`.
 */
export const timeMachinePreferences = async (machine: Machine): Promise<TimeMachinePreferences | undefined> => {
  const result = await mustRun(machine, '/usr/bin/defaults', ['export', DOMAIN, '-'], { timeoutMs: 5_000 });
  if (/not permitted/i.test(result.stderr)) throw hidden();
  const answer = 'The answer of "defaults export"';
  const empty = result.stdout.trim() === '' || Object.keys(plistAs(result.stdout, answer, anything)).length === 0;
  if (!empty) return printedPlist(result, 'defaults export', preferencesSchema);
  if ((await machine.stat(`${DOMAIN}.plist`)) !== undefined) throw hidden();
  return undefined;
};
