/** Owns the answer: the headline in words and shape, what it rests on, when it was made, and how to ask again. */

import { fakeLinkTitle, hasFakeLink, nextMeeting } from '../../../electron/core/meeting/meeting.ts';
import { headlineOf, summaryOf } from '../../../electron/core/report/headline.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { clockTime, span, staleAge } from '../../../electron/core/text/clock-time.ts';
import { count, seconds } from '../../../electron/core/text/phrases.ts';
import type { Glyph } from '../../components/Marks.tsx';
import type { PageState } from '../../report-store.ts';
import { usePassed } from '../../time-and-network.ts';

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
      headline: fakeLinkTitle(meeting.inspection.serviceName),
      sentence: `${meeting.title}, ${clockTime(meeting.startsAt, now)}. Ask the organiser for a new link.`,
    };
  }
  if (running !== null || asking) {
    return {
      glyph: 'busy',
      // Headings stem from a finished report: there is an answer already.
      headline: board.headings.size > 0 ? 'Checking again' : 'Looking at this computer',
      sentence:
        running === null ? 'One moment.' : `${running.total - running.pending.length} of ${running.total} checked.`,
    };
  }
  if (report === null) {
    return {
      glyph: 'none',
      headline: 'Nothing checked yet',
      sentence: 'One check takes a few seconds and changes nothing on this computer.',
    };
  }
  const age = staleAge(report, now);
  if (age === null) {
    return { glyph: report.verdict, headline: headlineOf(report), sentence: summaryOf(report) };
  }
  return {
    glyph: 'stale',
    headline: 'Check again before you join',
    sentence: `The last answer is ${span(age)} old. It was: ${headlineOf(report)}. ${summaryOf(report)}`,
  };
};

const WhenChecked = ({ report, now }: { readonly report: Report; readonly now: number }) => (
  <p className="when">
    Checked <time dateTime={report.startedAt}>{clockTime(report.startedAt, now)}</time>. It took{' '}
    {seconds(report.durationMs)}.
    {report.durationMs >= report.deadlineMs &&
      ` The time limit of ${Math.round(report.deadlineMs / 1000)} seconds was reached, so not everything could be told.`}
  </p>
);

/** True when the run that goes on has lasted longer than a person expects. */
export const useSlow = (running: Ready['snapshot']['running']): boolean =>
  usePassed(running === null ? null : Date.parse(running.startedAt), SLOW_AFTER_MS);

/** "Still waiting: “Is it current?” and 2 others." */
export const waitingFor = (questions: readonly string[]): string => {
  const others = questions.length - 1;
  return `Still waiting: “${questions[0]}”${others === 0 ? '' : ` and ${count(others, 'other')}`}.`;
};

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
        {busy ? 'Checking…' : report === null ? 'Check this computer' : 'Check again'}
      </button>
      {page.notStarted && (
        <p className="refused" role="alert">
          The check could not be started. Try once more; if it stays like this, close Greenroom and open it again.
        </p>
      )}
    </div>
  );
};
