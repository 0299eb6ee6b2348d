/** Owns what the window may ask of fixes: it names a check, an offer or a change, never a program. */
import { setTimeout as pause } from 'node:timers/promises';
import { changeSaid, isOpen } from '../../core/fixes/change.ts';
import { fixIds } from '../../core/fixes/fix.ts';
import { fixesHelping, helps } from '../../core/fixes/helps.ts';
import { labelOf } from '../../core/fixes/index.ts';
import { isOffered } from '../../core/fixes/offer.ts';
import type { ChangeTold, FixesTold, FixTold } from '../../core/ipc/fix-messages.ts';
import { nextMeeting } from '../../core/meeting/meeting.ts';
import { localise } from '../../core/messages/localise.ts';
import { applyFix, offersNow } from '../../engine/fixes/apply-fix.ts';
import { loadChanges } from '../../engine/fixes/change-store.ts';
import type { Outcome } from '../../engine/fixes/outcome.ts';
import { undo } from '../../engine/fixes/put-back.ts';
import { shownAs } from '../../engine/fixes/shown.ts';
import { atOnce } from '../../engine/fixes/verify.ts';
import type { RunPlace } from '../../engine/run/workspace.ts';
import type { Session } from '../../engine/session/session.ts';
import { faultEntry } from '../../engine/storage/log.ts';
import { fixPlaceOf } from './fix-place.ts';

const LONGEST_AT_QUIT_MS = 15_000;

export interface Fixes {
  offersFor(checkId: string): Promise<FixesTold>;
  apply(wish: string, shown: string): Promise<FixTold>;
  undo(changeId: string): Promise<FixTold>;
  changed(): Promise<readonly ChangeTold[]>;
  /** Something that this program has changed for a call is still so. */
  lastsForCall(): boolean;
  /** Puts all of that back. Never rejects. */
  endForCall(): Promise<void>;
}

const told = ({ state, sentence, change }: Outcome): FixTold => ({
  state,
  sentence: localise(sentence),
  change: change ?? null,
});

export const createFixes = (place: RunPlace, session: Session, onLate: () => void): Fixes => {
  /** Changes for a call that were made here. */
  const forCall = new Set<string>();
  /** A fix at work may be one for the call: the end waits for it, and for no longer than a person would. */
  let atWork: Promise<unknown> | null = null;
  const meeting = () => nextMeeting(session.snapshot().agenda, new Date().toISOString());
  /** What it was about is judged again, so that the window shows what came of it. */
  const judgeAgain = (fix: string): void => {
    const id = fixIds.find((one) => one === fix);
    if (id !== undefined) void session.check(helps[id], { quick: true });
  };
  return {
    offersFor: async (checkId) => {
      const ids = fixesHelping(checkId);
      if (ids.length === 0) return { offers: [], later: [] };
      const call = meeting();
      const results = await offersNow(await fixPlaceOf(place), call, ids);
      const offers = results.flatMap((one) => (isOffered(one) ? one : []));
      return {
        offers: offers.map((offer) => ({
          wish: offer.wish,
          shown: shownAs(offer, call),
          label: localise(offer.fix.label),
          says: localise(offer.choice.says),
          mayAsk: offer.way.mayAsk === undefined ? null : localise(offer.way.mayAsk),
        })),
        later: results.flatMap((one) =>
          isOffered(one) || !one.isHeldBack ? [] : [{ label: localise(one.fix.label), why: localise(one.why) }],
        ),
      };
    },
    apply: async (wish, shown) => {
      const work = applyFix(wish, await fixPlaceOf(place, onLate), meeting(), shown);
      atWork = work;
      const outcome = await work.finally(() => {
        if (atWork === work) atWork = null;
      });
      const made = (await loadChanges(place.folder)).value.find(({ id }) => id === outcome.change);
      if (made !== undefined && made.until !== null) forCall.add(made.id);
      judgeAgain(wish.split(':')[0] ?? '');
      return told(outcome);
    },
    undo: async (changeId) => {
      const fix = (await loadChanges(place.folder)).value.find(({ id }) => id === changeId)?.fix ?? '';
      const outcome = await undo(changeId, await fixPlaceOf(place, onLate));
      if (outcome.change === undefined) forCall.delete(changeId);
      judgeAgain(fix);
      return told(outcome);
    },
    changed: async () =>
      (await loadChanges(place.folder)).value
        .filter(isOpen)
        .map((one) => ({ id: one.id, did: localise(changeSaid(one, labelOf(one.fix))), at: one.at, until: one.until }))
        .toReversed(),
    lastsForCall: () => forCall.size > 0 || atWork !== null,
    endForCall: async () => {
      try {
        await Promise.race([atWork, pause(LONGEST_AT_QUIT_MS)]);
        const fixPlace = { ...(await fixPlaceOf(place)), wait: atOnce };
        for (const id of forCall) await undo(id, fixPlace);
      } catch (error) {
        // The next start puts it back.
        await place.log.write(faultEntry('program', error));
      }
    },
  };
};
