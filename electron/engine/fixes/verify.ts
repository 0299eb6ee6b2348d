/**
 * Owns proving a fix: what it changed is read again at once, after two seconds and after ten. The last look at which it
 * could be seen counts: a program may take a value back, and one on a busy computer may not answer once. No exit code
 * proves anything.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Fix, isSame, type Seen, type Value, type Way } from '../../core/fixes/fix.ts';

/** How long is waited before each look: the last is ten seconds after the change. */
const WAITS_MS = [0, 2_000, 8_000] as const;

export type Wait = (milliseconds: number) => Promise<unknown>;
export const waitFor: Wait = (milliseconds) => pause(milliseconds);
/** For an end that nobody waits ten seconds for. What is not seen then is looked at, at the next start. */
export const atOnce: Wait = () => Promise.resolve();

export interface Verified {
  /** After ten seconds, `reached`: it is as wanted; `unseen`: that cannot be seen; `not-reached`: it is not so. */
  readonly is: 'reached' | 'unseen' | 'not-reached';
  /** As it was at the last look. */
  readonly now: Value | undefined;
}

const judge = (fix: Pick<Fix, 'proof'>, way: Way, key: string, wanted: Value, seen: Seen): Verified => {
  const now = way.value(seen, key);
  if (now === undefined) return { is: 'unseen', now };
  if (!isSame(now, wanted)) return { is: 'not-reached', now };
  // What made the finding has to say so too, where it says anything.
  return { is: fix.proof?.holds(seen, wanted) === false ? 'not-reached' : 'reached', now };
};

/** Looks until it can be seen how it stands, three times at the most: a busy computer's program may answer late, or half. */
export const lookUntilSeen = async (
  way: Way,
  key: string,
  look: () => Promise<Seen>,
  wait: Wait,
): Promise<{ readonly seen: Seen; readonly now: Value | undefined }> => {
  let seen = await look();
  for (const milliseconds of WAITS_MS.slice(1)) {
    if (way.value(seen, key) !== undefined) break;
    await wait(milliseconds);
    seen = await look();
  }
  return { seen, now: way.value(seen, key) };
};

/** Looks three times, also where it is as wanted at once. What can't be seen at one look says nothing of what was seen at another. */
export const verify = async (
  fix: Pick<Fix, 'proof'>,
  way: Way,
  key: string,
  wanted: Value,
  look: () => Promise<Seen>,
  wait: Wait,
): Promise<Verified> => {
  let verified: Verified = { is: 'unseen', now: undefined };
  for (const milliseconds of WAITS_MS) {
    await wait(milliseconds);
    const judged = judge(fix, way, key, wanted, await look());
    if (judged.is !== 'unseen') verified = judged;
  }
  return verified;
};
