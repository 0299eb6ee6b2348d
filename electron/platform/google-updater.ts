/** Owns what Google's own updater has noted of Chrome: when it last asked, and which version it knows as installed. */
import * as v from 'valibot';
import type { AppUpdater, InstalledApp } from '../core/facts/index.ts';
import { type IsoTime, isoTime } from '../core/text/time.ts';
import type { Machine } from './machine/machine.ts';
import { optional } from './optional.ts';

/** Chrome's names in its notes, on Windows and on macOS. */
const CHROME = ['{8a69d345-d564-463c-aff1-a69d9e530f96}', 'com.google.chrome'];
/** Chrome itself reads no more of them. */
const MAX_BYTES = 131_072;
/** From 1601, where its clock starts, to 1970. */
const EPOCH_MICROSECONDS = 11_644_473_600_000_000;

const microseconds = v.pipe(v.string(), v.regex(/^\d{1,18}$/));
const schema = v.object({
  last_checked: v.optional(microseconds),
  // Its older name.
  update_time: v.optional(microseconds),
  updateclientdata: v.object({ apps: v.record(v.string(), v.object({ pv: v.optional(v.string()) })) }),
});
type Notes = v.InferOutput<typeof schema>;

const notesIn = (text: string): Notes | undefined => {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
};

const chromeIn = ({ updateclientdata: { apps } }: Notes) =>
  Object.entries(apps).find(([id]) => CHROME.includes(id.toLowerCase()));

const lookedAt = ({ last_checked, update_time }: Notes): IsoTime | undefined => {
  const noted = last_checked ?? update_time;
  return noted === undefined ? undefined : isoTime((Number(noted) - EPOCH_MICROSECONDS) / 1_000);
};

/** Whether a file holds such notes, for recordings. */
export const isUpdaterNotes = (path: string): boolean => /[\\/]GoogleUpdater[\\/]prefs\.json$/.test(path);

/** The notes with no more in them than is read here: they also count and number this computer. */
export const allowedNotes = (text: string): string => {
  const notes = notesIn(text);
  if (notes === undefined) return '';
  const { updateclientdata: _, ...times } = notes;
  const chrome = chromeIn(notes);
  return JSON.stringify({
    ...times,
    updateclientdata: { apps: chrome === undefined ? {} : Object.fromEntries([chrome]) },
  });
};

/** What the notes in a file say of this Chrome, whose `program` is the file that an update replaces. */
export const chromeUpdater = async (
  machine: Machine,
  { product, kind, source }: InstalledApp,
  file: string,
  program: string,
): Promise<readonly AppUpdater[]> => {
  const text = await optional(machine.readText(file, { maxBytes: MAX_BYTES }));
  const notes = text === undefined ? undefined : notesIn(text);
  const looked = notes === undefined ? undefined : lookedAt(notes);
  const version = notes === undefined ? undefined : chromeIn(notes)?.[1].pv;
  if (looked === undefined || version === undefined) return [];
  const stat = await optional(machine.stat(program));
  const changedAt = stat === undefined ? undefined : isoTime(stat.modifiedMs);
  if (changedAt === undefined) return [];
  return [{ product, kind, source, by: 'Google’s updater', lookedAt: looked, version, changedAt }];
};
