/** Owns the shape of an attestation: a check that only the person can answer, by a word that counts for a while. */

import { days } from '../policy/policy.ts';
import type { Area } from '../report/areas.ts';
import type { RemedyDefinition } from '../report/finding.ts';
import { daysBetween, longDate } from '../text/time.ts';
import { type Check, defineCheck } from './define-check.ts';
import type { CheckId } from './ids.ts';

/** Clocks differ a little; a word from further ahead than this was never given. */
const AHEAD_DAYS = 1;

interface AttestationDefinition<Id extends CheckId, R extends string> {
  readonly id: Id;
  readonly area: Area;
  readonly question: string;
  /** What the person confirms, in their own words: "Two-step sign-in is on for …". */
  readonly statement: string;
  /** The subject of titles: "Two-step sign-in". */
  readonly name: string;
  readonly why: string;
  readonly remedies: Readonly<Record<R, RemedyDefinition>>;
}

/** Until the person has answered it is not done: it neither passes nor nags. Where policy requires it, the verdict waits for it. */
export const defineAttestation = <const Id extends CheckId, const R extends string>(
  attestation: AttestationDefinition<Id, R>,
): Check<Id> =>
  defineCheck({
    id: attestation.id,
    area: attestation.area,
    when: 'after-call',
    question: attestation.question,
    statement: attestation.statement,
    unknownTitle: `Could not tell what you confirmed: ${attestation.name.toLowerCase()}`,
    why: attestation.why,
    reads: {
      linux: 'Only what you have confirmed in Greenroom',
      darwin: 'Only what you have confirmed in Greenroom',
      win32: 'Only what you have confirmed in Greenroom',
    },
    needs: ['attestations'],
    policy: { validDays: days(90, 'How long your word counts before Greenroom asks again.') },
    remedies: attestation.remedies,
    judge: ({ facts, policy, required, now }) => {
      const remedies = Object.keys(attestation.remedies) as R[];
      const { confirmed } = facts.attestations.value;
      const given = Object.hasOwn(confirmed, attestation.id) ? confirmed[attestation.id]?.at : undefined;
      if (given === undefined) {
        const title = `${attestation.name}: not confirmed yet`;
        const reason = required ? 'Your organisation asks you to answer this.' : 'Only you know. Answer once.';
        return [{ state: 'not-done', title, reason, remedies }];
      }
      const age = daysBetween(given, now);
      if (Number.isNaN(age) || age < -AHEAD_DAYS) {
        const title = `${attestation.name}: confirmed on a day that has not come yet`;
        return [
          { state: 'not-done', title, reason: 'The clock was changed since. Please confirm it again.', remedies },
        ];
      }
      if (age > policy.validDays) {
        const title = `${attestation.name}: is it still so?`;
        const reason = `You confirmed it on ${longDate(given)}. Your word counts for ${policy.validDays} days.`;
        return [{ state: 'not-done', title, reason, remedies }];
      }
      const found = `You confirmed it on ${longDate(given)}. Greenroom did not look, and cannot.`;
      const wanted = `your word, not older than ${policy.validDays} days`;
      return [{ state: 'pass', title: `${attestation.name}: confirmed by you`, found, wanted }];
    },
  });
