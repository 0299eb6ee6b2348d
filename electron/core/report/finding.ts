/** Owns the vocabulary of results: the state of a finding, its evidence, its remedies, and the verdict over all. */
import type { IsoTime } from '../text/time.ts';

export type State = 'pass' | 'caution' | 'fail' | 'unknown' | 'not-applicable' | 'waived';

/** What can be set aside. */
export type JudgedState = 'fail' | 'caution' | 'unknown';

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

/** A way to put something right. `id` is all that the page may send back; the address behind it is a constant. */
export interface Remedy {
  readonly id: string;
  readonly label: string;
  /** About how long it takes; absent where nobody can say. */
  readonly minutes?: number;
  readonly steps: readonly string[];
  /** A command to copy; Greenroom never runs it. */
  readonly command?: string;
  /** Settings pane or official page that the remedy opens. */
  readonly link?: string;
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

export interface Finding {
  /** Id of the check. */
  readonly id: string;
  /** What it is about when one check yields several findings: "zoom (dpkg)"; null when it yields one. */
  readonly subject: string | null;
  readonly group: Group;
  readonly state: State;
  readonly required: boolean;
  readonly title: string;
  /** Why it matters, at most two lines; null when passed. */
  readonly why: string | null;
  readonly evidence: Evidence;
  readonly remedies: readonly Remedy[];
  readonly app?: FindingApp;
  readonly waiver?: Waiver;
  /** What of the check the organisation has fixed; absent when nothing. */
  readonly managed?: readonly ManagedValue[];
  /** Time its slowest fact took to read. */
  readonly durationMs: number;
}

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
