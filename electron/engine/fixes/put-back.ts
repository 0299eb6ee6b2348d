/** Owns the way back: at a click, when the call is over, at the next start after a crash; and only what is still as Greenroom left it. */
import { type AppliedFix, isOpen, kept, wayBack } from '../../core/fixes/change.ts';
import { wishOf } from '../../core/fixes/fix.ts';
import { obstacleToUndo, undoGate } from '../../core/fixes/gate.ts';
import { fixes } from '../../core/fixes/index.ts';
import { type FixPlace, runSteps } from './apply-fix.ts';
import { endChange, isAbandoned, isAtWork, isOrphaned, isOwnedElsewhere, loadChanges } from './change-store.ts';
import { lookAgain, lookAtGate } from './look.ts';
import { type Outcome, words } from './outcome.ts';
import { endHold } from './run-step.ts';
import { lookUntilSeen, verify, waitFor } from './verify.ts';

const wayOf = (change: AppliedFix, place: FixPlace) => {
  const fix = fixes.find(({ id }) => id === change.fix);
  const way = fix?.ways[place.port.host.platform]?.find(({ id }) => id === change.way);
  return fix === undefined || way === undefined ? undefined : { fix, way };
};

/** Changes that are being put back here. */
const underWay = new Set<string>();

/** Puts one change back, and notes what became of it; never beside a fix or another way back of it. */
export const putBack = async (change: AppliedFix, place: FixPlace): Promise<Outcome> => {
  if (isAtWork(change) || underWay.has(change.id))
    return { state: 'not-done', sentence: words.busy, change: change.id };
  underWay.add(change.id);
  try {
    return await reverse(change, place);
  } finally {
    underWay.delete(change.id);
  }
};

/**
 * What was begun and stays until the person says so is not put back by itself: whether it was done is looked at, and noted,
 * so that it stands among what can be put back.
 */
const settle = async (change: AppliedFix, place: FixPlace): Promise<void> => {
  const found = wayOf(change, place);
  const now = found?.way.value(await lookAgain(found.fix, found.way, place, change.at), change.key);
  const is = wayBack(change, now);
  if (is === 'nothing')
    return endChange(place.folder, change.id, { state: 'undone', endedAt: place.clock().toISOString() });
  const next = { 'put-back': 'done', 'changed-since': 'partly', unseen: 'unseen' } as const;
  await endChange(place.folder, change.id, {
    ...(found === undefined ? { state: next[is] } : kept(found.fix, next[is], change.did)),
    ...(is === 'changed-since' && now !== undefined ? { after: now } : {}),
  });
};

const reverse = async (change: AppliedFix, place: FixPlace): Promise<Outcome> => {
  const end = async (state: 'undone' | 'left', outcome: Outcome): Promise<Outcome> => {
    await endChange(place.folder, change.id, { state, endedAt: place.clock().toISOString() });
    return outcome;
  };
  const found = wayOf(change, place);
  if (found === undefined) return end('left', { state: 'left', sentence: words.noWay });
  const { fix, way } = found;
  const look = () => lookAgain(fix, way, place, change.until ?? change.at);
  const wait = place.wait ?? waitFor;
  const { seen, now } = await lookUntilSeen(way, change.key, look, wait);
  switch (wayBack(change, now)) {
    case 'nothing':
      endHold(change.id);
      return end('undone', { state: 'put-back', sentence: words.asBefore });
    case 'unseen':
      // To let go of what Greenroom itself holds, nothing has to be seen.
      endHold(change.id);
      return { state: 'unseen', sentence: words.goneNow, change: change.id };
    case 'changed-since':
      endHold(change.id);
      return end('left', { state: 'left', sentence: words.changedSince });
    case 'put-back': {
      if (!endHold(change.id)) {
        const steps = way.steps(seen, change.key, change.before);
        if (steps === undefined)
          return isOwnedElsewhere(change)
            ? { state: 'not-done', sentence: words.elsewhere, change: change.id }
            : end('left', { state: 'left', sentence: words.noWay });
        await runSteps(steps, change.id, fix.seconds.worst, place);
      }
      // The finding may well come back by it: only the value itself proves the way back.
      const { is } = await verify({}, way, change.key, change.before, look, wait);
      if (is === 'reached') return end('undone', { state: 'put-back', sentence: words.putBack });
      return is === 'unseen'
        ? { state: 'unseen', sentence: words.unseen, change: change.id }
        : { state: 'not-done', sentence: words.notPutBack, change: change.id };
    }
  }
};

/** Puts back what a person names by the id of a change, by its wish, or by its fix: then its newest. Its gate is looked at. */
export const undo = async (name: string, place: FixPlace): Promise<Outcome> => {
  const { value } = await loadChanges(place.folder);
  const change = value.findLast(
    (one) => isOpen(one) && (one.id === name || one.fix === name || wishOf(one.fix, one.key) === name),
  );
  if (change === undefined) return { state: 'not-done', sentence: words.notOpen };
  const fix = fixes.find(({ id }) => id === change.fix);
  const gate = fix === undefined ? undefined : undoGate(fix);
  const obstacle = gate === undefined ? undefined : obstacleToUndo(gate, await lookAtGate(gate, place));
  return obstacle === undefined ? putBack(change, place) : { state: 'not-done', sentence: obstacle, change: change.id };
};

/**
 * What a crash left in the middle; and what was for a call that is over, or whose Greenroom has ended: that one would have
 * put it back.
 */
export const isDue = (change: AppliedFix, now: Date): boolean => {
  if (!isOpen(change)) return false;
  if (isAbandoned(change)) return true;
  return change.until !== null && (Date.parse(change.until) <= now.getTime() || isOrphaned(change));
};

/**
 * Puts back whatever is due but these, newest first; one that cannot be put back keeps none of the others. What was begun
 * and would have stayed is only looked at.
 */
export const putBackDue = async (
  place: FixPlace,
  but: ReadonlySet<string> = new Set(),
): Promise<readonly { readonly change: AppliedFix; readonly outcome: Outcome }[]> => {
  const { value } = await loadChanges(place.folder);
  const due = value.filter((one) => isDue(one, place.clock()) && !but.has(one.id));
  const done: { change: AppliedFix; outcome: Outcome }[] = [];
  for (const change of due.toReversed()) {
    if (change.until === null) await settle(change, place);
    else done.push({ change, outcome: await putBack(change, place) });
  }
  return done;
};
