/** Owns what Time Machine says of itself: its destinations from `tmutil`, its settings and dates from `defaults`. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { answerOf, dict, looseDict, plistAs, printedPlist } from '../plist/read.ts';

const words = messages('time-machine', {
  destinations: 'Time Machine didn’t name its destinations.',
  hidden: 'macOS hides Time Machine’s dates. Give Greenroom Full Disk Access to see them.',
  settings: 'macOS didn’t show the settings of Time Machine.',
});

export const DOMAIN = '/Library/Preferences/com.apple.TimeMachine';

const destinationSchema = dict({
  ID: v.optional(v.string(), ''),
  Kind: v.optional(v.string(), ''),
  Name: v.optional(v.string(), ''),
  /** There only while the destination is mounted. */
  MountPoint: v.optional(v.string()),
});
export type TimeMachineDestination = v.InferOutput<typeof destinationSchema>;

const destinationsSchema = looseDict({ Destinations: v.optional(v.array(destinationSchema)) });

/** Where Time Machine writes to; needs no permission. None set up is an empty dictionary. Throws `FactUnavailable`. */
export const timeMachineDestinations = async (machine: Machine): Promise<readonly TimeMachineDestination[]> => {
  const result = await runRequired(machine, '/usr/bin/tmutil', ['destinationinfo', '-X'], { timeoutMs: 5_000 });
  if (`${result.stdout}${result.stderr}`.includes('No destinations configured')) return [];
  const answer = printedPlist(result, 'tmutil destinationinfo', destinationsSchema);
  if (answer.Destinations === undefined && Object.keys(answer).length > 0)
    throw new FactUnavailable('unreadable', words.destinations);
  return answer.Destinations ?? [];
};

export const preferencesSchema = dict({
  AutoBackup: v.optional(v.union([v.boolean(), v.number()])),
  Destinations: v.optional(
    v.array(
      dict({
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

const share = v.pipe(
  // Older versions write it as text.
  v.union([v.number(), v.string()]),
  v.transform(Number),
);
const statusSchema = looseDict({
  Running: v.union([v.boolean(), v.number()]),
  Percent: v.optional(share),
  Progress: v.optional(looseDict({ Percent: v.optional(share) })),
});

export interface TimeMachineStatus {
  readonly running: boolean;
  /** Of what is to be copied, 0 to 100; null while that is still being reckoned. */
  readonly percent: number | null;
}

/** Whether a backup runs now; needs no permission. Throws `FactUnavailable`. */
export const timeMachineStatus = async (machine: Machine): Promise<TimeMachineStatus> => {
  const result = await runRequired(machine, '/usr/bin/tmutil', ['status', '-X'], { timeoutMs: 5_000 });
  const { Running, Percent, Progress } = printedPlist(result, 'tmutil status', statusSchema);
  const part = Progress?.Percent ?? Percent ?? -1;
  return { running: Boolean(Running), percent: part >= 0 && part <= 1 ? Math.round(part * 100) : null };
};

const hidden = (): FactUnavailable => new FactUnavailable('denied', words.hidden);

const isEmpty = (printed: string): boolean =>
  Object.keys(plistAs(printed, answerOf('defaults export'), looseDict({}))).length === 0;

/**
 * The settings of Time Machine; undefined on a Mac that never had any. Without Full Disk Access macOS may answer with an
 * empty list in place of a refusal, so that an empty list means "hidden" as long as the file is there. Throws `FactUnavailable`.
 */
export const timeMachinePreferences = async (machine: Machine): Promise<TimeMachinePreferences | undefined> => {
  const result = await runRequired(machine, '/usr/bin/defaults', ['export', DOMAIN, '-'], { timeoutMs: 5_000 });
  if (/not permitted/i.test(result.stderr)) throw hidden();
  const nothing = result.stdout.trim() === '' || (result.code === 0 && isEmpty(result.stdout));
  if (!nothing || result.code === null) return printedPlist(result, 'defaults export', preferencesSchema);
  if ((await machine.stat(`${DOMAIN}.plist`)) !== undefined) {
    if (result.code === 0) throw hidden();
    throw new FactUnavailable('unreadable', words.settings);
  }
  return undefined;
};
