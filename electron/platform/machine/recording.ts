/** Owns the format of a machine recording: one JSON file that holds a host and every reading made of it. */
import * as v from 'valibot';
import { sourceIds } from '../../core/calendar-sources/shape.ts';
import { causes } from '../../core/facts/fact.ts';
import { messageSchema } from '../../core/messages/schema.ts';
import { parseInput } from '../../core/text/json-input.ts';
import type { Host } from './machine.ts';
import { systemInformation } from './system-information.ts';

export const RECORDING_SCHEMA = 'greenroom.machine/1';

/** What a reading came to: its result, `missing`, or the cause and reason for which it could not be made. */
const outcome = <S extends v.ObjectEntries>(entries: S) => [
  v.strictObject({ ...entries, missing: v.literal(true) }),
  v.strictObject({ ...entries, cannotTell: v.picklist(causes), reason: v.union([v.string(), messageSchema]) }),
];

const path = v.string();
const run = { op: v.literal('run'), program: v.string(), args: v.array(v.string()) };
const readText = { op: v.literal('readText'), path };
const readBytes = { op: v.literal('readBytes'), path };
const readOwned = { op: v.literal('readOwned'), path };
const readDir = { op: v.literal('readDir'), path };
const stat = { op: v.literal('stat'), path };
const readLink = { op: v.literal('readLink'), path };
const freeSpace = { op: v.literal('freeSpace'), path };
const processes = { op: v.literal('processes') };
const information = { op: v.literal('systemInformation') };

const kind = v.picklist(['file', 'folder', 'link', 'other']);
const fileStat = v.strictObject({ kind, size: v.number(), modifiedMs: v.number(), uid: v.number(), mode: v.number() });

const owned = v.strictObject({
  text: v.string(),
  steps: v.array(v.strictObject({ path: v.string(), kind, uid: v.number(), mode: v.number() })),
});
const space = v.strictObject({ freeBytes: v.number(), totalBytes: v.number() });
const runningProcess = v.strictObject({
  name: v.string(),
  pid: v.number(),
  percent: v.number(),
  devices: v.nullable(v.array(v.string())),
  own: v.boolean(),
});
const watched = v.strictObject({ processorPercent: v.number(), running: v.array(runningProcess) });

const reading = v.union([
  v.strictObject({ ...run, code: v.nullable(v.number()), stdout: v.string(), stderr: v.string() }),
  ...outcome(run),
  v.strictObject({ ...readText, text: v.string() }),
  ...outcome(readText),
  v.strictObject({ ...readBytes, base64: v.string() }),
  ...outcome(readBytes),
  v.strictObject({ ...readOwned, owned }),
  ...outcome(readOwned),
  v.strictObject({ ...readDir, entries: v.array(v.strictObject({ name: v.string(), kind })) }),
  ...outcome(readDir),
  v.strictObject({ ...stat, stat: fileStat }),
  ...outcome(stat),
  v.strictObject({ ...readLink, target: v.string() }),
  ...outcome(readLink),
  v.strictObject({ ...freeSpace, space }),
  ...outcome(freeSpace),
  v.strictObject({ ...processes, processes: watched }),
  ...outcome(processes),
  v.strictObject({ ...information, information: systemInformation }),
  ...outcome(information),
]);

const recording = v.strictObject({
  schema: v.literal(RECORDING_SCHEMA),
  /** What this machine is, for whoever reads the file. */
  about: v.optional(v.string()),
  recordedAt: v.pipe(v.string(), v.isoTimestamp()),
  redacted: v.boolean(),
  host: v.strictObject({
    platform: v.picklist(['linux', 'darwin', 'win32']),
    arch: v.string(),
    kernel: v.string(),
    home: v.string(),
    variables: v.record(v.string(), v.string()),
    cacheFolder: v.exactOptional(v.string()),
    namesProxy: v.exactOptional(v.literal(true)),
    utcOffsetMinutes: v.number(),
  }),
  reads: v.array(reading),
  /** Programs with calendars that were there, and nothing of what they held; absent: not looked for. */
  calendarSources: v.exactOptional(v.array(v.picklist(sourceIds))),
});

export type Reading = v.InferOutput<typeof reading>;
export type Recording = v.InferOutput<typeof recording> & { readonly host: Host };

/** Reads a recording. Throws `InputError` with file, line and column. */
export const parseRecording = (file: string, text: string): Recording => parseInput(file, text, recording);
