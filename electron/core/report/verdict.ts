/** Owns the verdict: whether one can join this call, and whether this computer is in good order. */
import type { CheckId } from '../checks/ids.ts';
import { isNotRevealed, type State, type When } from './finding.ts';

export type Verdict = 'ready' | 'caution' | 'not-ready' | 'undetermined';

/** What the verdict looks at in a finding. */
export interface Weighed {
  readonly id: CheckId;
  readonly subject: string | null;
  readonly state: State;
  readonly when: When | null;
  readonly required: boolean;
  readonly cause?: string;
  readonly waiver?: { readonly judged: State };
}

/** Subject of the finding that nothing to join a meeting with is known. */
export const NOTHING_TO_JOIN_WITH = 'nothing';

/** Of no program on this computer is it known that a meeting can be joined with it. */
const isNothingToJoinWith = ({ id, subject }: Weighed): boolean =>
  id === 'meeting-apps' && (subject === null || subject === NOTHING_TO_JOIN_WITH);

/** What this finding alone would make of the verdict in that state. */
const decides = (finding: Weighed, state: State): 'not-ready' | 'undetermined' | null => {
  if (state === 'fail' && (finding.required || finding.when === 'before-call')) return 'not-ready';
  if (state === 'unknown' && (finding.required || isNothingToJoinWith(finding))) return 'undetermined';
  return null;
};

const isAnswer = ({ state }: Weighed): boolean => state === 'pass' || state === 'caution' || state === 'fail';
const isOpen = ({ state }: Weighed): boolean => state === 'unknown' || state === 'not-done';

const byCheck = (findings: readonly Weighed[]): readonly (readonly Weighed[])[] => {
  const checks = new Map<CheckId, Weighed[]>();
  for (const finding of findings) {
    const known = checks.get(finding.id);
    if (known === undefined) checks.set(finding.id, [finding]);
    else known.push(finding);
  }
  return [...checks.values()];
};

/** How many of the checks that count gave an answer: what waits, does not apply, was set aside, is never revealed or was not recorded does not count. */
export const answersOf = (findings: readonly Weighed[]): { readonly answered: number; readonly counted: number } => {
  const checks = byCheck(findings);
  const isCounted = (finding: Weighed): boolean =>
    isAnswer(finding) || (finding.state === 'unknown' && !isNotRevealed(finding) && finding.cause !== 'not-recorded');
  return {
    answered: checks.filter((check) => check.some(isAnswer)).length,
    counted: checks.filter((check) => check.some(isCounted)).length,
  };
};

/** What tells of the network, and what of the devices that a call needs. */
const joiningChecks: readonly (readonly CheckId[])[] = [
  ['connection'],
  ['camera-present', 'microphone-present', 'loudspeaker-present'],
];

/**
 * Both the network and the devices were asked for, and none of their checks gave an answer: whether one can join cannot be
 * told then. What a recording does not hold was not asked for.
 */
export const isJoiningUntold = (findings: readonly Weighed[]): boolean =>
  joiningChecks.every((ids) => {
    const own = findings.filter(({ id }) => ids.includes(id));
    return own.some(({ state, cause }) => state === 'unknown' && cause !== 'not-recorded') && !own.some(isAnswer);
  });

/** The checks that policy requires and that gave no answer. */
export const unansweredRequired = (findings: readonly Weighed[]): readonly CheckId[] =>
  byCheck(findings)
    .filter((check) => !check.some(isAnswer) && check.some((finding) => finding.required && isOpen(finding)))
    .flatMap(([first]) => first?.id ?? []);

/**
 * What fails and keeps one from the call, or that policy requires, decides first; then what policy requires and is not
 * known, and whether enough is known at all; then anything else that is not in order. A check with several subjects has
 * answered when one of them did: one row without data never decides over thirty that have it.
 */
export const verdictOf = (findings: readonly Weighed[]): Verdict => {
  if (findings.some((finding) => decides(finding, finding.state) === 'not-ready')) return 'not-ready';
  const cannotJoin = findings.some((finding) => finding.state === 'unknown' && isNothingToJoinWith(finding));
  const { answered, counted } = answersOf(findings);
  const isTooLittle = answered === 0 || 3 * answered < 2 * counted;
  if (cannotJoin || isJoiningUntold(findings) || unansweredRequired(findings).length > 0 || isTooLittle)
    return 'undetermined';
  const isPutOff = ({ waiver, ...finding }: Weighed): boolean =>
    waiver !== undefined && decides(finding, waiver.judged) !== null;
  return findings.some(({ state }) => state === 'caution' || state === 'fail') || findings.some(isPutOff)
    ? 'caution'
    : 'ready';
};
