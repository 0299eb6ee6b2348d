/** Owns what a report is: what goes into one, what one holds, and the order of its findings. */

import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Check } from '../checks/define-check.ts';
import type { Cause, Fact } from '../facts/fact.ts';
import type { AllFacts, AnyFactKey, Computer, Platform } from '../facts/index.ts';
import type { Message } from '../messages/messages.ts';
import type { Policy } from '../policy/policy.ts';
import type { IsoDate, IsoTime } from '../text/time.ts';
import type { PersonalWaiver } from '../waivers/waivers.ts';
import { areas } from './areas.ts';
import { type AreaSummary, areasOf } from './counts.ts';
import { type Finding, isToFixFirst, states } from './finding.ts';
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
  /** The reason as data, by which it is shown in another language. */
  readonly message?: Message;
  readonly durationMs: number;
  readonly commands: readonly string[];
}

/** What computer it is: what a help desk asks first. */
export type ComputerSummary = Omit<Computer, 'batteryHealthPercent'>;

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
    /** Absent where it was not read. */
    readonly computer?: ComputerSummary;
  };
  readonly policy: { readonly source: string | null; readonly digest: string | null };
  readonly catalogue: { readonly asOf: IsoDate; readonly source: string };
  readonly findings: readonly Finding[];
  /** What policy hides from people: in no view, count or verdict of theirs; the result that the organisation reads holds it. */
  readonly hidden?: readonly Finding[];
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
  /** What the person has snoozed; none when absent. */
  readonly waivers?: readonly PersonalWaiver[];
  /** What was judged for earlier reports of the same run, by check id: added to, so that each check is judged once. */
  readonly judged?: Map<string, readonly Finding[]>;
  /** The instant that ages are counted to. */
  readonly now: IsoTime;
}

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
