/** Owns doing a fix: looked at again at the click, noted before it is changed, done one at a time, and proved by what is read after it. */
import { randomUUID } from 'node:crypto';
import { type AppliedFix, endOfCall, kept } from '../../core/fixes/change.ts';
import { isSame, type Step } from '../../core/fixes/fix.ts';
import { type Call, takenAway } from '../../core/fixes/gate.ts';
import { fixes } from '../../core/fixes/index.ts';
import { isOffered, type NotOffered, type Offer, offersOf } from '../../core/fixes/offer.ts';
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import { fixSettings } from '../../core/settings/fixes.ts';
import { beginChange, endChange, leaveChange } from './change-store.ts';
import { type LookPlace, lookAgain, lookAt } from './look.ts';
import { notDone, type Outcome, words } from './outcome.ts';
import { birthOf } from './process-birth.ts';
import { endHold, lastWordsOf, runStep, type StepEnd, type StepPlace } from './run-step.ts';
import { shownAs } from './shown.ts';
import { verify, type Wait, waitFor } from './verify.ts';

export interface FixPlace extends LookPlace, Omit<StepPlace, 'host'> {
  readonly policy: Policy;
  readonly clock: () => Date;
  readonly wait?: Wait;
  /** Called when a step takes longer than its worst time. It is not ended. */
  readonly onLate?: () => void;
  /** Called when its steps have ended and what came of them is looked at. */
  readonly onLook?: () => void;
}

/** What each fix, or each of these, would do now; or why it is not to be had. */
export const offersNow = async (
  place: FixPlace,
  meeting: Call | null,
  only: readonly string[] | null = null,
): Promise<readonly (readonly Offer[] | NotOffered)[]> => {
  const policy = valuesOf(place.policy, fixSettings.id, fixSettings.policy);
  const wanted = fixes.filter(({ id }) => only === null || only.includes(id));
  const looked = wanted.filter((fix) => takenAway(fix, policy) === undefined);
  const now = place.clock().toISOString();
  const looks = await lookAt(looked, place, endOfCall(meeting, now));
  return wanted.map((fix) => {
    const why = takenAway(fix, policy);
    const look = looks.find((one) => one.fix === fix);
    if (look === undefined) return { fix, why: why ?? words.unknown, isHeldBack: true };
    return offersOf(look, meeting, now);
  });
};

/** Does the steps one after the other; the first that fails ends them. */
export const runSteps = async (
  steps: readonly Step[],
  change: string,
  worstSeconds: number,
  place: FixPlace,
): Promise<StepEnd | undefined> => {
  const late = setTimeout(() => place.onLate?.(), worstSeconds * 1000);
  try {
    for (const step of steps) {
      const end = await runStep(step, change, { ...place, host: place.port.host }).catch(
        // As where the disk is full: what was done before still has to be looked at.
        (error: unknown): StepEnd => ({ isDone: false, program: 'Greenroom', said: String(error) }),
      );
      if (!end.isDone) return end;
    }
    return undefined;
  } finally {
    clearTimeout(late);
  }
};

const perform = async ({ fix, way, choice }: Offer, steps: readonly Step[], change: AppliedFix, place: FixPlace) => {
  const failed = await runSteps(steps, change.id, fix.seconds.worst, place);
  place.onLook?.();
  const look = () => lookAgain(fix, way, place, change.until ?? change.at);
  const verified = await verify(fix, way, choice.key, choice.after, look, place.wait ?? waitFor);
  return { failed, ...verified };
};

type Performed = Awaited<ReturnType<typeof perform>>;

/** What came of it, by what was read and not by what a program said. */
const proved = async (
  { fix, choice }: Offer,
  { id }: AppliedFix,
  { failed, is, now }: Performed,
  { folder }: FixPlace,
): Promise<Outcome> => {
  const undoable = fix.undo === 'none' ? {} : { change: id };
  switch (is) {
    case 'reached':
      await endChange(folder, id, kept(fix, 'done', choice.did));
      return { state: 'done', sentence: choice.did, ...undoable };
    case 'unseen':
      await endChange(folder, id, kept(fix, 'unseen', choice.did));
      return { state: 'unseen', sentence: failed === undefined ? words.unseen : notDone(failed), ...undoable };
    case 'not-reached': {
      const ended = failed ?? lastWordsOf(id);
      // A hold that is not seen to hold is none.
      endHold(id);
      if (now === undefined || isSame(now, choice.before)) {
        await endChange(folder, id, null);
        return { state: 'not-done', sentence: notDone(ended) };
      }
      // A version that is newer than the one that was heard of is an update all the same.
      if (fix.undo === 'none') {
        await endChange(folder, id, { ...kept(fix, 'done', choice.did), after: now });
        return { state: 'done', sentence: choice.did };
      }
      // What it has become is what can be put back.
      await endChange(folder, id, { state: 'partly', after: now });
      return { state: 'partly', sentence: words.partly, change: id };
    }
  }
};

/**
 * Does what `wish` names, which is compared with what is offered now and used for nothing else. With `shown` it is done only
 * where the offer is still the one that was shown; a person who names a fix by hand has been shown none.
 */
export const applyFix = async (
  wish: string,
  place: FixPlace,
  meeting: Call | null,
  shown: string | null = null,
): Promise<Outcome> => {
  const id = wish.split(':')[0] ?? '';
  const [offers] = await offersNow(place, meeting, [id]);
  if (offers === undefined) return { state: 'not-done', sentence: words.unknown };
  if (!isOffered(offers)) return { state: 'not-done', sentence: offers.why };
  // Where there is one, its fix names it.
  const offer = offers.find((one) => one.wish === wish) ?? (wish === id && offers.length === 1 ? offers[0] : undefined);
  if (offer === undefined) return { state: 'not-done', sentence: wish === id ? words.which : words.unknown };
  if (shown !== null && shown !== shownAs(offer, meeting))
    return { state: 'not-done', sentence: words.changedMeanwhile };
  const { fix, way, choice, seen } = offer;
  const at = place.clock().toISOString();
  const until = endOfCall(meeting, at);
  const steps = way.steps(seen, choice.key, choice.after);
  if (steps === undefined) return { state: 'not-done', sentence: words.unknown };
  const born = birthOf(process.pid);
  const change: AppliedFix = {
    id: randomUUID(),
    fix: fix.id,
    way: way.id,
    key: choice.key,
    did: choice.did,
    at,
    until: fix.lasts === 'call' ? until : null,
    before: choice.before,
    after: choice.after,
    state: 'begun',
    pid: process.pid,
    ...(born === undefined ? {} : { born }),
  };
  if (fix.changes === 'nothing') {
    const failed = await runSteps(steps, change.id, fix.seconds.worst, place);
    return failed === undefined
      ? { state: 'opened', sentence: choice.did }
      : { state: 'not-done', sentence: notDone(failed) };
  }
  if (!(await beginChange(place.folder, change))) return { state: 'not-done', sentence: words.busy };
  try {
    return await proved(offer, change, await perform(offer, steps, change, place), place);
  } finally {
    leaveChange(change.id);
  }
};
