/** Owns the support file: recording, report, log and the doctor's page in one, without names. It is shown before it is written. */
import type { SourceId } from '../../core/calendar-sources/shape.ts';
import { builtInCatalogue } from '../../core/catalogue/index.ts';
import type { Identity } from '../../core/facts/identity.ts';
import type { FactKey } from '../../core/facts/index.ts';
import type { Doctor } from '../../core/formats/diagnostics.ts';
import { readersFor } from '../../platform/index.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { recordingMachine } from '../../platform/machine/record.ts';
import type { Recording } from '../../platform/machine/recording.ts';
import { replayMachine } from '../../platform/machine/replay.ts';
import { cleanerFor } from '../../platform/redaction/cleaner.ts';
import { gather } from '../run/gather.ts';
import { runChecks } from '../run/run.ts';
import { notFaithful, redactedRecording, whatWasTakenOut } from './redacted-recording.ts';

/** Long enough for every reader's own limit: a recording is made in peace. */
const DEADLINE_MS = 60_000;

/** Everything the readers ask of this computer, names and all, and which programs with calendars it has. */
export const recordMachine = async (port: MachinePort, calendarSources?: SourceId[]): Promise<Recording> => {
  const recorder = recordingMachine(port);
  const readers = await readersFor[recorder.port.host.platform]();
  await gather({
    port: recorder.port,
    readers,
    catalogue: builtInCatalogue,
    keys: Object.keys(readers) as FactKey[],
    deadlineMs: DEADLINE_MS,
    signal: new AbortController().signal,
    clock: () => new Date(),
  });
  const recording = await recorder.recording();
  return calendarSources === undefined ? recording : { ...recording, calendarSources };
};

export interface SupportInput {
  readonly port: MachinePort;
  readonly identity: Identity;
  readonly doctor: Doctor;
  readonly log: string;
  /** Absent: not looked for. */
  readonly calendarSources?: SourceId[];
}

/**
 * The text of a support file. Its report is made again from the recording without names, so that no title can hold what
 * was taken out, and whoever reads the file sees what anybody would see who replays it.
 */
export const supportText = async ({ port, identity, doctor, log, calendarSources }: SupportInput): Promise<string> => {
  const recorded = await recordMachine(port, calendarSources);
  const { recording, names, isFaithful } = await redactedRecording(recorded, identity);
  const report = await runChecks({
    port: replayMachine(recording, { strict: false }),
    now: new Date(recording.recordedAt),
  });
  const clean = cleanerFor(port.host.platform, identity, names);
  const file = {
    schema: 'greenroom.support/1',
    about: `Made by a person to show why Greenroom said what it said. ${whatWasTakenOut}${isFaithful ? '' : ` ${notFaithful}`}`,
    ...clean({ doctor, log: log.trimEnd().split('\n') }),
    report,
    recording,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
};
