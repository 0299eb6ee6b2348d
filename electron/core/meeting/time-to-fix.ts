/** Owns whether this computer is fit for one meeting: judged for its client, with what is to fix held against the minutes left. */

import { verdictWords } from '../invite/inspection-text.ts';
import type { Finding } from '../report/finding.ts';
import { count } from '../text/phrases.ts';
import type { IsoTime } from '../text/time.ts';
import type { NextMeeting } from './meeting.ts';
import { isReady, type Readiness, readinessFor } from './readiness.ts';

export interface Fix {
  readonly finding: Finding;
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
  /** What fails, and what is worth a look, in the order of the report. */
  readonly fixes: readonly Fix[];
  /** One sentence: where things stand. */
  readonly sentence: string;
}

const MINUTE_MS = 60_000;

const fixOf = (finding: Finding, minutesLeft: number): Fix => {
  const minutes = finding.remedies.find((remedy) => remedy.minutes !== undefined)?.minutes ?? null;
  return { finding, minutes, inTime: minutes === null ? null : minutes <= minutesLeft };
};

/** "about 5 minutes": an estimate, said as one. */
export const aboutMinutes = (minutes: number): string =>
  minutes < 120 ? `about ${count(minutes, 'minute')}` : `about ${Math.round(minutes / 60)} hours`;

/** How long a fix takes and whether there is time: "about 5 minutes", "about 30 minutes: not enough time before the meeting". */
export const fixTime = ({ minutes, inTime }: Fix): string => {
  if (minutes === null) return 'nobody can say how long it takes';
  return inTime === true ? aboutMinutes(minutes) : `${aboutMinutes(minutes)}: not enough time before the meeting`;
};

const leftWords = (minutes: number): string => {
  if (minutes <= 0) return 'it has begun';
  return `${minutes < 120 ? count(minutes, 'minute') : count(Math.floor(minutes / 60), 'hour')} left`;
};

const toFixSentence = (fixes: readonly Fix[], minutesLeft: number): string => {
  const failing = fixes.filter(({ finding }) => finding.state === 'fail');
  const known = failing.flatMap(({ minutes }) => minutes ?? []);
  const together = known.reduce((sum, minutes) => sum + minutes, 0);
  const what = `${count(failing.length, 'thing')} to fix`;
  const left = leftWords(minutesLeft);
  if (known.length < failing.length) return `${what}, ${left}.`;
  if (together <= minutesLeft) return `${what}, ${aboutMinutes(together)} in all, ${left}.`;
  const fits = failing.some(({ inTime }) => inTime === true);
  return `Not enough time for everything: ${what}, ${aboutMinutes(together)} in all, ${left}.${fits ? ' Begin with what fits.' : ''}`;
};

const linkSentence = ({ inspection }: NextMeeting): string => {
  switch (inspection.verdict) {
    case 'suspicious':
      return `${verdictWords(inspection)}. Don’t join by this link. Ask the organiser in another way.`;
    case 'unknown-server':
      return 'Greenroom does not know the server of its link. Ask the organiser whether it is theirs.';
    default:
      return 'Its link cannot be opened from here. Open it from your calendar.';
  }
};

const sentenceOf = (meeting: NextMeeting, readiness: Readiness, fixes: readonly Fix[], minutesLeft: number): string => {
  if (!meeting.joinable) return linkSentence(meeting);
  const service = meeting.inspection.serviceName ?? 'the meeting';
  switch (readiness.verdict) {
    case 'ready':
      return `Ready for ${service}.`;
    case 'caution':
      return `Ready for ${service}, with something to look at.`;
    case 'not-ready':
      return toFixSentence(fixes, minutesLeft);
    case 'undetermined':
      return readiness.method === 'not-found'
        ? `Greenroom found nothing on this computer to join ${service} with.`
        : `Not everything that is needed for ${service} could be judged.`;
  }
};

/** Judges a report's findings for one meeting. Pure: the views and the tray ask it anew whenever time has passed. */
export const readinessInTime = (meeting: NextMeeting, findings: readonly Finding[], now: IsoTime): ReadinessInTime => {
  const readiness = readinessFor(findings, meeting.inspection);
  const minutesLeft = Math.floor((Date.parse(meeting.startsAt) - Date.parse(now)) / MINUTE_MS);
  const fixes = readiness.findings
    .filter(({ state }) => state === 'fail' || state === 'caution')
    .map((finding) => fixOf(finding, minutesLeft));
  return {
    readiness,
    mayJoin: meeting.joinable && isReady(readiness),
    minutesLeft,
    fixes,
    sentence: sentenceOf(meeting, readiness, fixes, minutesLeft),
  };
};
