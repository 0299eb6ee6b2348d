/** Owns what Greenroom remembers of having asked for attention: told, held back, paused. A damaged file is set aside. */
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { parseInput } from '../core/json-input.ts';
import { nothingTold, type Told } from '../core/view/notice.ts';
import { writeAtomically } from './atomic-file.ts';

const SCHEMA = 'greenroom.attention/1';

export interface Attention {
  readonly told: Told;
  /** Until when checks and notices are paused; null when they are not. */
  readonly pausedUntil: string | null;
  /** The person knows that closing the window leaves the program in the tray. */
  readonly knowsTray: boolean;
  /** The person knows that this desktop has no tray. */
  readonly knowsNoTray: boolean;
}
export const freshAttention: Attention = {
  told: nothingTold,
  pausedUntil: null,
  knowsTray: false,
  knowsNoTray: false,
};

const time = v.pipe(v.string(), v.isoTimestamp());
const schema = v.object({
  schema: v.literal(SCHEMA),
  told: v.object({
    findings: v.record(
      v.string(),
      v.object({
        state: v.picklist(['pass', 'caution', 'fail', 'unknown', 'not-applicable', 'waived']),
        at: time,
      }),
    ),
    meetings: v.record(v.string(), time),
    held: v.array(v.string()),
  }),
  pausedUntil: v.nullable(time),
  knowsTray: v.boolean(),
  knowsNoTray: v.boolean(),
});

export interface AttentionStore {
  load(): Promise<Attention>;
  save(attention: Attention): Promise<void>;
}

/** What it cannot read is forgotten: at worst something is told twice. Throws only what the disk throws while writing. */
export const createAttentionStore = (folder: string): AttentionStore => {
  const file = path.join(folder, 'attention.json');
  return {
    load: async () => {
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text === null) return freshAttention;
      try {
        const { schema: _schema, ...attention } = parseInput(file, text, schema);
        return attention;
      } catch {
        await rename(file, `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`).catch(() => {});
        return freshAttention;
      }
    },
    save: (attention) => writeAtomically(file, `${JSON.stringify({ schema: SCHEMA, ...attention })}\n`),
  };
};
