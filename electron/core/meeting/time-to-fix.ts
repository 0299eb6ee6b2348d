/** Owns whether this computer is fit for one meeting: judged for its client, with what is to fix held against the minutes left. */

import { type Finding, isProblem, isToFixFirst } from '../report/finding.ts';
import { fixTimeOf, fixTimeWords } from '../report/fix-time.ts';
import { headlineOf } from '../report/headline.ts';
import { count } from '../text/phrases.ts';
import type { IsoTime } from '../text/time.ts';
import type { NextMeeting } from './meeting.ts';
import { isReady, type Readiness, readinessFor } from './readiness.ts';

export interface Fix {
  readonly finding: Finding;
  /** It is to be done before the call; all others can wait. */
  readonly isFirst: boolean;
  /** About how long its first remedy takes; null where nobody can say. */
  readonly minutes: number | null;
  /** Whether it can be done before the meeting; null where that cannot be said. */
  readonly inTime: boolean | null;
}

export interface ReadinessInTime {
  readonly readiness: Readiness;
  /** The link is official and this computer is ready for its service. */
  readonly mayJoin: boolean;
  /** Whole minutes until it begins; negative once it has. */
  readonly minutesLeft: number;
  /** What fails, and what is worth a look: before the call first, and in each part what fits soonest. */
  readonly fixes: readonly Fix[];
  /** One sentence: where things stand. */
  readonly sentence: string;
}

const MINUTE_MS = 60_000;
/** Longer than any estimate. */
const LONG = 1_000_000;

const fixOf = (finding: Finding, minutesLeft: number): Fix => {
  const { minutes } = finding;
  return {
    finding,
    isFirst: isToFixFirst(finding),
    minutes,
    inTime: minutes === null ? null : minutes <= minutesLeft,
  };
};

/** Before the call comes first, and in each part the shortest; where nobody has an estimate it comes last. */
const byOrder = (a: Fix, b: Fix): number =>
  Number(b.isFirst) - Number(a.isFirst) || (a.minutes ?? LONG) - (b.minutes ?? LONG);

/** How long a fix takes and whether there is time: "about 5 minutes", "about 30 minutes: not enough time before the meeting". */
export const fixTime = ({ minutes, inTime }: Pick<Fix, 'minutes' | 'inTime'>): string => {
  if (minutes === null) return 'takes a while';
  const about = `about ${count(minutes, 'minute')}`;
  return inTime === true ? about : `${about}: not enough time before the meeting`;
};

const leftWords = (minutes: number): string => {
  if (minutes <= 0) return 'It has begun.';
  return minutes < 120 ? `You have ${count(minutes, 'minute')}.` : `You have ${Math.floor(minutes / 60)} hours.`;
};

const toFixSentence = (fixes: readonly Fix[], minutesLeft: number): string => {
  const first = fixes.filter(({ isFirst }) => isFirst);
  const time = fixTimeOf(first.map(({ finding }) => finding));
  const together = fixTimeWords(time);
  const what = `Fix ${count(first.length, 'thing')} first${together === null ? '' : `, ${together}`}. ${leftWords(minutesLeft)}`;
  if (time.minutes <= minutesLeft) return what;
  const fits = first.some(({ inTime }) => inTime !== false);
  return `Not enough time for everything. ${what}${fits ? ' Begin with what fits.' : ''}`;
};

const linkSentence = ({ inspection }: NextMeeting): string => {
  switch (inspection.verdict) {
    case 'suspicious':
      return `Fake ${inspection.serviceName ?? 'meeting'} link. Don’t join. Ask the organiser for a new one.`;
    case 'unknown-server':
      return 'Greenroom doesn’t know the server of its link. Ask the organiser whether it’s theirs.';
    default:
      return 'Its link can’t be opened from here. Open it from your calendar.';
  }
};

const sentenceOf = (meeting: NextMeeting, readiness: Readiness, fixes: readonly Fix[], minutesLeft: number): string => {
  if (!meeting.joinable) return linkSentence(meeting);
  const service = meeting.inspection.serviceName ?? 'the meeting';
  const isAnyFirst = fixes.some(({ isFirst }) => isFirst);
  switch (readiness.verdict) {
    case 'ready':
      return `Ready for ${service}.`;
    case 'caution':
      return isAnyFirst ? `You can join. ${toFixSentence(fixes, minutesLeft)}` : `${headlineOf(readiness)}.`;
    case 'not-ready':
      return toFixSentence(fixes, minutesLeft);
    case 'undetermined':
      return readiness.method === 'not-found'
        ? `Greenroom found nothing on this computer to join ${service} with.`
        : `Not everything that ${service} needs could be checked.`;
  }
};

/** Judges a report's findings for one meeting. Pure: the views and the tray ask it again whenever time has passed. */
export const readinessInTime = (meeting: NextMeeting, findings: readonly Finding[], now: IsoTime): ReadinessInTime => {
  const readiness = readinessFor(findings, meeting.inspection);
  const minutesLeft = Math.floor((Date.parse(meeting.startsAt) - Date.parse(now)) / MINUTE_MS);
  const fixes = readiness.findings
    .filter(isProblem)
    .map((finding) => fixOf(finding, minutesLeft))
    .toSorted(byOrder);
  return {
    readiness,
    mayJoin: meeting.joinable && isReady(readiness),
    minutesLeft,
    fixes,
    sentence: sentenceOf(meeting, readiness, fixes, minutesLeft),
  };
};
