/** Owns the vocabulary of results: the state of a finding, when it is to be put right, its evidence and its remedies. */
import type { CheckId } from '../checks/ids.ts';
import { causes } from '../facts/fact.ts';
import type { Message } from '../messages/messages.ts';
import type { Audience } from '../policy/policy.ts';
import type { IsoTime } from '../text/time.ts';
import type { Area } from './areas.ts';

/**
 * Every state, from the one that asks for most attention to the one that asks for none: the order in which findings stand.
 * `not-done`: it waits for the person, who has to look, answer or try.
 */
export const states = ['fail', 'caution', 'unknown', 'not-done', 'waived', 'pass', 'not-applicable'] as const;
export type State = (typeof states)[number];

/** What asks for attention, and can be snoozed. */
export const judgedStates = ['fail', 'caution', 'unknown'] as const satisfies readonly State[];
export type JudgedState = (typeof judgedStates)[number];

/** How bad a state is: a failure 3, a caution 2, an unknown 1, everything that asks for nothing 0. */
export const severity = (state: State): number => {
  const weights: Partial<Record<State, number>> = { fail: 3, caution: 2, unknown: 1 };
  return weights[state] ?? 0;
};

/**
 * When it is to be put right. `before-call`: it keeps one from joining, from being seen or heard, or makes joining
 * dangerous; `after-call`: everything else.
 */
export const whens = ['before-call', 'after-call'] as const;
export type When = (typeof whens)[number];

/** Why a finding is unknown: a reading gave nothing, or what was read does not say enough. */
export const unknownCauses = [...causes, 'inconclusive'] as const;
export type UnknownCause = (typeof unknownCauses)[number];

export interface Evidence {
  readonly found: string;
  /** What would have passed; null where nothing was demanded. */
  readonly wanted: string | null;
  /** Where it was read. */
  readonly source: string;
  /** When it was read. */
  readonly at: IsoTime;
}

/** A way to put something right, as a constant: texts, and the one address it may open. */
export interface RemedyDefinition {
  readonly label: Message;
  /** About how long it takes, where that can be said for most computers. */
  readonly minutes?: number;
  readonly steps: readonly Message[];
  /** A command to copy; Greenroom never runs it. */
  readonly command?: string;
  /** The settings pane or official page that it opens: an `ms-settings:`, `x-apple.systempreferences:` or `https:` address. */
  readonly link?: string;
}

/** A remedy of a finding, in words. `id` is all that the page may send back; the address behind it is a constant. */
export interface Remedy extends Omit<RemedyDefinition, 'label' | 'steps'> {
  readonly id: string;
  readonly label: string;
  readonly steps: readonly string[];
}

/** The sentences of a finding as data, by which it is compared, shared, and shown in another language. */
export interface FindingMessages {
  readonly title?: Message;
  readonly found?: Message;
  readonly wanted?: Message;
  readonly why?: Message;
}

/** A finding that was set aside, by whom and until when; its state is then `waived`. */
export interface Waiver {
  readonly by: 'user' | 'organisation';
  readonly reason: string;
  readonly until: IsoTime;
  /** What the finding would be without it. */
  readonly judged: JudgedState;
}

/** A program that a finding is about. */
export interface FindingApp {
  /** Its id in the catalogue: "zoom". */
  readonly product: string;
  /** As found; null when it could not be read. */
  readonly version: string | null;
  /** `turned-away`: its service does not let this version in; `doubtful`: it may not, or joining with it is dangerous. */
  readonly joining?: 'turned-away' | 'doubtful';
}

/** A value of the check that the organisation has fixed, and where it stands. */
export interface ManagedValue {
  readonly key: string;
  readonly value: string;
  readonly source: string;
}

interface FindingBase {
  /** The check. */
  readonly id: CheckId;
  /** What it is about when one check yields several findings: "zoom (dpkg)"; null when it yields one. */
  readonly subject: string | null;
  readonly area: Area;
  /** Null where there is nothing to put right. */
  readonly when: When | null;
  /** About how long its first remedy takes; null where nobody can say, or there is nothing to put right. */
  readonly minutes: number | null;
  /** Policy makes it decide the verdict. */
  readonly required: boolean;
  readonly title: string;
  readonly messages?: FindingMessages;
  readonly evidence: Evidence;
  readonly app?: FindingApp;
  /** What of the check the organisation has fixed; absent when nothing. */
  readonly managed?: readonly ManagedValue[];
  /** Whom policy says that it is for; absent where it is the person’s own. */
  readonly audience?: Exclude<Audience, 'person'>;
  /** Time its slowest fact took to read. */
  readonly durationMs: number;
}

type PassedFinding = FindingBase & {
  readonly state: 'pass';
  readonly when: null;
  readonly minutes: null;
  readonly why: null;
  readonly remedies: readonly never[];
};

/** Says why it matters where there is something to do, such as to confirm what only the person can tell. */
type QuietFinding = FindingBase & {
  readonly state: 'not-applicable' | 'not-done';
  readonly when: null;
  readonly minutes: null;
  readonly why: string | null;
  readonly remedies: readonly Remedy[];
};

/** A finding that asks for attention always says why it matters, and when it is to be put right. */
type OpenFinding = FindingBase & {
  readonly when: When;
  /** At most two lines. */
  readonly why: string;
  readonly remedies: readonly Remedy[];
};

type ProblemFinding = OpenFinding & { readonly state: 'fail' | 'caution' };
type UnknownFinding = OpenFinding & { readonly state: 'unknown'; readonly cause: UnknownCause };
export type JudgedFinding = ProblemFinding | UnknownFinding;

export type WaivedFinding = OpenFinding & {
  readonly state: 'waived';
  readonly waiver: Waiver;
  /** Of one that is unknown without the waiver. */
  readonly cause?: UnknownCause;
};

/** What of a finding hangs on its state. */
type OutcomeOf<F extends FindingBase> = F extends FindingBase
  ? Omit<F, Exclude<keyof FindingBase, 'evidence' | 'when' | 'minutes'>>
  : never;
export type FindingOutcome = OutcomeOf<PassedFinding | QuietFinding | JudgedFinding>;

export type Finding = PassedFinding | QuietFinding | JudgedFinding | WaivedFinding;

export const isJudged = (finding: Finding): finding is JudgedFinding =>
  judgedStates.some((state) => state === finding.state);

/** The system reveals it to no program that asks for no permission: told in one quiet line, and in no count. */
export const isNotRevealed = ({ state, cause }: { readonly state: State; readonly cause?: string }): boolean =>
  state === 'unknown' && cause === 'not-revealed';

/** It fails, or is worth a look. */
export const isProblem = ({ state }: { readonly state: State }): boolean => state === 'fail' || state === 'caution';

/** To be put right before the call: it stands in its way, or policy does not let it pass. */
export const isToFixFirst = (finding: Pick<Finding, 'state' | 'when' | 'required'>): boolean =>
  isProblem(finding) && (finding.when === 'before-call' || (finding.state === 'fail' && finding.required));

/** Names a finding across runs. */
export const findingKey = (finding: Pick<Finding, 'id' | 'subject'>): string =>
  finding.subject === null ? finding.id : `${finding.id}:${finding.subject}`;
