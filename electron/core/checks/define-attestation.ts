/** Owns the shape of an attestation: a check that only the person can answer, by a word that counts for a while. */

import { type Message, messages, type Title } from '../messages/messages.ts';
import { date, measure } from '../messages/value.ts';
import { days, shownAudienceKey } from '../policy/policy.ts';
import type { Area } from '../report/areas.ts';
import type { RemedyDefinition } from '../report/finding.ts';
import { daysBetween } from '../text/time.ts';
import { type Check, defineCheck } from './define-check.ts';
import type { CheckId } from './ids.ts';

/** Clocks differ a little; a word from further ahead than this was never given. */
const AHEAD_DAYS = 1;

const words = messages('attestation', {
  reads: 'Only what you have confirmed in Greenroom',
  once: 'Only you know. Answer once.',
  asked: 'Your organisation asks you to answer this.',
  clock: 'The clock was changed since. Please confirm it again.',
  old: 'You confirmed it on {day}. Greenroom asks again after {time}.',
  found: 'You confirmed it on {day}. Greenroom can’t check it.',
  wanted: 'your answer, not older than {time}',
});

interface AttestationDefinition<Id extends CheckId, R extends string> {
  readonly id: Id;
  readonly area: Area;
  readonly question: Message;
  /** What the person confirms, in their own words: "Two-step sign-in is on for …". */
  readonly statement: Message;
  readonly titles: {
    /** "Two-step sign-in: not confirmed yet". */
    readonly open: Title;
    readonly still: Title;
    readonly confirmed: Title;
    readonly unknown: Title;
  };
  readonly why: Message;
  readonly remedies: Readonly<Record<R, RemedyDefinition>>;
}

const describe = messages('policy.attestation', {
  validDays: 'How long your word counts before Greenroom asks again.',
});

/** Until the person has answered it is not done: it neither passes nor nags. Where policy requires it, the verdict waits for it. */
export const defineAttestation = <const Id extends CheckId, const R extends string>({
  titles,
  ...attestation
}: AttestationDefinition<Id, R>): Check<Id> =>
  defineCheck({
    ...attestation,
    when: 'after-call',
    unknownTitle: titles.unknown,
    reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
    needs: ['attestations'],
    policy: { audience: shownAudienceKey(), validDays: days(90, describe.validDays) },
    judge: ({ facts, policy, required, now }) => {
      const remedies = Object.keys(attestation.remedies) as R[];
      const { confirmed } = facts.attestations.value;
      const given = Object.hasOwn(confirmed, attestation.id) ? confirmed[attestation.id]?.at : undefined;
      const open = { state: 'not-done', remedies } as const;
      if (given === undefined) return [{ ...open, title: titles.open, reason: required ? words.asked : words.once }];
      const age = daysBetween(given, now);
      if (Number.isNaN(age) || age < -AHEAD_DAYS) return [{ ...open, title: titles.open, reason: words.clock }];
      const about = { day: date(given), time: measure(policy.validDays, 'day') };
      if (age > policy.validDays) return [{ ...open, title: titles.still, reason: words.old(about) }];
      const wanted = words.wanted({ time: about.time });
      return [{ state: 'pass', title: titles.confirmed, found: words.found({ day: about.day }), wanted }];
    },
  });
