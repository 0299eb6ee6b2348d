/** Owns the report: settled facts and policy in, findings and a verdict out. Pure: the same input gives the same report. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Check, Judgement } from '../checks/define-check.ts';
import type { Cause, Fact } from '../facts/fact.ts';
import type { AllFacts, AnyFactKey, Platform } from '../facts/index.ts';
import { type Importance, type Policy, settingOf, valuesOf } from '../policy/policy.ts';
import { givenNamesIn } from '../redaction/given-names.ts';
import { sanitize } from '../text/sanitize.ts';
import type { IsoDate, IsoTime } from '../text/time.ts';
import { type PersonalWaiver, withWaivers } from '../waivers/waivers.ts';
import { areas } from './areas.ts';
import { type AreaSummary, areasOf } from './counts.ts';
import {
  type Evidence,
  type Finding,
  type FindingOutcome,
  isToFixFirst,
  type ManagedValue,
  type Remedy,
  states,
} from './finding.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export const REPORT_SCHEMA = 'greenroom.report/2';

/** A fact as it came in from a probe. */
export interface Settled<T> {
  readonly fact: Fact<T>;
  readonly at: IsoTime;
  readonly durationMs: number;
  /** Programs that were asked, with their arguments. */
  readonly commands: readonly string[];
}

export type SettledFacts = { readonly [K in AnyFactKey]?: Settled<AllFacts[K]> };

export interface Probe {
  /** The name of the fact. */
  readonly fact: string;
  readonly state: Fact<unknown>['state'];
  /** Why nothing is known: what kind of reason, and the reason in words. Absent where something is. */
  readonly cause?: Cause;
  readonly reason?: string;
  readonly durationMs: number;
  readonly commands: readonly string[];
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly verdict: Verdict;
  /** The six of them, in their order. */
  readonly areas: readonly AreaSummary[];
  readonly startedAt: IsoTime;
  readonly durationMs: number;
  readonly deadlineMs: number;
  /** Ids of the checks that were asked for; null when all were. */
  readonly only: readonly string[] | null;
  readonly machine: {
    readonly platform: Platform;
    readonly os: string;
    readonly version: string;
    readonly arch: string;
  };
  readonly policy: { readonly source: string | null; readonly digest: string | null };
  readonly catalogue: { readonly asOf: IsoDate; readonly source: string };
  readonly findings: readonly Finding[];
  readonly probes: readonly Probe[];
  /** Words in it that people gave to networks, drives, places and programs: they are left out of what is shared. */
  readonly names?: readonly string[];
  /** It was stored by an earlier Greenroom, which judged by other rules: it is shown as an old answer. */
  readonly upgraded?: true;
}

export interface ReportInput {
  readonly checks: readonly Check[];
  readonly facts: SettledFacts;
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  readonly catalogueSource: string;
  readonly platform: Platform;
  readonly arch: string;
  readonly startedAt: IsoTime;
  readonly durationMs: number;
  readonly deadlineMs: number;
  readonly only: readonly string[] | null;
  /** What the person has set aside; none when absent. */
  readonly waivers?: readonly PersonalWaiver[];
  /** What was judged for earlier reports of the same run, by check id: added to, so that each check is judged once. */
  readonly judged?: Map<string, readonly Finding[]>;
  /** The instant that ages are counted to. */
  readonly now: IsoTime;
}

/** The checks that policy leaves on. */
export const activeChecks = (checks: readonly Check[], policy: Policy): readonly Check[] =>
  checks.filter((check) => importanceOf(check, policy) !== 'off');

const importanceOf = ({ id, policy: keys }: Check, policy: Policy): Importance =>
  settingOf(policy, id, 'importance', keys.importance).value;

/** The facts that these checks read. */
export const factsOf = (checks: readonly Check[]): readonly AnyFactKey[] => [
  ...new Set(checks.flatMap((check) => [...check.needs, ...check.uses])),
];

/** The checks that still wait for a fact. */
export const pendingChecks = (checks: readonly Check[], facts: SettledFacts): readonly Check[] =>
  checks.filter((check) => [...check.needs, ...check.uses].some((key) => facts[key] === undefined));

const remediesOf = (check: Check, keys: readonly string[]): readonly Remedy[] =>
  keys.flatMap((key) => {
    const definition = Object.hasOwn(check.remedies, key) ? check.remedies[key] : undefined;
    return definition === undefined ? [] : [{ id: `${check.id}/${key}`, ...definition }];
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
): FindingOutcome => {
  const evidence = (found: string, wanted: string | null): Evidence => ({
    found: sanitize(found, 600),
    wanted,
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
      return { state, when, minutes: minutesOf(remedies), why, evidence: evidence(found, wanted), remedies };
    }
    case 'unknown': {
      const { state, reason, cause = 'inconclusive' } = judgement;
      const remedies = remediesOf(check, judgement.remedies ?? []);
      const { when, why } = check;
      return { state, cause, when, minutes: minutesOf(remedies), why, evidence: evidence(reason, null), remedies };
    }
    case 'not-done':
    case 'not-applicable': {
      const { state, reason } = judgement;
      const why = state === 'not-done' || judgement.remedies !== undefined ? check.why : null;
      const remedies = remediesOf(check, judgement.remedies ?? []);
      return { state, ...quiet, why, evidence: evidence(reason, null), remedies };
    }
  }
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
  const finding = (judgement: Judgement<string>): Finding => ({
    id: check.id,
    // Names, versions and labels come from the machine: nothing in them may move or flood what stands around them.
    subject: judgement.subject === undefined ? null : sanitize(judgement.subject, 120),
    area: check.area,
    required: required && judgement.advisory !== true,
    title: sanitize(judgement.title, 200),
    ...outcomeOf(check, judgement, required, { source: sanitize(judgement.source ?? source, 300), at }),
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

const judgeOnce = (check: Check, input: ReportInput): readonly Finding[] => {
  const findings = input.judged?.get(check.id) ?? judgeCheck(check, input);
  input.judged?.set(check.id, findings);
  return findings;
};

/** What is to be put right before the call, then by what asks for most attention, then by area and check. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) =>
      Number(isToFixFirst(b)) - Number(isToFixFirst(a)) ||
      states.indexOf(a.state) - states.indexOf(b.state) ||
      areas.indexOf(a.area) - areas.indexOf(b.area),
  );

/** A report with other findings: what is counted and concluded from them follows. */
export const withFindings = (
  report: Report,
  findings: readonly Finding[],
  verdict: Verdict = verdictOf(findings),
): Report => ({
  ...report,
  verdict,
  areas: areasOf(findings),
  findings: inOrder(findings),
});

/** The report on the facts that are in. While some are missing it holds the findings that can already be judged. */
export const buildReport = (input: ReportInput): Report => {
  const active = activeChecks(input.checks, input.policy);
  const pending = new Set(pendingChecks(active, input.facts));
  const judged = active.filter((check) => !pending.has(check)).flatMap((check) => judgeOnce(check, input));
  const findings = withWaivers(judged, input.waivers ?? [], input.policy, input.now);
  const system = input.facts.operatingSystem?.fact;
  const names = givenNamesIn(input.facts, input.catalogue);
  return {
    schema: REPORT_SCHEMA,
    verdict: pending.size > 0 && verdictOf(findings) !== 'not-ready' ? 'undetermined' : verdictOf(findings),
    areas: areasOf(findings),
    startedAt: input.startedAt,
    durationMs: input.durationMs,
    deadlineMs: input.deadlineMs,
    only: input.only,
    machine: {
      platform: input.platform,
      os: system?.state === 'known' ? sanitize(system.value.name) : 'not known',
      version: system?.state === 'known' ? sanitize(system.value.version) : '',
      arch: input.arch,
    },
    policy: { source: input.policy.source, digest: input.policy.digest },
    catalogue: { asOf: input.catalogue.asOf, source: input.catalogueSource },
    findings: inOrder(findings),
    probes: Object.entries(input.facts).map(([fact, settled]) => ({
      fact,
      state: settled.fact.state,
      ...(settled.fact.state === 'unknown'
        ? { cause: settled.fact.cause, reason: sanitize(settled.fact.reason, 300) }
        : {}),
      durationMs: settled.durationMs,
      commands: settled.commands,
    })),
    ...(names.length === 0 ? {} : { names }),
  };
};
