/** Owns how one check becomes findings: its judgements on settled facts, with evidence, remedies and what policy says of it. */
import type { Check, Judgement } from '../checks/define-check.ts';
import { NOT_RECORDED } from '../facts/fact.ts';
import { english } from '../messages/format.ts';
import { type Message, messageOf } from '../messages/messages.ts';
import { type Audience, type Importance, type Policy, settingOf, valuesOf } from '../policy/policy.ts';
import { sanitize } from '../text/sanitize.ts';
import type { Evidence, Finding, FindingMessages, FindingOutcome, ManagedValue, Remedy } from './finding.ts';
import type { ReportInput } from './report.ts';

/** How much policy makes of a check. */
export const importanceOf = ({ id, policy: keys }: Check, policy: Policy): Importance =>
  settingOf(policy, id, 'importance', keys.importance).value;

/** Whom policy says that it is for. */
export const audienceOf = ({ id, policy: keys }: Check, policy: Policy): Audience =>
  settingOf(policy, id, 'audience', keys.audience).value;

const remediesOf = (check: Check, keys: readonly string[]): readonly Remedy[] =>
  keys.flatMap((key) => {
    const definition = Object.hasOwn(check.remedies, key) ? check.remedies[key] : undefined;
    if (definition === undefined) return [];
    const { label, steps } = definition;
    return [{ id: `${check.id}/${key}`, ...definition, label: english(label), steps: steps.map(english) }];
  });

/** The one address that a remedy may open; undefined for every other text. */
export const remedyLink = (checks: readonly Check[], remedyId: string): string | undefined => {
  const slash = remedyId.indexOf('/');
  const check = checks.find((candidate) => candidate.id === remedyId.slice(0, slash));
  const key = remedyId.slice(slash + 1);
  return check !== undefined && Object.hasOwn(check.remedies, key) ? check.remedies[key]?.link : undefined;
};

/** What the organisation has fixed of this check, for whoever asks why it is judged so. */
const managedOf = (check: Check, policy: Policy): { readonly managed?: readonly ManagedValue[] } => {
  const managed = Object.entries(check.policy).flatMap(([key, definition]): ManagedValue[] => {
    const { value, layer, source } = settingOf(policy, check.id, key, definition);
    if (layer !== 'enforced') return [];
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    return [{ key, value: sanitize(shown, 200), source: sanitize(source ?? policy.source ?? '', 300) }];
  });
  return managed.length === 0 ? {} : { managed };
};

/** What of a finding hangs on its state. */
const outcomeOf = (
  check: Check,
  judgement: Judgement<string>,
  required: boolean,
  read: Pick<Evidence, 'source' | 'at'>,
  hasRefusal: boolean,
): FindingOutcome => {
  const evidence = (found: Message, wanted: Message | null): Evidence => ({
    found: sanitize(english(found), 600),
    wanted: wanted === null ? null : english(wanted),
    ...read,
  });
  const quiet = { when: null, minutes: null } as const;
  const minutesOf = (remedies: readonly Remedy[]): number | null => remedies[0]?.minutes ?? null;
  switch (judgement.state) {
    case 'pass': {
      const { state, found, wanted = null } = judgement;
      return { state, ...quiet, why: null, evidence: evidence(found, wanted), remedies: [] };
    }
    case 'caution':
    case 'fail': {
      const { found, wanted, why, when = check.when } = judgement;
      // Where policy demands it, whatever falls short fails.
      const isDemanded = required && check.keepsCautions !== true && judgement.advisory !== true;
      const state = isDemanded ? 'fail' : judgement.state;
      const remedies = remediesOf(check, judgement.remedies);
      return {
        state,
        when,
        minutes: minutesOf(remedies),
        why: english(why),
        evidence: evidence(found, wanted),
        remedies,
      };
    }
    case 'unknown': {
      const { state, reason } = judgement;
      const isShort = english(reason).includes(english(NOT_RECORDED)) && !hasRefusal;
      const cause = judgement.cause ?? (isShort ? 'not-recorded' : 'inconclusive');
      const remedies = remediesOf(check, judgement.remedies ?? []);
      const when = check.when;
      const why = english(check.why);
      return { state, cause, when, minutes: minutesOf(remedies), why, evidence: evidence(reason, null), remedies };
    }
    case 'not-done':
    case 'not-applicable': {
      const { state, reason } = judgement;
      const why = state === 'not-done' || judgement.remedies !== undefined ? english(check.why) : null;
      const remedies = remediesOf(check, judgement.remedies ?? []);
      return { state, ...quiet, why, evidence: evidence(reason, null), remedies };
    }
  }
};

/** The sentences of a finding that are messages, for whoever compares them or shows them in another language. */
const messagesOf = (check: Check, judgement: Judgement<string>): { readonly messages?: FindingMessages } => {
  const texts: Readonly<Record<keyof FindingMessages, Message | undefined>> = {
    title: judgement.title,
    found: 'found' in judgement ? judgement.found : judgement.reason,
    wanted: 'wanted' in judgement ? judgement.wanted : undefined,
    why: 'why' in judgement ? judgement.why : judgement.state === 'pass' ? undefined : check.why,
  };
  const messages = Object.entries(texts).flatMap(([key, text]) => {
    const message = text === undefined ? undefined : messageOf(text);
    return message === undefined ? [] : [[key, message]];
  });
  return messages.length === 0 ? {} : { messages: Object.fromEntries(messages) };
};

/** Judges one check on facts that are all in. */
export const judgeCheck = (check: Check, input: ReportInput): readonly Finding[] => {
  const keys = [...check.needs, ...check.uses];
  const settled = keys.flatMap((key) => input.facts[key] ?? []);
  const durationMs = Math.max(0, ...settled.map((one) => one.durationMs));
  const at =
    settled
      .map((one) => one.at)
      .sort()
      .at(-1) ?? input.startedAt;
  const sources = settled.flatMap((one) =>
    one.fact.state === 'known' && one.fact.source !== '' ? [one.fact.source] : [],
  );
  const source = [...new Set(sources)].join(', ');
  const required = importanceOf(check, input.policy) === 'required';
  const managed = managedOf(check, input.policy);
  const audience = audienceOf(check, input.policy);
  // What the recording shows could not be read counts, whatever else it does not hold.
  const hasRefusal = settled.some(({ fact }) => fact.state === 'unknown' && fact.cause !== 'not-recorded');
  const finding = (judgement: Judgement<string>): Finding => ({
    id: check.id,
    // Names, versions and labels come from the machine: nothing in them may move or flood what stands around them.
    subject: judgement.subject === undefined ? null : sanitize(judgement.subject, 120),
    area: check.area,
    required: required && judgement.advisory !== true,
    title: sanitize(english(judgement.title), 200),
    ...messagesOf(check, judgement),
    ...outcomeOf(check, judgement, required, { source: sanitize(judgement.source ?? source, 300), at }, hasRefusal),
    ...(judgement.app === undefined
      ? {}
      : {
          app: {
            product: judgement.app.product,
            version: judgement.app.version && sanitize(judgement.app.version, 60),
            ...(judgement.app.joining === undefined ? {} : { joining: judgement.app.joining }),
          },
        }),
    ...managed,
    ...(audience === 'person' ? {} : { audience }),
    durationMs,
  });

  for (const key of check.needs) {
    const fact = input.facts[key]?.fact;
    if (fact === undefined || fact.state === 'known') continue;
    return [finding({ state: 'unknown', title: check.unknownTitle, reason: fact.reason, cause: fact.cause })];
  }
  const facts = Object.fromEntries(keys.map((key) => [key, input.facts[key]?.fact]));
  const judgements = check.judge({
    facts,
    policy: valuesOf(input.policy, check.id, check.policy),
    required,
    platform: input.platform,
    catalogue: input.catalogue,
    now: input.now,
  });
  return judgements.map(finding);
};
