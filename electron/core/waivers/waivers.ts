/** Owns setting a finding aside: who may, until when, and when it comes back before that. */

import { saysMore } from '../messages/compare.ts';
import type { Message } from '../messages/messages.ts';
import { type Policy, type PolicyValues, settingOf, valuesOf } from '../policy/policy.ts';
import {
  type Finding,
  findingKey,
  isJudged,
  isNotRevealed,
  type JudgedFinding,
  type JudgedState,
  severity,
  type WaivedFinding,
  type Waiver,
} from '../report/finding.ts';
import { waiverSettings } from '../settings/waivers.ts';
import { sanitize } from '../text/sanitize.ts';
import { daysBetween, type IsoTime } from '../text/time.ts';
import { hasWorsened } from './has-worsened.ts';
import { readWaiverLine, type WaiverLine } from './parse-policy-waiver.ts';

/** What a person has snoozed, with what it was then. */
export interface PersonalWaiver {
  /** `findingKey` of the finding. */
  readonly key: string;
  readonly judged: JudgedState;
  readonly required: boolean;
  readonly title: string;
  /** The title as data, by which it is compared; absent in what an earlier Greenroom stored. */
  readonly message?: Message;
  readonly reason: string;
  readonly since: IsoTime;
  readonly until: IsoTime;
}

export const LONGEST_REASON = 200;
/** For so long no reason is asked for: the person is busy, not deciding. */
export const SNOOZE_MS = 36 * 3_600_000;
export const SNOOZE_REASON = 'Later';

export type WaiverRules = PolicyValues<typeof waiverSettings.policy>;

export const waiverRules = (policy: Policy): WaiverRules => valuesOf(policy, waiverSettings.id, waiverSettings.policy);

/** Only what the organisation says counts as said by it: a person's own settings do not. */
const organisationWaivers = (policy: Policy): readonly WaiverLine[] => {
  const { id, policy: keys } = waiverSettings;
  const { value, layer } = settingOf(policy, id, 'byOrganisation', keys.byOrganisation);
  return layer === 'enforced' || layer === 'recommended' ? value.flatMap((line) => readWaiverLine(line) ?? []) : [];
};

/** The finding as it was before anything was set aside. */
const without = (finding: Finding): Exclude<Finding, WaivedFinding> => {
  if (finding.state !== 'waived') return finding;
  const { waiver, cause = 'inconclusive', ...rest } = finding;
  return waiver.judged === 'unknown' ? { ...rest, state: 'unknown', cause } : { ...rest, state: waiver.judged };
};

/** Why this finding may not be snoozed at all; null when it may. */
export const waiverRefusal = (finding: Finding, rules: WaiverRules): string | null => {
  const bare = without(finding);
  const { id, required } = bare;
  if (!isJudged(bare) || isNotRevealed(bare)) return 'There is nothing to snooze here.';
  if (id === 'meeting-link') return 'A fake or unknown link can’t be snoozed. Ask the organiser.';
  if (id === 'policy') return 'Only your organisation can put its policy right.';
  if (!rules.allowed) return 'Your organisation doesn’t let things be snoozed.';
  if (required && !rules.requiredToo) return 'Your organisation doesn’t let what it requires be snoozed.';
  if (rules.onlyChecks.length > 0 && !rules.onlyChecks.includes(id))
    return 'Your organisation doesn’t let this one be snoozed.';
  return null;
};

export interface WaiverRequest {
  readonly until: IsoTime;
  readonly reason: string;
}

/** What is to be stored when a person sets `finding` aside at `now`, or the sentence why not. */
export const requestedWaiver = (
  finding: Finding,
  { until, reason }: WaiverRequest,
  rules: WaiverRules,
  now: IsoTime,
): PersonalWaiver | string => {
  const bare = without(finding);
  const refusal = waiverRefusal(bare, rules);
  if (refusal !== null || !isJudged(bare)) return refusal ?? 'There is nothing to snooze here.';
  const end = Date.parse(until);
  if (!(end > Date.parse(now))) return 'The end has to lie ahead.';
  if (isTooLong(now, until, rules))
    return rules.longestDays === 0
      ? 'Your organisation doesn’t let things be snoozed.'
      : `The longest time is ${rules.longestDays} ${rules.longestDays === 1 ? 'day' : 'days'}.`;
  const words = sanitize(reason, LONGEST_REASON);
  if (words === '' && end - Date.parse(now) > SNOOZE_MS) return 'For more than a day a reason is needed.';
  return {
    key: findingKey(bare),
    judged: bare.state,
    required: bare.required,
    title: bare.title,
    ...(bare.messages?.title === undefined ? {} : { message: bare.messages.title }),
    reason: words === '' ? SNOOZE_REASON : words,
    since: now,
    until: new Date(end).toISOString(),
  };
};

/** The end of a last day is part of it. */
const isTooLong = (since: IsoTime, until: IsoTime, { longestDays }: WaiverRules): boolean =>
  longestDays === 0 || daysBetween(since, until) > longestDays;

/** It has become worse than what was set aside: another state, now required, or a finding that says more. */
const isWorse = (waiver: PersonalWaiver, finding: JudgedFinding): boolean => {
  if (finding.required && !waiver.required) return true;
  if (finding.state !== waiver.judged) return severity(finding.state) > severity(waiver.judged);
  const then = waiver.message;
  const now = finding.messages?.title;
  return then === undefined || now === undefined ? hasWorsened(waiver.title, finding.title) : saysMore(then, now);
};

const waiverFor = (
  finding: JudgedFinding,
  own: readonly PersonalWaiver[],
  organisation: readonly WaiverLine[],
  rules: WaiverRules,
  now: IsoTime,
): Waiver | undefined => {
  // Nobody sets a fake link aside, not even for everybody.
  if (finding.id === 'meeting-link') return undefined;
  const key = findingKey(finding);
  const judged = finding.state;
  const line = organisation.find((one) => (one.key === finding.id || one.key === key) && one.until > now);
  if (line !== undefined) return { by: 'organisation', reason: line.reason, until: line.until, judged };
  const waiver = own.find((one) => one.key === key && one.until > now);
  if (waiver === undefined || waiverRefusal(finding, rules) !== null) return undefined;
  if (isTooLong(waiver.since, waiver.until, rules) || daysBetween(now, waiver.since) > 0) return undefined;
  return isWorse(waiver, finding) ? undefined : { by: 'user', reason: waiver.reason, until: waiver.until, judged };
};

/** The findings with what is snoozed at `now`; what was set aside before and is no longer comes back as it was judged. */
export const withWaivers = (
  findings: readonly Finding[],
  own: readonly PersonalWaiver[],
  policy: Policy,
  now: IsoTime,
): readonly Finding[] => {
  const rules = waiverRules(policy);
  const organisation = organisationWaivers(policy);
  return findings.map((one) => {
    const finding = without(one);
    if (!isJudged(finding)) return finding;
    const waiver = waiverFor(finding, own, organisation, rules, now);
    return waiver === undefined ? finding : { ...finding, state: 'waived', waiver };
  });
};
