/** Owns what is counted in a report: every view shows these numbers and no others. */
import { type Message, messages } from '../messages/messages.ts';
import { stateNames } from '../text/phrases.ts';
import { type Area, areas } from './areas.ts';
import { type Finding, isNotRevealed, isProblem, isToFixFirst, type State, states } from './finding.ts';

/** The findings that are listed and counted. */
export const rowsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => !isNotRevealed(finding));

export const toFixFirst = (findings: readonly Finding[]): readonly Finding[] => findings.filter(isToFixFirst);

export const toFixLater = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => isProblem(finding) && !isToFixFirst(finding));

/** The parts of a list of findings: what is to be put right first, what after the call, then by state. */
export type Section = 'first' | 'later' | State;

export const sectionOf = (finding: Finding): Section =>
  isToFixFirst(finding) ? 'first' : isProblem(finding) ? 'later' : finding.state;

const own = messages('section', { first: 'Before the call', later: 'After the call' });

export const sectionNames: Readonly<Record<Section, Message>> = { ...stateNames, ...own };

export type Counts = Readonly<Record<State, number>>;

export const countsOf = (findings: readonly Finding[]): Counts => {
  const rows = rowsOf(findings);
  const count = (state: State): number => rows.filter((finding) => finding.state === state).length;
  return {
    fail: count('fail'),
    caution: count('caution'),
    unknown: count('unknown'),
    'not-done': count('not-done'),
    waived: count('waived'),
    pass: count('pass'),
    'not-applicable': count('not-applicable'),
  };
};

export interface AreaSummary {
  readonly id: Area;
  /** The state that asks for most attention. */
  readonly state: State;
  readonly counts: Counts;
  /** How many failures and cautions are to be put right before the call. */
  readonly first: number;
}

/** As findings stand, but what is in order says more of an area than what was set aside. */
const byAttention: readonly State[] = [
  ...states.filter((state) => state !== 'waived' && state !== 'not-applicable'),
  'waived',
];

export const areasOf = (findings: readonly Finding[]): readonly AreaSummary[] =>
  areas.map((id) => {
    const own = findings.filter((finding) => finding.area === id);
    const counts = countsOf(own);
    const state = byAttention.find((one) => counts[one] > 0) ?? 'not-applicable';
    return { id, state, counts, first: toFixFirst(own).length };
  });
