/** Owns the answer on the wall: whether one can join, in a few words and a shape, and the sentence under it. */
import { fakeLinkTitle, hasFakeLink, type NextMeeting, nextMeeting } from '../../electron/core/meeting/meeting.ts';
import { toFixSentence } from '../../electron/core/meeting/time-to-fix.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage, messages, sentences } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { product, quote } from '../../electron/core/messages/value.ts';
import { toFixFirst, toFixLater } from '../../electron/core/report/counts.ts';
import { fixTime, fixTimeOf } from '../../electron/core/report/fix-time.ts';
import { countInShape, headlineOf, summaryOf, whyUndetermined } from '../../electron/core/report/headline.ts';
import type { Report } from '../../electron/core/report/report.ts';
import type { Verdict } from '../../electron/core/report/verdict.ts';
import { moment, staleAge } from '../../electron/core/text/clock-time.ts';
import type { Glyph } from '../components/Marks.tsx';
import type { PageState } from '../report-store.ts';

export type Ready = Extract<PageState, { phase: 'ready' }>;

const words = says('answer', {
  pretends: 'It only pretends to be {service}.',
  pretendsToBe: 'It only pretends to be a meeting.',
  checking: 'Checking…',
  moment: 'One moment.',
  progress: '{done, number} of {total, number} checked.',
  progressFirst: '{n, number} to fix first, so far. {done, number} of {total, number} checked.',
  nothing: 'Nothing checked yet',
  nothingMore: 'One check takes a few seconds and changes nothing on this computer.',
  stale: 'Check again before you join',
  staleMore: 'As of {moment}: {headline}.',
  fix: 'Fix {n, plural, one {# thing} other {# things}} first.',
  fixIn: 'Fix {n, plural, one {# thing} other {# things}} first, {time}.',
  later: 'Nothing to fix before the call. {n, plural, one {# thing} other {# things}} to look at after it.',
  fine: 'Nothing to fix.',
  waiting:
    '{n, plural, =0 {Still reading: “{question}”.} one {Still reading: “{question}” and # other.} other {Still reading: “{question}” and # others.}}',
});

/** The verdict as the wall says it; what is to be done stands in the sentence under it. */
const verdicts = messages('wall-verdict', {
  ready: 'You can join',
  caution: 'You can join',
  'not-ready': 'Not ready yet',
  undetermined: 'Not everything could be checked',
});

export interface Answer {
  readonly glyph: Glyph;
  /** What the number in the shape counts; 0: none is shown. */
  readonly count: number;
  readonly headline: string;
  readonly sentence: string;
  /** The same for the window’s title, in the words of the tray. */
  readonly title: string;
  /** The next meeting has a fake link: the one thing for which the wall changes its colour. */
  readonly isAlarm: boolean;
}

const plain = (glyph: Glyph, headline: string, sentence: string): Answer => ({
  glyph,
  count: 0,
  headline,
  sentence,
  title: headline,
  isAlarm: false,
});

const minutesUntil = ({ startsAt }: NextMeeting, now: number): number =>
  Math.floor((Date.parse(startsAt) - now) / 60_000);

const sentenceOf = (report: Report, meeting: NextMeeting | null, now: number): string => {
  const { verdict, findings } = report;
  if (verdict === 'undetermined') {
    const why = whyUndetermined(report);
    return why.length > 0 ? localise(sentences(why)) : summaryOf(report);
  }
  const first = toFixFirst(findings);
  const later = toFixLater(findings);
  if (first.length === 0) return later.length === 0 ? words.fine : words.later({ n: later.length });
  if (meeting?.joinable === true) {
    return toFixSentence(first, minutesUntil(meeting, now));
  }
  const time = fixTime(fixTimeOf(first));
  return time === null ? words.fix({ n: first.length }) : words.fixIn({ n: first.length, time });
};

/** Headline, sentence and shape for what the page knows at `now`. A verdict from long ago is told as history. */
export const answerOf = ({ snapshot, asking }: Pick<Ready, 'snapshot' | 'asking'>, now: number): Answer => {
  const { report, running } = snapshot;
  const meeting = nextMeeting(snapshot.agenda, new Date(now).toISOString());
  // It rests on the calendar alone: no run hides it, and no old report.
  if (meeting !== null && hasFakeLink(meeting)) {
    const { serviceName } = meeting.inspection;
    const sentence = serviceName === null ? words.pretendsToBe : words.pretends({ service: product(serviceName) });
    return { ...plain('not-ready', localise(fakeLinkTitle(serviceName)), sentence), isAlarm: true };
  }
  if (running === null && asking) return plain('busy', words.checking, words.moment);
  if (running !== null) {
    const waits = new Set(running.pending.map(({ id }) => id));
    const n = toFixFirst(report?.findings ?? []).filter(({ id }) => !waits.has(id)).length;
    const progress = { done: running.total - running.pending.length, total: running.total };
    const sentence = n === 0 ? words.progress(progress) : words.progressFirst({ ...progress, n });
    return plain('busy', words.checking, sentence);
  }
  if (report === null) return plain('none', words.nothing, words.nothingMore);
  const title = headlineOf(report);
  if (staleAge(report, now) !== null) {
    const sentence = words.staleMore({ moment: moment(report.startedAt, now), headline: asMessage(title) });
    return plain('stale', words.stale, sentence);
  }
  const headline = localise(verdicts[report.verdict satisfies Verdict]);
  return {
    ...plain(report.verdict, headline, sentenceOf(report, meeting, now)),
    count: countInShape(report),
    title,
  };
};

/** "Still reading: “Is it current?” and 2 others." */
export const waitingFor = (questions: readonly string[]): string =>
  words.waiting({ question: quote(questions[0] ?? ''), n: questions.length - 1 });

/** Minutes until the meeting, and how many of them the fixes take; null where cells would not help. */
export const minutesStrip = (
  { snapshot }: Pick<Ready, 'snapshot'>,
  answer: Answer,
  now: number,
): { readonly left: number; readonly used: number } | null => {
  const meeting = nextMeeting(snapshot.agenda, new Date(now).toISOString());
  if (meeting === null || answer.isAlarm || !(answer.glyph === 'not-ready' || answer.glyph === 'caution')) return null;
  const left = minutesUntil(meeting, now);
  const { minutes } = fixTimeOf(toFixFirst(snapshot.report?.findings ?? []));
  return left >= 1 && left <= MOST_CELLS && minutes > 0 ? { left, used: Math.min(left, minutes) } : null;
};

/** More cells than this cannot be told apart. */
const MOST_CELLS = 15;
