/** Owns the answer: the headline in words and shape, what it rests on, when it was made, and how to ask again. */

import { fakeLinkTitle, hasFakeLink, nextMeeting } from '../../../electron/core/meeting/meeting.ts';
import { localise } from '../../../electron/core/messages/localise.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { measure, name, quote, type Value } from '../../../electron/core/messages/value.ts';
import { headlineOf, summaryOf } from '../../../electron/core/report/headline.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { moment, span, staleAge } from '../../../electron/core/text/clock-time.ts';
import type { Glyph } from '../../components/Marks.tsx';
import type { PageState } from '../../report-store.ts';
import { usePassed } from '../../time-and-network.ts';

const words = says('answer', {
  fake: '{meeting}, {moment}. Ask the organiser for a new link.',
  again: 'Checking again',
  first: 'Looking at this computer',
  moment: 'One moment.',
  progress: '{done, number} of {total, number} checked.',
  nothing: 'Nothing checked yet',
  nothingMore: 'One check takes a few seconds and changes nothing on this computer.',
  stale: 'Check again before you join',
  staleMore: 'The last answer is {age} old. It was: {headline}. {summary}',
  checked: 'Checked {moment}. It took {time}.',
  checkedLimit: 'Checked {moment}. It took {time}, the time limit, so not everything could be told.',
  waiting:
    '{n, plural, =0 {Still waiting: “{question}”.} one {Still waiting: “{question}” and # other.} other {Still waiting: “{question}” and # others.}}',
  busy: 'Checking…',
  start: 'Check this computer',
  restart: 'Check again',
  notStarted: 'The check couldn’t start. Try once more; if that doesn’t help, restart Greenroom.',
});

export type Ready = Extract<PageState, { phase: 'ready' }>;

const SLOW_AFTER_MS = 3000;

export interface Answer {
  readonly glyph: Glyph;
  readonly headline: string;
  readonly sentence: string;
}

/** Headline, sentence and shape for what the page knows at `now`. A verdict from long ago is told as history. */
export const answerOf = ({ snapshot, board, asking }: Omit<Ready, 'notStarted'>, now: number): Answer => {
  const { report, running } = snapshot;
  const meeting = nextMeeting(snapshot.agenda, new Date(now).toISOString());
  // It rests on the calendar alone: no run hides it, and no old report.
  if (meeting !== null && hasFakeLink(meeting)) {
    return {
      glyph: 'not-ready',
      headline: localise(fakeLinkTitle(meeting.inspection.serviceName)),
      sentence: words.fake({ meeting: name(meeting.title), moment: moment(meeting.startsAt, now) }),
    };
  }
  if (running !== null || asking) {
    return {
      glyph: 'busy',
      // Headings stem from a finished report: there is an answer already.
      headline: board.headings.size > 0 ? words.again : words.first,
      sentence:
        running === null
          ? words.moment
          : words.progress({ done: running.total - running.pending.length, total: running.total }),
    };
  }
  if (report === null) {
    return {
      glyph: 'none',
      headline: words.nothing,
      sentence: words.nothingMore,
    };
  }
  const age = staleAge(report, now);
  if (age === null) {
    return { glyph: report.verdict, headline: localise(headlineOf(report)), sentence: localise(summaryOf(report)) };
  }
  return {
    glyph: 'stale',
    headline: words.stale,
    sentence: words.staleMore({
      age: span(age),
      headline: asMessage(headlineOf(report)),
      summary: asMessage(summaryOf(report)),
    }),
  };
};

/** "0.4 seconds", "12 seconds". */
const took = (milliseconds: number): Value =>
  measure(milliseconds < 10_000 ? Math.round(milliseconds / 100) / 10 : Math.round(milliseconds / 1000), 'second');

const WhenChecked = ({ report, now }: { readonly report: Report; readonly now: number }) => (
  <p className="when">
    <time dateTime={report.startedAt}>
      {(report.durationMs >= report.deadlineMs ? words.checkedLimit : words.checked)({
        moment: moment(report.startedAt, now),
        time: took(report.durationMs),
      })}
    </time>
  </p>
);

/** True when the run that goes on has lasted longer than a person expects. */
export const useSlow = (running: Ready['snapshot']['running']): boolean =>
  usePassed(running === null ? null : Date.parse(running.startedAt), SLOW_AFTER_MS);

/** "Still waiting: “Is it current?” and 2 others." */
export const waitingFor = (questions: readonly string[]): string =>
  words.waiting({ question: quote(questions[0] ?? ''), n: questions.length - 1 });

interface Props {
  readonly page: Ready;
  readonly answer: Answer;
  readonly now: number;
  readonly onCheck: () => void;
}

export const Verdict = ({ page, answer, now, onCheck }: Props) => {
  const { report, running } = page.snapshot;
  const slow = useSlow(running);
  const busy = running !== null || page.asking;
  return (
    <div className="verdict">
      <div className="words-room">
        <h1>{answer.headline}</h1>
        <p className="sentence">{answer.sentence}</p>
        {running !== null && slow && running.pending.length > 0 && (
          <p className="when">{waitingFor(running.pending.map((check) => check.title))}</p>
        )}
        {!busy && report !== null && <WhenChecked report={report} now={now} />}
      </div>
      <button type="button" className="primary" aria-disabled={busy} onClick={busy ? undefined : onCheck}>
        {busy ? words.busy : report === null ? words.start : words.restart}
      </button>
      {page.notStarted && (
        <p className="refused" role="alert">
          {words.notStarted}
        </p>
      )}
    </div>
  );
};
