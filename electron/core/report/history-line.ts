/** Owns one line of the history as it is stored. */
import * as v from 'valibot';
import type { HistoryEntry } from './history.ts';

const number = v.pipe(v.number(), v.integer(), v.minValue(0));

const entry: v.GenericSchema<unknown, HistoryEntry> = v.object({
  day: v.pipe(v.string(), v.isoDate()),
  at: v.pipe(v.string(), v.isoTimestamp()),
  verdict: v.picklist(['ready', 'caution', 'not-ready', 'undetermined']),
  toFix: number,
  worthALook: number,
  fixed: v.exactOptional(number),
});

export const historyLine = (one: HistoryEntry): string => `${JSON.stringify(one)}\n`;

/** One entry a line. A line that is none, such as the half of one that a crash left, is passed over. */
export const parseHistory = (text: string): readonly HistoryEntry[] =>
  text.split('\n').flatMap((line) => {
    try {
      const parsed = v.safeParse(entry, JSON.parse(line));
      return parsed.success ? [parsed.output] : [];
    } catch {
      return [];
    }
  });
