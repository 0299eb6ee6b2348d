/** Owns what the tray shows: shape, number and words for the state of the program. Drawing it is another's matter. */

import type { Snapshot } from '../ipc/contract.ts';
import { fakeLinkTitle, hasFakeLink, meetingTitle, type NextMeeting } from '../meeting/meeting.ts';
import { localise } from '../messages/localise.ts';
import { asMessage, type Message, messages } from '../messages/messages.ts';
import { toFixFirst } from '../report/counts.ts';
import { countInShape, headlineOf, summaryOf } from '../report/headline.ts';
import type { Verdict } from '../report/verdict.ts';
import { clockTime, staleAge } from '../text/clock-time.ts';
import type { IsoTime } from '../text/time.ts';

/** Each has its own outline. `resting`: there is no answer that could be relied on, so none is shown. */
export type TrayShape = Verdict | 'checking' | 'paused' | 'resting';

export interface TrayIcon {
  readonly shape: TrayShape;
  /** Findings that the shape stands for; 0 where there is nothing to count. */
  readonly count: number;
}

/** More than nine are not counted out in a picture of 16 pixels: their shape alone is shown. */
const MOST_COUNTED = 9;

/** The part of the picture's file name that says what it shows: "not-ready-3". */
export const pictureName = ({ shape, count }: TrayIcon): string =>
  (shape === 'caution' || shape === 'not-ready') && count > 0 && count <= MOST_COUNTED ? `${shape}-${count}` : shape;

export interface TraySituation {
  readonly snapshot: Pick<Snapshot, 'report' | 'running'>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Until when checks by themselves are paused; null when they are not. */
  readonly pausedUntil: IsoTime | null;
  /** The next meeting of the calendars; null when there is none. */
  readonly meeting: NextMeeting | null;
}

/** The answer in the words of the window, so that the two never disagree. */
export interface TrayWords {
  readonly headline: string;
  readonly sentence: string;
  /** When it was found, or until when nothing is looked for; empty when there is nothing to say. */
  readonly when: string;
}

/** Windows cuts a tooltip there. */
const TOOLTIP_LENGTH = 127;

export const trayIcon = ({ snapshot: { report, running }, now, pausedUntil, meeting }: TraySituation): TrayIcon => {
  // It rests on the calendar alone: no run and no pause hides it.
  if (meeting !== null && hasFakeLink(meeting)) return { shape: 'not-ready', count: 0 };
  if (running !== null) return { shape: 'checking', count: 0 };
  if (pausedUntil !== null) return { shape: 'paused', count: 0 };
  // An old answer is no answer: green an hour later would be a guess.
  if (report === null || staleAge(report, now) !== null) return { shape: 'resting', count: 0 };
  return { shape: report.verdict, count: countInShape(report) };
};

const words = messages('tray', {
  checked: 'Checked {when}.',
  paused: 'Paused until {when}.',
  checking: 'Checking this computer',
  nothing: 'Nothing checked yet',
  again: 'Check again before you join',
  was: 'It was: {headline}. {summary}',
  fake: '{meeting}, {when}',
  named: 'Greenroom: {headline}',
  toFix: '{n, plural, one {# thing to fix before the call} other {# things to fix before the call}}',
});

/** What stands on the program's icon in the dock or the task bar; a count of 0 is none. */
export interface Badge {
  readonly icon: TrayIcon;
  /** For who cannot see it. */
  readonly words: Message;
}

/** Only what is to be put right before a call: what can wait nags nobody all day. Null while a check goes on: it stays as it was. */
export const badgeOf = (situation: TraySituation): Badge | null => {
  const { shape } = trayIcon(situation);
  if (shape === 'checking') return null;
  const { meeting, snapshot } = situation;
  const first = shape === 'not-ready' || shape === 'caution' ? toFixFirst(snapshot.report?.findings ?? []).length : 0;
  const count = meeting !== null && hasFakeLink(meeting) ? Math.max(1, first) : first;
  return { icon: { shape, count }, words: words.toFix({ n: count }) };
};

const answerWords = ({ snapshot: { report, running }, now, pausedUntil }: TraySituation): TrayWords => {
  const checked = report === null ? '' : localise(words.checked({ when: asMessage(clockTime(report.startedAt, now)) }));
  const when =
    pausedUntil === null ? checked : localise(words.paused({ when: asMessage(clockTime(pausedUntil, now)) }));
  // No progress: a menu that is open would be closed by every new text.
  if (running !== null) return { headline: localise(words.checking), sentence: '', when: '' };
  if (report === null)
    return { headline: localise(words.nothing), sentence: '', when: pausedUntil === null ? '' : when };
  const [headline, sentence] = [headlineOf(report), summaryOf(report)];
  if (staleAge(report, now) === null) return { headline, sentence, when };
  return {
    headline: localise(words.again),
    sentence: localise(words.was({ headline: asMessage(headline), summary: asMessage(sentence) })),
    when,
  };
};

export const trayWords = (situation: TraySituation): TrayWords => {
  const { meeting, now } = situation;
  if (meeting === null || !hasFakeLink(meeting)) return answerWords(situation);
  const sentence = localise(
    words.fake({ meeting: meetingTitle(meeting, 40), when: asMessage(clockTime(meeting.startsAt, now)) }),
  );
  return { headline: fakeLinkTitle(meeting.inspection.serviceName), sentence, when: answerWords(situation).when };
};

/** As much of the words as fits, whole sentences only. */
export const tooltip = ({ headline, sentence, when }: TrayWords): string => {
  const named = headline.startsWith('Greenroom') ? headline : localise(words.named({ headline: asMessage(headline) }));
  const lines = [named, sentence, when].filter((line) => line !== '');
  const text = (): string => lines.join('\n');
  while (text().length > TOOLTIP_LENGTH) lines.pop();
  return text();
};
