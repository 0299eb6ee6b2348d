/** Owns whether this computer is fit for one meeting: judged for its client, with what is to fix held against the minutes left. */

import { asMessage } from '../messages/messages.ts';
import { says } from '../messages/says.ts';
import { product } from '../messages/value.ts';
import { type Finding, isProblem, isToFixFirst } from '../report/finding.ts';
import { fixTime as fixTimeMessage, fixTimeOf } from '../report/fix-time.ts';
import { headlineOf } from '../report/headline.ts';
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

const words = says('time-to-fix', {
  aWhile: 'takes a while',
  about: 'about {n, plural, one {# minute} other {# minutes}}',
  late: 'about {n, plural, one {# minute} other {# minutes}}: not enough time before the meeting',
  begun: 'It has begun.',
  left: 'You have {n, plural, one {# minute} other {# minutes}}.',
  leftHours: 'You have {n, plural, one {# hour} other {# hours}}.',
  fix: 'Fix {n, plural, one {# thing} other {# things}} first.',
  fixIn: 'Fix {n, plural, one {# thing} other {# things}} first, {time}.',
  tooMuch: 'Not enough time for everything.',
  begin: 'Begin with what fits.',
  fake: 'Fake meeting link. Don’t join. Ask the organiser for a new one.',
  fakeOf: 'Fake {service} link. Don’t join. Ask the organiser for a new one.',
  unknownServer: 'Greenroom doesn’t know the server of its link. Ask the organiser whether it’s theirs.',
  closed: 'Its link can’t be opened from here. Open it from your calendar.',
  theMeeting: 'the meeting',
  ready: 'Ready for {service}.',
  join: 'You can join.',
  nothing: 'Greenroom found nothing on this computer to join {service} with.',
  undetermined: 'Not everything that {service} needs could be checked.',
});

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
  if (minutes === null) return words.aWhile;
  return (inTime === true ? words.about : words.late)({ n: minutes });
};

const leftWords = (minutes: number): string => {
  if (minutes <= 0) return words.begun;
  return minutes < 120 ? words.left({ n: minutes }) : words.leftHours({ n: Math.floor(minutes / 60) });
};

/** What is to be fixed first, how long that takes, and whether the minutes left are enough. */
export const toFixSentence = (first: readonly Pick<Finding, 'minutes'>[], minutesLeft: number): string => {
  const time = fixTimeOf(first);
  const together = fixTimeMessage(time);
  const n = first.length;
  const fix = together === null ? words.fix({ n }) : words.fixIn({ n, time: together });
  const what = [fix, leftWords(minutesLeft)];
  if (time.minutes <= minutesLeft) return what.join(' ');
  const fits = first.some(({ minutes }) => minutes === null || minutes <= minutesLeft);
  return [words.tooMuch, ...what, ...(fits ? [words.begin] : [])].join(' ');
};

const linkSentence = ({ inspection }: NextMeeting): string => {
  switch (inspection.verdict) {
    case 'suspicious':
      return inspection.serviceName === null ? words.fake : words.fakeOf({ service: product(inspection.serviceName) });
    case 'unknown-server':
      return words.unknownServer;
    default:
      return words.closed;
  }
};

const sentenceOf = (meeting: NextMeeting, readiness: Readiness, fixes: readonly Fix[], minutesLeft: number): string => {
  if (!meeting.joinable) return linkSentence(meeting);
  const { serviceName } = meeting.inspection;
  const service = serviceName === null ? asMessage(words.theMeeting) : product(serviceName);
  const first = fixes.filter(({ isFirst }) => isFirst).map(({ finding }) => finding);
  switch (readiness.verdict) {
    case 'ready':
      return words.ready({ service });
    case 'caution':
      return first.length > 0 ? `${words.join} ${toFixSentence(first, minutesLeft)}` : `${headlineOf(readiness)}.`;
    case 'not-ready':
      return toFixSentence(first, minutesLeft);
    case 'undetermined':
      return readiness.method === 'not-found' ? words.nothing({ service }) : words.undetermined({ service });
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
