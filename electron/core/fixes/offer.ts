/** Owns what is offered: each fix with what it would do here, or why it is not to be had now. */
import { type Message, messages } from '../messages/messages.ts';
import type { IsoTime } from '../text/time.ts';
import type { Choice, Fix, Seen, Way } from './fix.ts';
import { wishOf } from './fix.ts';
import { type Call, obstacleTo, type Seat } from './gate.ts';

const words = messages('fix-offer', {
  notHere: 'Greenroom can’t do this on this computer.',
  inOrder: 'There’s nothing to do here.',
});

/** What was read for one fix; `way` is undefined where this computer has none. */
export interface Look {
  readonly fix: Fix;
  readonly way: Way | undefined;
  readonly seen: Seen;
  readonly seat: Seat;
}

export interface Offer {
  /** All that a page or a person names. */
  readonly wish: string;
  readonly fix: Fix;
  readonly way: Way;
  readonly choice: Choice;
  /** By which it was found. */
  readonly seen: Seen;
}

export interface NotOffered {
  readonly fix: Fix;
  readonly why: Message;
  /** Something stands in its way, and would not at another time or place. */
  readonly isHeldBack: boolean;
}

/** Every choice of a fix, or the one reason why there is none. */
export const offersOf = (
  { fix, way, seen, seat }: Look,
  call: Call | null,
  now: IsoTime,
): readonly Offer[] | NotOffered => {
  const choices = way?.choices(seen);
  if (way === undefined || choices === undefined) return { fix, why: words.notHere, isHeldBack: false };
  if (!Array.isArray(choices)) return { fix, why: choices as Message, isHeldBack: true };
  const all = choices as readonly Choice[];
  if (all.length === 0) return { fix, why: words.inOrder, isHeldBack: false };
  const obstacle = obstacleTo(fix, { facts: seen.facts, seat }, call, now);
  if (obstacle !== undefined) return { fix, why: obstacle, isHeldBack: true };
  return all.map((choice) => ({ wish: wishOf(fix.id, choice.key), fix, way, choice, seen }));
};

export const isOffered = (result: readonly Offer[] | NotOffered): result is readonly Offer[] => Array.isArray(result);
