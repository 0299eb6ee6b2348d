/** Owns the answer in words: the headline and the sentence under it, the same in window, tray, notice and terminal. */

import { type Platform, platformNames } from '../facts/index.ts';
import { localise } from '../messages/localise.ts';
import { asMessage, type Message, messages, sentences, type Text } from '../messages/messages.ts';
import { firstOf } from '../messages/names.ts';
import { list, product } from '../messages/value.ts';
import { type AreaSummary, countsOf, toFixFirst, toFixLater } from './counts.ts';
import { type Finding, isNotRevealed } from './finding.ts';
import { fixTime, fixTimeOf } from './fix-time.ts';
import { answersOf, isJoiningUntold, unansweredRequired, type Verdict } from './verdict.ts';

export interface Answered {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Why most of what Windows tells is not known, and what helps: said once. */
export const noPowershell = (): Message => words.noPowershell;

/** The finding that the next meeting's link is fake; undefined when it is not. */
export const fakeLinkIn = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ id, state }) => id === 'meeting-link' && state === 'fail');

/** What the number in the verdict's shape counts, in window and tray; 0 where there is nothing to count. */
export const countInShape = ({ verdict, findings }: Answered): number => {
  const first = toFixFirst(findings).length;
  if (verdict === 'not-ready') return first;
  return verdict === 'caution' ? first || toFixLater(findings).length : 0;
};

const words = messages('headline', {
  fix: 'Not ready: fix {n, plural, one {# thing} other {# things}} first',
  joinAndFix: 'You can join. Fix {n, plural, one {# thing} other {# things}} first',
  joinAndLook: 'You can join. {n, plural, one {# thing} other {# things}} to look at',
  join: 'You can join',
  undetermined: 'Not everything could be checked',
  required: 'Your organisation requires an answer: {titles}.',
  joiningUntold: 'Neither the network nor camera, microphone and loudspeaker could be checked.',
  few: 'Only {answered, number} of {n, plural, one {# check} other {# checks}} gave an answer.',
  before: '{n, number} to fix before the call.',
  beforeIn: '{n, number} to fix before the call, {time}.',
  after: '{n, number} to fix after the call.',
  afterIn: '{n, number} to fix after the call, {time}.',
  nothing: 'Nothing to fix.',
  told: '{counts}.',
  noPowershell:
    'Windows PowerShell can’t run here, and Windows tells programs little without it: ask your IT department to let Greenroom start it.',
  none: 'Nothing was checked.',
  unseen: 'What {system} doesn’t show: {all}',
});

/** The names of counts, as a sentence lists them. */
const counted = messages('count', {
  unknown: '{n, number} couldn’t be checked',
  notDone: '{n, number} not done yet',
  snoozed: '{n, number} snoozed',
  first: '{n, number} to fix first',
  fix: '{n, number} to fix',
  look: '{n, number} to look at',
  inOrder: 'in order',
  none: 'doesn’t apply',
});

const headline = ({ verdict, findings }: Answered): Text => {
  const first = toFixFirst(findings).length;
  const later = toFixLater(findings).length;
  switch (verdict) {
    case 'not-ready':
      return fakeLinkIn(findings)?.title ?? words.fix({ n: first });
    case 'caution':
      if (first > 0) return words.joinAndFix({ n: first });
      return later > 0 ? words.joinAndLook({ n: later }) : words.join;
    case 'ready':
      return words.join;
    case 'undetermined':
      return words.undetermined;
  }
};

/** "You can join", "Not ready: fix 2 things first", "Don’t join: this Zoom link is fake". */
export const headlineOf = (answered: Answered): string => localise(headline(answered));

/** Why too little is known; empty where enough is. */
export const whyUndetermined = ({ verdict, findings }: Answered): readonly Message[] => {
  if (verdict !== 'undetermined') return [];
  const required = unansweredRequired(findings);
  if (required.length > 0) {
    const titles = findings
      .filter(({ id, state }) => required.includes(id) && state !== 'waived')
      .map((one) => one.title);
    return [words.required({ titles: firstOf([...new Set(titles)].map(asMessage)) })];
  }
  const { answered, counted: all } = answersOf(findings);
  if (3 * answered < 2 * all) return [words.few({ answered, n: all })];
  return isJoiningUntold(findings) ? [words.joiningUntold] : [];
};

/** Said once, and not in each row: what helps with one of them helps with all. */
const oneReason = (findings: readonly Finding[]): readonly Message[] =>
  findings.some((one) => one.state === 'unknown' && one.cause === 'no-powershell') ? [words.noPowershell] : [];

const toFix = (findings: readonly Finding[], without: 'before' | 'after', within: 'beforeIn' | 'afterIn') => {
  if (findings.length === 0) return [];
  const time = fixTime(fixTimeOf(findings));
  const n = findings.length;
  return [time === null ? words[without]({ n }) : words[within]({ n, time })];
};

/** One line under the headline: what is left to do, before and after the call, and what is not known. */
export const summaryOf = (answered: Answered): string => {
  const { findings } = answered;
  const [first, later] = [toFixFirst(findings), toFixLater(findings)];
  const counts = countsOf(findings);
  const told = [
    ...(counts.unknown > 0 ? [counted.unknown({ n: counts.unknown })] : []),
    ...(counts['not-done'] > 0 ? [counted.notDone({ n: counts['not-done'] })] : []),
    ...(counts.waived > 0 ? [counted.snoozed({ n: counts.waived })] : []),
  ];
  const all = [
    ...whyUndetermined(answered),
    ...toFix(first, 'before', 'beforeIn'),
    ...toFix(later, 'after', 'afterIn'),
    ...(first.length + later.length === 0 && counts.pass > 0 ? [words.nothing] : []),
    ...(told.length > 0 ? [words.told({ counts: list(told) })] : []),
    ...oneReason(findings),
  ];
  return localise(all.length === 0 ? words.none : sentences(all));
};

/** "2 to fix first", "1 to fix, 1 to look at", "in order", "7 not done yet". */
export const areaWords = ({ counts, first }: AreaSummary, own: readonly Finding[]): string => {
  const later = toFixLater(own);
  const fails = later.filter(({ state }) => state === 'fail').length;
  const looks = later.length - fails;
  const parts = [
    ...(first > 0 ? [counted.first({ n: first })] : []),
    ...(fails > 0 ? [counted.fix({ n: fails })] : []),
    ...(looks > 0 ? [counted.look({ n: looks })] : []),
  ];
  if (parts.length > 0) return parts.map(localise).join(', ');
  if (counts.unknown > 0) return localise(counted.unknown({ n: counts.unknown }));
  if (counts['not-done'] > 0) return localise(counted.notDone({ n: counts['not-done'] }));
  if (counts.pass > 0) return localise(counted.inOrder);
  return localise(counts.waived > 0 ? counted.snoozed({ n: counts.waived }) : counted.none);
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
  const all = list(
    hidden.map(({ evidence, messages: own }) => own?.found ?? asMessage(evidence.found)),
    'sentence',
  );
  return localise(words.unseen({ system: product(platformNames[platform]), all }));
};
