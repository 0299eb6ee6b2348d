/** Owns the vocabulary of results: the state of a finding, its evidence, its remedies, and the verdict over all. */
import type { CheckId } from '../checks/ids.ts';
import type { IsoTime } from '../text/time.ts';

/** Every state, from the one that asks for most attention to the one that asks for none: the order in which findings stand. */
export const states = ['fail', 'caution', 'unknown', 'waived', 'pass', 'not-applicable'] as const;
export type State = (typeof states)[number];

/** How bad a state is: a failure 3, a caution 2, an unknown 1, everything that asks for nothing 0. */
export const severity = (state: State): number => Math.max(0, states.indexOf('waived') - states.indexOf(state));

/** What asks for attention, and can be set aside. */
export const judgedStates = ['fail', 'caution', 'unknown'] as const satisfies readonly State[];
export type JudgedState = (typeof judgedStates)[number];

export type Verdict = 'ready' | 'caution' | 'not-ready' | 'undetermined';

/** Families of checks, in the order in which a person sees them. */
export const groups = ['meeting-apps', 'computer', 'backup', 'camera', 'habits'] as const;
export type Group = (typeof groups)[number];

export const groupNames: Readonly<Record<Group, string>> = {
  'meeting-apps': 'Meeting apps',
  computer: 'This computer',
  backup: 'Backup',
  camera: 'Camera',
  habits: 'Only you can tell',
};

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
  readonly label: string;
  /** About how long it takes, where that can be said for most computers. */
  readonly minutes?: number;
  readonly steps: readonly string[];
  /** A command to copy; Greenroom never runs it. */
  readonly command?: string;
  /** The settings pane or official page that it opens: an `ms-settings:`, `x-apple.systempreferences:` or `https:` address. */
  readonly link?: string;
}

/** A remedy of a finding. `id` is all that the page may send back; the address behind it is a constant. */
export interface Remedy extends RemedyDefinition {
  readonly id: string;
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
  readonly group: Group;
  readonly required: boolean;
  readonly title: string;
  readonly evidence: Evidence;
  readonly app?: FindingApp;
  /** What of the check the organisation has fixed; absent when nothing. */
  readonly managed?: readonly ManagedValue[];
  /** Time its slowest fact took to read. */
  readonly durationMs: number;
}

type PassedFinding = FindingBase & {
  readonly state: 'pass';
  readonly why: null;
  readonly remedies: readonly never[];
};

/** Says why it matters where there is something to do, such as to confirm what only the person can tell. */
type NotApplicableFinding = FindingBase & {
  readonly state: 'not-applicable';
  readonly why: string | null;
  readonly remedies: readonly Remedy[];
};

/** A finding that asks for attention always says why it matters. */
export type JudgedFinding = FindingBase & {
  readonly state: JudgedState;
  /** At most two lines. */
  readonly why: string;
  readonly remedies: readonly Remedy[];
};

export type WaivedFinding = Omit<JudgedFinding, 'state'> & { readonly state: 'waived'; readonly waiver: Waiver };

/** What of a finding hangs on its state. */
type OutcomeOf<F extends FindingBase> = F extends FindingBase ? Omit<F, Exclude<keyof FindingBase, 'evidence'>> : never;
export type FindingOutcome = OutcomeOf<PassedFinding | NotApplicableFinding | JudgedFinding>;

export type Finding = PassedFinding | NotApplicableFinding | JudgedFinding | WaivedFinding;

export const isJudged = (finding: Finding): finding is JudgedFinding =>
  judgedStates.some((state) => state === finding.state);

/** Names a finding across runs. */
export const findingKey = (finding: Pick<Finding, 'id' | 'subject'>): string =>
  finding.subject === null ? finding.id : `${finding.id}:${finding.subject}`;

/**
 * The verdict over all findings. A required failure decides first; then a required check that could not be judged;
 * then anything else that is not in order. What is only advised never makes a machine "not ready",
 * and where nothing was found in order it is never "ready". What is required and was set aside neither fails nor is in order.
 */
export const verdictOf = (findings: readonly Pick<Finding, 'state' | 'required'>[]): Verdict => {
  const has = (state: State, required?: boolean): boolean =>
    findings.some((finding) => finding.state === state && (required === undefined || finding.required === required));
  if (has('fail', true)) return 'not-ready';
  if (has('unknown', true)) return 'undetermined';
  if (has('fail') || has('caution') || has('waived', true)) return 'caution';
  return has('pass') ? 'ready' : 'undetermined';
};
