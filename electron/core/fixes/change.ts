/** Owns the note of a change, and the rule by which it is put back: only what is still as Greenroom left it. */
import { type Message, messages } from '../messages/messages.ts';
import type { IsoTime } from '../text/time.ts';
import { type Fix, type FixId, isSame, type Value } from './fix.ts';

/**
 * `begun`: written before anything is changed; `done`: it was seen to be so; `partly`: only a part of it was; `unseen`: that
 * can't be seen; `undone`: put back, or found as it was; `left`: changed since by somebody else, or gone, and not touched.
 */
export const appliedStates = ['begun', 'done', 'partly', 'unseen', 'undone', 'left'] as const;
export type AppliedState = (typeof appliedStates)[number];

/** One change that a person asked for. The note is written first, so that a crash leaves a way back. */
export interface AppliedFix {
  /** Names it among all. */
  readonly id: string;
  readonly fix: FixId;
  /** The way it was done, which is the way back. */
  readonly way: string;
  readonly key: string;
  readonly did: Message;
  readonly at: IsoTime;
  /** When it is to be put back; null when it stays until the person says so. */
  readonly until: IsoTime | null;
  readonly before: Value;
  readonly after: Value;
  readonly state: AppliedState;
  /** The process that made it. */
  readonly pid: number;
  /** When that began, in the system's own count; absent where it does not tell. */
  readonly born?: string;
  readonly endedAt?: IsoTime;
}

/** Still in force, as far as Greenroom knows. */
export const isOpen = ({ state }: Pick<AppliedFix, 'state'>): boolean => state !== 'undone' && state !== 'left';

const words = messages('fix-change', {
  begun: '{label}: not finished.',
  partly: '{label}: only a part of it was done.',
  unseen: '{label}: whether it’s done can’t be seen.',
});

/** What a change came to: what was done is said only of what was seen to be so. */
export const changeSaid = ({ state, did }: Pick<AppliedFix, 'state' | 'did'>, label: Message): Message =>
  state === 'begun' || state === 'partly' || state === 'unseen' ? words[state]({ label }) : did;

/** What is noted of a change that was made: where nothing can put it back it is history at once, told as what it came to. */
export const kept = (
  { undo, label }: Pick<Fix, 'undo' | 'label'>,
  state: 'done' | 'unseen' | 'partly',
  did: Message,
): Pick<AppliedFix, 'state' | 'did'> =>
  undo === 'none' ? { state: 'left', did: changeSaid({ state, did }, label) } : { state, did };

/** What is to be done about a change that is to end, by how it stands now; undefined where that cannot be seen. */
export const wayBack = (
  { before, after }: Pick<AppliedFix, 'before' | 'after'>,
  now: Value | undefined,
): 'put-back' | 'nothing' | 'changed-since' | 'unseen' => {
  if (now === undefined) return 'unseen';
  if (isSame(now, before)) return 'nothing';
  return isSame(now, after) ? 'put-back' : 'changed-since';
};

/** Changes kept as history besides those in force. */
const MOST_KEPT = 100;

/** Newest last; of what is over only the newest. */
export const keptChanges = (changes: readonly AppliedFix[]): readonly AppliedFix[] => {
  const over = changes.filter((one) => !isOpen(one));
  const dropped = new Set(over.slice(0, Math.max(0, over.length - MOST_KEPT)));
  return changes.filter((one) => !dropped.has(one));
};

const LONGEST_CALL_MS = 4 * 3_600_000;
const WITHOUT_CALL_MS = 3_600_000;
const AFTER_CALL_MS = 5 * 60_000;

/** Until when what is changed for the call lasts: five minutes after its end, an hour where none is known, never above four. */
export const endOfCall = (meeting: { readonly endsAt: IsoTime } | null, now: IsoTime): IsoTime => {
  const start = Date.parse(now);
  const end = meeting === null ? start + WITHOUT_CALL_MS : Date.parse(meeting.endsAt) + AFTER_CALL_MS;
  return new Date(Math.min(Math.max(end, start + AFTER_CALL_MS), start + LONGEST_CALL_MS)).toISOString();
};
