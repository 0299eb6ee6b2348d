/** Owns the next meeting on the wall: how far away it is, what its link is worth, and the one button that joins it. */
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import {
  type CalendarReading,
  hasFakeLink,
  linkWords,
  type NextMeeting,
  nextMeeting,
  otherLinkWords,
} from '../../electron/core/meeting/meeting.ts';
import { clockWords, farWords } from '../../electron/core/meeting/meeting-time.ts';
import { readinessInTime } from '../../electron/core/meeting/time-to-fix.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { list, name, product, type Value } from '../../electron/core/messages/value.ts';
import type { State } from '../../electron/core/report/finding.ts';
import { calendarSettings, namesCalendars } from '../../electron/core/settings/calendar.ts';
import { valuesInForce } from '../../electron/core/settings/index.ts';
import { StateMark } from '../components/Marks.tsx';
import { JoinMeeting } from './JoinMeeting.tsx';

const words = says('meeting', {
  next: 'Next meeting',
  at: '· {parts}',
  overlaps: '{n, plural, one {# other meeting} other {# other meetings}} at the same time',
  tentative: 'tentative',
  joinOff: '{link}. Join is off',
  noCall: 'No call known yet',
  addMore: 'Add a calendar and Greenroom tells you in time.',
  add: 'Add a calendar…',
  reading: 'Reading your calendars…',
  none: 'No online meeting ahead.',
  noneIn: 'No online meeting ahead in what could be read of your calendars.',
  noneOld: 'No online meeting ahead, as far as {calendars} knows.',
});

/** Whether a calendar is named: until it has been read there is a place for what it will say. */
export const hasCalendar = ({ settings }: Pick<Snapshot, 'settings'>): boolean =>
  namesCalendars(valuesInForce(settings, calendarSettings));

/** What is said where no meeting is known: never more than the weakest of the calendars supports. */
const noneSentence = (calendars: readonly CalendarReading[]): string => {
  if (calendars.length === 0) return words.reading;
  if (calendars.some(({ state }) => state === 'unread')) return words.noneIn;
  const old = calendars.filter(({ state }) => state !== 'current');
  return old.length === 0 ? words.none : words.noneOld({ calendars: list(old.map((one) => name(one.name))) });
};

const linkStates: Readonly<Record<NextMeeting['inspection']['verdict'], State>> = {
  genuine: 'pass',
  suspicious: 'fail',
  'unknown-server': 'unknown',
  'not-a-meeting': 'unknown',
};

interface Props {
  readonly snapshot: Snapshot;
  readonly now: number;
  /** Nothing is left to do but to join. */
  readonly joins: boolean;
  readonly api: Pick<GreenroomApi, 'joinMeeting'>;
  readonly onAddCalendar: () => void;
}

const Meeting = ({
  meeting,
  snapshot,
  now,
  joins,
  api,
}: Omit<Props, 'onAddCalendar'> & { readonly meeting: NextMeeting }) => {
  const fit = readinessInTime(meeting, snapshot.report?.findings ?? [], new Date(now).toISOString());
  const { serviceName, verdict } = meeting.inspection;
  const link = localise(linkWords(meeting));
  const other = otherLinkWords(meeting);
  const parts: readonly Value[] = [
    ...(serviceName === null || verdict === 'suspicious' ? [] : [product(serviceName)]),
    ...(meeting.tentative ? [asMessage(words.tentative)] : []),
  ];
  return (
    <>
      <p className="count">{localise(farWords(fit.minutesLeft))}</p>
      <h2>{meeting.title}</h2>
      <p className="at">
        <time className="short" dateTime={meeting.startsAt}>
          {localise(clockWords({ startsAt: meeting.startsAt, endsAt: meeting.startsAt }, now))}
        </time>
        <time className="long" dateTime={meeting.startsAt}>
          {localise(clockWords(meeting, now))}
        </time>
        {parts.length > 0 && <span className="long">{words.at({ parts: list(parts, 'comma') })}</span>}
      </p>
      {meeting.overlaps > 0 && <p className="at long">{words.overlaps({ n: meeting.overlaps })}</p>}
      <p className={`link-is ${verdict}`}>
        <StateMark state={linkStates[verdict]} />
        <span>{hasFakeLink(meeting) ? words.joinOff({ link: asMessage(link) }) : link}</span>
      </p>
      {other !== null && <p className="at long">{localise(other)}</p>}
      {!meeting.joinable && verdict !== 'suspicious' && <p className="at">{localise(fit.sentence)}</p>}
      {meeting.joinable && (
        <JoinMeeting meeting={meeting} fit={fit} primary={joins && fit.mayJoin} api={api} key={meeting.id} />
      )}
    </>
  );
};

export const MeetingCard = ({ snapshot, now, joins, api, onAddCalendar }: Props) => {
  const { agenda } = snapshot;
  const meeting = nextMeeting(agenda, new Date(now).toISOString());
  const isNamed = hasCalendar(snapshot) || agenda.calendars.length > 0;
  return (
    <section className={meeting === null ? 'next none' : 'next'} aria-label={words.next}>
      {meeting !== null ? (
        <Meeting meeting={meeting} snapshot={snapshot} now={now} joins={joins} api={api} />
      ) : isNamed ? (
        <p>{noneSentence(agenda.calendars)}</p>
      ) : (
        <>
          <h2>{words.noCall}</h2>
          <p className="at">{words.addMore}</p>
          <div className="buttons">
            <button type="button" onClick={onAddCalendar}>
              {words.add}
            </button>
          </div>
        </>
      )}
    </section>
  );
};
