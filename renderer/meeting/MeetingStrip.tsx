/** Owns the next meeting on the page: when it is, what its link is worth, whether this computer is fit for it in time. */

import { addressWords } from '../../electron/core/calendar-sources/address.ts';
import { hostOfNext } from '../../electron/core/connection/hosts.ts';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import {
  type CalendarReading,
  linkWords,
  type NextMeeting,
  nextMeeting,
  otherLinkWords,
} from '../../electron/core/meeting/meeting.ts';
import { clockWords, farWords } from '../../electron/core/meeting/meeting-time.ts';
import { fixTime, type ReadinessInTime, readinessInTime } from '../../electron/core/meeting/time-to-fix.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { list, name } from '../../electron/core/messages/value.ts';
import { calendarSettings, namesCalendars } from '../../electron/core/settings/calendar.ts';
import { valuesInForce } from '../../electron/core/settings/index.ts';
import { staleAge } from '../../electron/core/text/clock-time.ts';
import { StateMark } from '../components/Marks.tsx';
import { type TrialApi, TryConnection } from '../components/TryConnection.tsx';
import { AddCalendar } from './AddCalendar.tsx';
import { JoinMeeting } from './JoinMeeting.tsx';

const words = says('meeting', {
  checking: 'This computer is being checked…',
  checkAgain: 'Check this computer again to see whether it’s ready.',
  connection: 'Connection to this meeting',
  tentative: 'tentative',
  overlaps: '{n, plural, one {# other meeting} other {# other meetings}} at the same time',
  next: 'Next meeting',
  reading: 'Reading your calendars…',
  none: 'No online meeting ahead.',
  noneIn: 'No online meeting ahead in what could be read of your calendars.',
  noneOld: 'No online meeting ahead, as far as {calendars} knows.',
  problem: '{calendar}: {problem}',
  notRead: '{calendar}: it wasn’t read for a while.',
  shownAs: 'Shown as it was {moment}.',
});

type Api = Pick<GreenroomApi, 'joinMeeting' | 'addCalendar' | 'changeSetting'> & TrialApi;

interface Props {
  readonly snapshot: Snapshot;
  readonly now: number;
  readonly api: Api;
}

interface StripProps extends Props {
  /** The server of an address that was added while the page is open. */
  readonly added: string | null;
  readonly onAdded: (host: string) => void;
}

/** What a calendar that was just added holds, once it was read. */
const FirstReading = ({ snapshot, added }: { readonly snapshot: Snapshot; readonly added: string }) => {
  const { agenda, settings } = snapshot;
  if (!agenda.calendars.some(({ name: host, state }) => host === added && state !== 'unread')) return null;
  const count = agenda.meetings.filter(({ calendar }) => calendar === added).length;
  const hours = valuesInForce(settings, calendarSettings).lookAheadHours;
  return <p role="status">{localise(addressWords.found({ count, hours }))}</p>;
};

/** Whether a calendar is named: until it has been read there is a place for what it will say. */
export const hasCalendar = ({ settings }: Snapshot): boolean =>
  namesCalendars(valuesInForce(settings, calendarSettings));

/** What is said where no meeting is known: never more than the weakest of the calendars supports. */
const noneSentence = (calendars: readonly CalendarReading[]): string => {
  if (calendars.length === 0) return words.reading;
  if (calendars.some(({ state }) => state === 'unread')) return words.noneIn;
  const old = calendars.filter(({ state }) => state !== 'current');
  return old.length === 0 ? words.none : words.noneOld({ calendars: list(old.map((one) => name(one.name))) });
};

/** What the report says of this computer; null while it cannot be relied on. */
const sentenceOf = ({ report, running }: Snapshot, now: number, meeting: NextMeeting, fit: ReadinessInTime): string => {
  if (!meeting.joinable) return localise(fit.sentence);
  if (report === null || running?.only === null) return words.checking;
  return staleAge(report, now) === null ? localise(fit.sentence) : words.checkAgain;
};

const Fixes = ({ fit }: { readonly fit: ReadinessInTime }) => (
  <ul className="reasons">
    {fit.fixes
      .filter(({ isFirst }) => isFirst)
      .map((fix) => (
        <li key={`${fix.finding.id} ${fix.finding.subject}`}>
          <StateMark state={fix.finding.state} />
          <span>
            {fix.finding.title} <span className="note">{localise(fixTime(fix))}</span>
          </span>
        </li>
      ))}
  </ul>
);

const Meeting = ({ meeting, snapshot, now, api }: Props & { readonly meeting: NextMeeting }) => {
  const fit = readinessInTime(meeting, snapshot.report?.findings ?? [], new Date(now).toISOString());
  const sentence = sentenceOf(snapshot, now, meeting, fit);
  const host = hostOfNext(meeting);
  const other = otherLinkWords(meeting);
  return (
    <>
      <h3>{meeting.title}</h3>
      <p className="meeting-time">
        <time dateTime={meeting.startsAt}>{localise(clockWords(meeting, now))}</time>
        <span>{localise(farWords(fit.minutesLeft))}</span>
        {meeting.tentative && <span>{words.tentative}</span>}
        {meeting.overlaps > 0 && <span>{words.overlaps({ n: meeting.overlaps })}</span>}
      </p>
      <p className={meeting.joinable ? 'link' : 'link doubtful'}>{localise(linkWords(meeting))}</p>
      {other !== null && <p className="note">{localise(other)}</p>}
      <p>{sentence}</p>
      {meeting.joinable && sentence === localise(fit.sentence) && <Fixes fit={fit} />}
      {meeting.joinable && <JoinMeeting meeting={meeting} fit={fit} api={api} key={meeting.id} />}
      {meeting.joinable && host !== undefined && (
        <details className="told">
          <summary>{words.connection}</summary>
          <TryConnection api={api} host={host} key={host} />
        </details>
      )}
    </>
  );
};

export const MeetingStrip = ({ snapshot, now, api, added, onAdded }: StripProps) => {
  const { agenda } = snapshot;
  const meeting = nextMeeting(agenda, new Date(now).toISOString());
  return (
    <section className="meeting" aria-labelledby="next-meeting">
      <h2 id="next-meeting">{words.next}</h2>
      {meeting === null ? (
        <p>{noneSentence(agenda.calendars)}</p>
      ) : (
        <Meeting meeting={meeting} snapshot={snapshot} now={now} api={api} />
      )}
      {agenda.calendars
        .filter(({ problem, state }) => problem !== null || state === 'stale' || state === 'unread')
        .map(({ name: named, state, readAt, problem }) => (
          <p className="note" key={`${named} ${readAt}`}>
            {problem === null
              ? words.notRead({ calendar: name(named) })
              : words.problem({ calendar: name(named), problem: asMessage(problem) })}{' '}
            {state === 'stale' &&
              readAt !== null &&
              words.shownAs({ moment: asMessage(clockWords({ startsAt: readAt, endsAt: readAt }, now)) })}
          </p>
        ))}
      {added !== null && <FirstReading snapshot={snapshot} added={added} />}
      <AddCalendar snapshot={snapshot} api={api} onAdded={onAdded} />
    </section>
  );
};
