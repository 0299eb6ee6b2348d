/** Owns the way from calendar texts to the meetings ahead: read, unfold, inspect the link of each. */
import { harmless } from '../harmless.ts';
import { inspectCalendar } from '../invite/calendar.ts';
import type { Inspection } from '../invite/inspection.ts';
import { mayJoin } from '../join-link.ts';
import { isoTime } from '../time.ts';
import { type CalendarEvent, readEvents } from './events.ts';
import type { NextMeeting } from './meeting.ts';
import { type Occurrence, unfold } from './occurrences.ts';

/** One calendar: the text of a file, or of every file in a folder. */
export interface CalendarTexts {
  readonly name: string;
  readonly texts: readonly string[];
}

export interface AgendaOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly lookAheadHours: number;
  /** Own addresses: what these have declined is left out. */
  readonly me: readonly string[];
  /** IANA name of the person's own zone. */
  readonly localZone: string;
  /** A short name for a text of any length, the same each time and not to be forged. */
  readonly nameOf: (key: string) => string;
}

export interface AgendaRead {
  readonly meetings: readonly NextMeeting[];
  /** By the order of the calendars: number of events that could not be read or followed. */
  readonly lost: readonly number[];
}

const HOUR_MS = 3_600_000;
/** More meetings than a person looks ahead to. */
const MOST_MEETINGS = 20;
/** Events that are looked at for a link; only a calendar made to be endless has more within the hours ahead. */
const MOST_LOOKED_AT = 2000;
const STEPS = 150_000;

/** An event's own lines as a calendar of its own, so that it is judged like every invitation. */
const inspectionOf = ({ lines }: CalendarEvent): Inspection =>
  inspectCalendar(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'));

const meetingOf = (
  { key, startsAt, endsAt, event }: Occurrence,
  calendar: string,
  inspection: Inspection,
  nameOf: (key: string) => string,
): NextMeeting => ({
  id: nameOf(`${calendar}\n${key}`),
  title: harmless(event.title, 120) || 'Meeting without a title',
  startsAt: isoTime(startsAt) ?? '',
  endsAt: isoTime(endsAt) ?? '',
  tentative: event.tentative,
  overlaps: 0,
  calendar,
  inspection,
  joinable: inspection.verdict === 'genuine' && inspection.joinUrl !== null && mayJoin(inspection.joinUrl),
});

/** The online meetings from now on, in the order of their start. Bounded in time and memory, whatever the calendars hold. */
export const readAgenda = (calendars: readonly CalendarTexts[], options: AgendaOptions): AgendaRead => {
  const span = { from: options.now, to: options.now + options.lookAheadHours * HOUR_MS };
  const budget = { steps: STEPS };
  const range = { from: span.from - 26 * HOUR_MS, to: span.to + 26 * HOUR_MS };
  const me = options.me.map((address) => address.toLowerCase());
  const lost: number[] = [];
  const ahead = calendars.flatMap(({ name, texts }) => {
    const read = texts.map((text) => readEvents(text, { range, me, localZone: options.localZone }));
    const unfolded = unfold(
      read.flatMap(({ events }) => events),
      span,
      budget,
    );
    lost.push(unfolded.lost + read.reduce((sum, { damaged }) => sum + damaged, 0));
    return unfolded.occurrences.map((occurrence) => ({ occurrence, name }));
  });
  ahead.sort((a, b) => a.occurrence.startsAt - b.occurrence.startsAt);

  const inspections = new Map<CalendarEvent, Inspection>();
  const seen = new Set<string>();
  const meetings: NextMeeting[] = [];
  let lookedAt = 0;
  for (const { occurrence, name } of ahead) {
    if (meetings.length >= MOST_MEETINGS || lookedAt >= MOST_LOOKED_AT) break;
    const { event, key, startsAt, endsAt } = occurrence;
    // The same meeting often stands in several calendars; the first named one has it.
    const same = `${key} ${startsAt}`;
    if (seen.has(same) || endsAt <= options.now) continue;
    seen.add(same);
    if (event.declined) continue;
    const known = inspections.get(event);
    if (known === undefined) lookedAt += 1;
    const inspection = known ?? inspectionOf(event);
    inspections.set(event, inspection);
    if (inspection.verdict !== 'not-a-meeting') meetings.push(meetingOf(occurrence, name, inspection, options.nameOf));
  }
  return { meetings: meetings.map((one) => ({ ...one, overlaps: overlapping(one, meetings) })), lost };
};

const overlapping = (one: NextMeeting, all: readonly NextMeeting[]): number =>
  all.filter((other) => other !== one && other.startsAt < one.endsAt && one.startsAt < other.endsAt).length;
