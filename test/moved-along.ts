/** Owns carrying a recorded computer through time: the same one some days later, with every time in it moved and its programs as they are then. */
import { PlistError, parsePlist } from '../electron/platform/darwin/plist/index.ts';
import { plistText } from '../electron/platform/darwin/plist/write-xml.ts';
import type { Reading, Recording } from '../electron/platform/machine/recording.ts';
import { operationKey } from '../electron/platform/machine/replay.ts';

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** What a computer says of its own release does not move. */
const RELEASE_FILES = ['/etc/os-release', '/etc/lsb-release'];

/** Every way in which tools write a time: ISO 8601, mail headers, since 1970 in seconds and milliseconds, since 1601. */
const movedText = (text: string, days: number): string => {
  const moved = (ms: number): Date => new Date(ms + days * DAY_MS);
  const numbers = (count: number, perMs: number) => (found: string) =>
    (BigInt(found) + BigInt(days) * BigInt(DAY_MS * perMs)).toString().padStart(count, '0');
  return text
    .replace(/\b(202[5-7]-\d\d-\d\d)(?=[T \]"'\\]|$)/g, (day) => moved(Date.parse(day)).toISOString().slice(0, 10))
    .replace(/\b[A-Z][a-z]{2}, (\d{1,2}) ([A-Z][a-z]{2}) (202[5-7])\b/g, (found, day, month, year) => {
      const at = Date.parse(`${day} ${month} ${year} UTC`);
      if (Number.isNaN(at)) return found;
      const to = moved(at);
      const two = String(to.getUTCDate()).padStart(2, '0');
      return `${WEEKDAYS[to.getUTCDay()]}, ${two} ${MONTHS[to.getUTCMonth()]} ${to.getUTCFullYear()}`;
    })
    .replace(/\b13[34]\d{15}\b/g, numbers(18, 10_000))
    .replace(/\b17[89]\d{10}\b/g, numbers(13, 1))
    .replace(/\b179\d{7}\b/g, (found) => String(Number(found) + days * 86_400));
};

const mapList = (value: unknown, text: (it: string) => string, days: number): unknown => {
  if (typeof value === 'string') return text(value);
  if (value instanceof Date) return new Date(value.getTime() + days * DAY_MS);
  if (Array.isArray(value)) return value.map((one) => mapList(one, text, days));
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapList(inner, text, days)]));
};

/** Every text and number of a reading, whatever shape it has. */
const mapReading = (value: unknown, text: (it: string) => string): unknown => {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return value > 1e12 && Number.isInteger(value) ? Number(text(String(value))) : value;
  if (Array.isArray(value)) return value.map((one) => mapReading(one, text));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapReading(inner, text)]));
};

const movedList = (base64: string, text: (it: string) => string, days: number): string => {
  try {
    const list = mapList(parsePlist(Buffer.from(base64, 'base64')), text, days);
    return Buffer.from(plistText(list as Parameters<typeof plistText>[0])).toString('base64');
  } catch (error) {
    if (error instanceof PlistError) return base64;
    throw error;
  }
};

/** The same computer `days` later. `versions`: what stands in it then in the place of what, in order. */
export const movedAlong = (
  recording: Recording,
  days: number,
  versions: readonly (readonly [before: string, after: string])[] = [],
): Recording => {
  const changed = (text: string): string => versions.reduce((told, [from, to]) => told.replaceAll(from, to), text);
  const reads = recording.reads.map((reading): Reading => {
    if ('base64' in reading) return { ...reading, base64: movedList(reading.base64, changed, days) };
    const isRelease = reading.op === 'readText' && RELEASE_FILES.includes(reading.path);
    return mapReading(reading, (text) => (isRelease ? changed(text) : movedText(changed(text), days))) as Reading;
  });
  const recordedAt = new Date(Date.parse(recording.recordedAt) + days * DAY_MS).toISOString();
  const host = mapReading(recording.host, changed) as Recording['host'];
  return { ...recording, recordedAt, host, reads };
};

/** The same computer with these readings in the place of those of the same names, or beside the others. */
export const withReads = (recording: Recording, reads: readonly Reading[]): Recording => {
  const byKey = new Map([...recording.reads, ...reads].map((reading) => [operationKey(reading), reading]));
  return { ...recording, reads: [...byKey.values()] };
};
