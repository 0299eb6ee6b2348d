/** Owns what Greenroom remembers of having asked for attention: told, held back, paused, put off. */
import path from 'node:path';
import * as v from 'valibot';
import { type Notified, nothingNotified } from '../../core/background/notification.ts';
import { parseInput } from '../../core/text/json-input.ts';
import { writeAtomically } from './atomic-file.ts';
import { readStored } from './stored-file.ts';

const SCHEMA = 'greenroom.attention/1';

export interface Attention {
  readonly told: Notified;
  /** Until when checks and notices are paused; null when they are not. */
  readonly pausedUntil: string | null;
  /** Id of the meeting at whose start the person wants to be told once more; null when there is none. */
  readonly remindOf: string | null;
  /** The person knows that closing the window leaves the program in the tray. */
  readonly knowsTray: boolean;
  /** The person knows that this desktop has no tray. */
  readonly knowsNoTray: boolean;
}
export const freshAttention: Attention = {
  told: nothingNotified,
  pausedUntil: null,
  remindOf: null,
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
  remindOf: v.optional(v.nullable(v.string()), null),
  knowsTray: v.boolean(),
  knowsNoTray: v.boolean(),
});

export interface LoadedAttention {
  readonly attention: Attention;
  /** Sentences for the person about a file that could not be used. */
  readonly notices: readonly string[];
}

export interface AttentionStore {
  load(): Promise<LoadedAttention>;
  save(attention: Attention): Promise<void>;
}

/** What it cannot read is set aside and forgotten: at worst something is told twice. Throws only what the disk throws while writing. */
export const createAttentionStore = (folder: string): AttentionStore => {
  const file = path.join(folder, 'attention.json');
  return {
    load: async () => {
      const { value, notices } = await readStored(file, 'What you were told and have paused', (name, text) =>
        parseInput(name, text, schema),
      );
      if (value === null) return { attention: freshAttention, notices };
      const { schema: _schema, ...attention } = value;
      return { attention, notices };
    },
    save: (attention) => writeAtomically(file, `${JSON.stringify({ schema: SCHEMA, ...attention })}\n`),
  };
};
