/** Owns the answer in words: the headline and the sentence under it, the same in window, tray, notice and terminal. */
import { type Platform, platformNames } from '../facts/index.ts';
import { count, formatList, formatNames, NO_POWERSHELL } from '../text/phrases.ts';
import { type AreaSummary, countsOf, toFixFirst, toFixLater } from './counts.ts';
import { type Finding, isNotRevealed } from './finding.ts';
import { fixTimeOf, fixTimeWords } from './fix-time.ts';
import { answersOf, unansweredRequired, type Verdict } from './verdict.ts';

export interface Answered {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** The finding that the next meeting's link is fake; undefined when it is not. */
export const fakeLinkIn = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ id, state }) => id === 'meeting-link' && state === 'fail');

const things = (number: number): string => count(number, 'thing');

/** "You can join", "Not ready: fix 2 things first", "Don’t join: this Zoom link is fake". */
export const headlineOf = ({ verdict, findings }: Answered): string => {
  const first = toFixFirst(findings).length;
  const later = toFixLater(findings).length;
  switch (verdict) {
    case 'not-ready':
      return fakeLinkIn(findings)?.title ?? `Not ready: fix ${things(first)} first`;
    case 'caution':
      if (first > 0) return `You can join. Fix ${things(first)} first`;
      return later > 0 ? `You can join. ${things(later)} to look at` : 'You can join';
    case 'ready':
      return 'You can join';
    case 'undetermined':
      return 'Not everything could be checked';
  }
};

const withTime = (words: string, findings: readonly Finding[]): string => {
  const time = fixTimeWords(fixTimeOf(findings));
  return time === null ? words : `${words}, ${time}`;
};

/** Why too little is known; empty where enough is. */
const whyUndetermined = ({ verdict, findings }: Answered): readonly string[] => {
  if (verdict !== 'undetermined') return [];
  const required = unansweredRequired(findings);
  if (required.length > 0) {
    const titles = findings
      .filter(({ id, state }) => required.includes(id) && state !== 'waived')
      .map((one) => one.title);
    return [`Your organisation requires an answer: ${formatNames([...new Set(titles)])}.`];
  }
  const { answered, counted } = answersOf(findings);
  return 3 * answered < 2 * counted ? [`Only ${answered} of ${count(counted, 'check')} gave an answer.`] : [];
};

/** Said once, and not in each row: what helps with one of them helps with all. */
const oneReason = (findings: readonly Finding[]): readonly string[] =>
  findings.some((one) => one.state === 'unknown' && one.cause === 'no-powershell') ? [NO_POWERSHELL] : [];

/** One line under the headline: what is left to do, before and after the call, and what is not known. */
export const summaryOf = (answered: Answered): string => {
  const { findings } = answered;
  const [first, later] = [toFixFirst(findings), toFixLater(findings)];
  const counts = countsOf(findings);
  const told = [
    ...(counts.unknown > 0 ? [`${counts.unknown} couldn’t be checked`] : []),
    ...(counts['not-done'] > 0 ? [`${counts['not-done']} not done yet`] : []),
    ...(counts.waived > 0 ? [`${counts.waived} snoozed`] : []),
  ];
  const sentences = [
    ...whyUndetermined(answered),
    ...(first.length > 0 ? [`${withTime(`${first.length} to fix before the call`, first)}.`] : []),
    ...(later.length > 0 ? [`${withTime(`${later.length} to fix after the call`, later)}.`] : []),
    ...(first.length + later.length === 0 && counts.pass > 0 ? ['Nothing to fix.'] : []),
    ...(told.length > 0 ? [`${formatList(told)}.`] : []),
    ...oneReason(findings),
  ];
  return sentences.length === 0 ? 'Nothing was checked.' : sentences.join(' ');
};

/** "2 to fix first", "1 to fix, 1 to look at", "in order", "7 not done yet". */
export const areaWords = ({ counts, first }: AreaSummary, own: readonly Finding[]): string => {
  const later = toFixLater(own);
  const fails = later.filter(({ state }) => state === 'fail').length;
  const looks = later.length - fails;
  const parts = [
    ...(first > 0 ? [`${first} to fix first`] : []),
    ...(fails > 0 ? [`${fails} to fix`] : []),
    ...(looks > 0 ? [`${looks} to look at`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  if (counts.unknown > 0) return `${counts.unknown} couldn’t be checked`;
  if (counts['not-done'] > 0) return `${counts['not-done']} not done yet`;
  if (counts.pass > 0) return 'in order';
  return counts.waived > 0 ? `${counts.waived} snoozed` : 'doesn’t apply';
};

/** Each area with its words. */
export const areaLines = (
  areas: readonly AreaSummary[],
  findings: readonly Finding[],
): readonly { readonly area: AreaSummary; readonly words: string }[] =>
  areas.map((area) => {
    const own = findings.filter((finding) => finding.area === area.id);
    return { area, words: areaWords(area, own) };
  });

/** "macOS doesn’t show 2 things: whether …" in one quiet line; null where there is nothing of the kind. */
export const notRevealedLine = (findings: readonly Finding[], platform: Platform): string | null => {
  const hidden = findings.filter(isNotRevealed);
  if (hidden.length === 0) return null;
  return `What ${platformNames[platform]} doesn’t show: ${hidden.map(({ evidence }) => evidence.found).join(' ')}`;
};
