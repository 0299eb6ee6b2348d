/** Owns what Greenroom remembers of having asked for attention: told, held back, paused, put off. */

import * as v from 'valibot';
import { type Notified, nothingNotified } from '../../core/background/notification.ts';
import { messages } from '../../core/messages/messages.ts';
import { states } from '../../core/report/finding.ts';
import { createJsonStore, type JsonStore } from './json-store.ts';

const words = messages('attention-store', { file: 'What you were told and have paused' });

export interface Attention {
  readonly told: Notified;
  /** Until when checks and notices are paused; null when they are not. */
  readonly pausedUntil: string | null;
  /** Id of the meeting at whose start the person wants to be told once more; null when there is none. */
  readonly remindOf: string | null;
  /** When the person wants to be told of what waited until a call was over; null when never. */
  readonly remindAfter: string | null;
  /** The person knows that closing the window leaves the program in the tray. */
  readonly knowsTray: boolean;
  /** The person knows that this desktop has no tray. */
  readonly knowsNoTray: boolean;
}
export const freshAttention: Attention = {
  told: nothingNotified,
  pausedUntil: null,
  remindOf: null,
  remindAfter: null,
  knowsTray: false,
  knowsNoTray: false,
};

const time = v.pipe(v.string(), v.isoTimestamp());
const schema = v.object({
  told: v.object({
    findings: v.record(
      v.string(),
      v.object({
        state: v.picklist(states),
        at: time,
      }),
    ),
    meetings: v.record(v.string(), time),
    held: v.array(v.string()),
  }),
  pausedUntil: v.nullable(time),
  remindOf: v.optional(v.nullable(v.string()), null),
  remindAfter: v.optional(v.nullable(time), null),
  knowsTray: v.boolean(),
  knowsNoTray: v.boolean(),
});

export type AttentionStore = Pick<JsonStore<Attention>, 'load' | 'change'>;

/** What it cannot read is set aside and forgotten: at worst something is told twice. */
export const createAttentionStore = (folder: string): AttentionStore =>
  createJsonStore({
    folder,
    file: 'attention.json',
    name: words.file,
    version: 'greenroom.attention/1',
    schema,
    empty: freshAttention,
  });
