/** Owns the way from the texts of a calendar to its meetings ahead, and from several calendars to one list. */

import { type CalendarEvent, type EventsRead, readEvents } from '../calendar/events.ts';
import { type Occurrence, unfold } from '../calendar/occurrences.ts';
import { inspectCalendar } from '../invite/inspect-calendar.ts';
import type { Inspection } from '../invite/inspection.ts';
import { mayJoin } from '../invite/links/is-safe-to-open.ts';
import { mentionedService } from '../invite/surrounding-text.ts';
import type { Message } from '../messages/messages.ts';
import { sanitize } from '../text/sanitize.ts';
import { isoTime } from '../text/time.ts';
import { calendarNotices } from './calendar-notices.ts';
import { isLinkWithheld, type NextMeeting } from './meeting.ts';

export interface CalendarOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly lookAheadHours: number;
  /** Own addresses: what these have declined is left out. */
  readonly me: readonly string[];
  /** IANA name of the person's own zone. */
  readonly localZone: string;
  /** A short name for a text of any length, the same each time and not to be forged. */
  readonly nameOf: (key: string) => string;
  /** The texts of invitations are kept from it: where the place names a service, there is a link that is not to be seen. */
  readonly withholdsLinks?: boolean;
}

export interface CalendarMeetings {
  readonly meetings: readonly NextMeeting[];
  /** What could not be placed or is a guess, in a sentence each. */
  readonly notices: readonly Message[];
}

const HOUR_MS = 3_600_000;
/** More than any zone is away from UTC. */
const ZONE_HOURS = 26;
/** More meetings than a person looks ahead to. */
const MOST_MEETINGS = 20;
/** Events that are looked at for a link; only a calendar made to be endless has more within the hours ahead. */
const MOST_LOOKED_AT = 2000;
const STEPS = 150_000;

/** An event's own lines as a calendar of its own, so that it is judged like every invitation. */
const inspectionOf = ({ lines }: CalendarEvent): Inspection =>
  inspectCalendar(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'));

const meetingOf = (
  { event, ...when }: Occurrence,
  calendar: string,
  id: string,
  inspection: Inspection,
): NextMeeting => ({
  id,
  title: sanitize(event.title, 120),
  startsAt: isoTime(when.startsAt) ?? '',
  endsAt: isoTime(when.endsAt) ?? '',
  tentative: event.tentative,
  overlaps: 0,
  calendar,
  inspection,
  joinable: inspection.verdict === 'genuine' && inspection.joinUrl !== null && mayJoin(inspection.joinUrl),
});

/** What an event's place says of the service, where the link itself is withheld. */
const withService = (inspection: Inspection, { place }: CalendarEvent): Inspection => {
  if (inspection.verdict !== 'not-a-meeting') return inspection;
  const service = mentionedService(place);
  return service === null ? inspection : { ...inspection, service: service.id, serviceName: service.name };
};

const inspectionOrNull = (event: CalendarEvent, withholdsLinks: boolean): Inspection | null => {
  try {
    const inspection = inspectionOf(event);
    return withholdsLinks ? withService(inspection, event) : inspection;
  } catch {
    return null;
  }
};

/**
 * The online meetings of one calendar from now on, in the order of their start: of a file's text, or of all the files in a
 * folder. Bounded in time and memory, whatever they hold.
 */
export const readCalendar = (name: string, texts: readonly string[], options: CalendarOptions): CalendarMeetings => {
  const { now, lookAheadHours, localZone, nameOf, withholdsLinks = false } = options;
  const span = { from: now, to: now + lookAheadHours * HOUR_MS };
  const range = { from: span.from - ZONE_HOURS * HOUR_MS, to: span.to + ZONE_HOURS * HOUR_MS };
  const me = options.me.map((address) => address.toLowerCase());
  // One damaged file of a folder hides no other.
  const read = texts.map((text): EventsRead | null => {
    try {
      return readEvents(text, { range, me, localZone });
    } catch {
      return null;
    }
  });
  const { occurrences, lost, guessedZones } = unfold(
    read.flatMap((one) => one?.events ?? []),
    span,
    { steps: STEPS },
  );
  /** Null: it could not be inspected, which costs this event alone. */
  const inspections = new Map<CalendarEvent, Inspection | null>();
  const meetings: NextMeeting[] = [];
  for (const occurrence of occurrences.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const { event, key, endsAt } = occurrence;
    if (event.declined || endsAt <= now) continue;
    const known = inspections.get(event);
    if (known === undefined && inspections.size >= MOST_LOOKED_AT) continue;
    const inspection = known === undefined ? inspectionOrNull(event, withholdsLinks) : known;
    inspections.set(event, inspection);
    if (inspection === null) continue;
    // A stranger's fake link is told, however the stranger has marked its time.
    if (event.free && inspection.verdict !== 'suspicious') continue;
    const isOnline = inspection.verdict !== 'not-a-meeting' || (withholdsLinks && inspection.service !== null);
    if (isOnline) meetings.push(meetingOf(occurrence, name, nameOf(key), inspection));
    if (meetings.length >= MOST_MEETINGS) break;
  }
  const faulty = [...inspections].flatMap(([{ title }, inspection]) => (inspection === null ? [title] : []));
  const titles = [...lost, ...faulty, ...read.flatMap((one) => one?.damaged ?? [])];
  const notices = calendarNotices({ titles, zones: guessedZones, files: read.filter((one) => one === null).length });
  return { meetings, notices };
};

const overlapping = (one: NextMeeting, all: readonly NextMeeting[]): number =>
  all.filter((other) => other !== one && other.startsAt < one.endsAt && one.startsAt < other.endsAt).length;

/** What two systems that name a meeting differently still have in common; null where it has no link of its own. */
const sameAs = ({ startsAt, endsAt, inspection: { joinUrl } }: NextMeeting): string | null =>
  joinUrl === null ? null : `${startsAt} ${endsAt} ${joinUrl}`;

/** A meeting whose link was withheld is the one at the same time with the same service, whose link is known. */
const withoutWithheld = (all: readonly NextMeeting[]): NextMeeting[] =>
  all.filter(
    (one) =>
      !isLinkWithheld(one) ||
      !all.some(
        (other) =>
          !isLinkWithheld(other) &&
          other.startsAt === one.startsAt &&
          other.endsAt === one.endsAt &&
          other.inspection.service === one.inspection.service,
      ),
  );

/**
 * The meetings of several calendars in one list. What stands in several is taken from the first: the same by its identity
 * and place in the series, else by its start, end and link.
 */
export const mergeMeetings = (calendars: readonly (readonly NextMeeting[])[]): readonly NextMeeting[] => {
  const byId = new Map<string, NextMeeting>();
  /** Where it was seen with that start, end and link: within one calendar two such are two. */
  const elsewhere = new Map<string, number>();
  for (const [index, list] of calendars.entries())
    for (const meeting of list) {
      const same = sameAs(meeting);
      const before = same === null ? undefined : elsewhere.get(same);
      const known = byId.get(meeting.id);
      if (known !== undefined && isLinkWithheld(known) && !isLinkWithheld(meeting)) byId.set(meeting.id, meeting);
      if (known !== undefined || (before !== undefined && before !== index)) continue;
      byId.set(meeting.id, meeting);
      if (same !== null && before === undefined) elsewhere.set(same, index);
    }
  const meetings = withoutWithheld([...byId.values()])
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .slice(0, MOST_MEETINGS);
  return meetings.map((one) => ({ ...one, overlaps: overlapping(one, meetings) }));
};
