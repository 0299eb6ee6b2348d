/** Owns reading the events of one calendar text: tolerant as the inspection is, and keeping only what may matter. */

import { type EventTime, eventTimeOf, zoneNameOf } from './event-time.ts';
import { type CalendarProperty, eachProperty } from './lines.ts';
import { collectZones, namedZone, utcZone } from './zones.ts';

/** A moment with the zone that is named beside it. */
export interface Placed extends EventTime {
  readonly zone: string | null;
}

export interface CalendarEvent {
  readonly uid: string;
  readonly start: Placed;
  /** From start to end; 0 where neither an end nor a duration is given. */
  readonly durationMs: number;
  /** The occurrence of the series that this one replaces; null for the series or a single event itself. */
  readonly replaces: Placed | null;
  /** It replaces all later ones too. */
  readonly andFuture: boolean;
  readonly rules: readonly string[];
  readonly added: readonly Placed[];
  readonly excluded: readonly Placed[];
  readonly sequence: number;
  /** When this version was written; 0 where that is not said. */
  readonly stamp: number;
  readonly cancelled: boolean;
  readonly declined: boolean;
  readonly tentative: boolean;
  /** The person's time is free while it goes on: it is there to be seen, not to be joined. */
  readonly free: boolean;
  readonly title: string;
  /** Where it is said to be, as it was written. */
  readonly place: string;
  /** Its own lines, for the inspection of its link; empty where it lies out of the range. */
  readonly lines: readonly string[];
  /** Instant of a moment in this calendar; one in an unknown zone is taken in the calendar's own, or the person's. */
  readonly instantOf: (moment: Placed) => number | null;
  /** The zone it names that nobody can resolve, so that its times are a guess; null when they are not. */
  readonly guessedZone: string | null;
}

export interface ReadOptions {
  /** Wall times; single events that lie wholly outside are kept without their lines. */
  readonly range: { readonly from: number; readonly to: number };
  /** Own addresses, lower case. */
  readonly me: readonly string[];
  /** IANA name of the zone for times that name none. */
  readonly localZone: string;
}

export interface EventsRead {
  readonly events: readonly CalendarEvent[];
  /** Titles of the events without a start that can be read. */
  readonly damaged: readonly string[];
}

const DAY_MS = 86_400_000;
const MOST_LINES = 400;
const MOST_PLACE = 300;
/** Invitations in HTML stand in one line. */
const MOST_TEXT = 4_000_000;
// Answers to invitations and proposals: they are no events of one's own.
const NO_EVENTS = new Set(['REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER']);
const DURATION = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/i;

const durationOf = (value: string): number | null => {
  const match = DURATION.exec(value.trim());
  if (match === null) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000;
};

/** The moments of a date property, which may be several or periods. */
const placedOf = ({ parameters, value }: CalendarProperty): readonly Placed[] => {
  const zone = zoneNameOf(parameters);
  return value.split(',').flatMap((one) => {
    const moment = eventTimeOf(one.split('/', 1)[0] ?? '');
    return moment === null ? [] : [{ ...moment, zone: moment.isUtc ? null : zone }];
  });
};

const addressOf = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');

/** What holds for one calendar of a file. */
interface CalendarHead {
  method: string;
  ownZone: string | null;
}

interface Draft {
  readonly properties: CalendarProperty[];
  readonly lines: string[];
  readonly serial: number;
  readonly head: CalendarHead;
  text: number;
}

/** Outlook and others write it before the title when a meeting is called off, and leave everything else as it was. */
const CALLED_OFF =
  /^\s*(?:cancell?ed(?: event)?|abgesagt|abgebrochen|annul[ée]e?|cancelad[oa]|anulad[oa]|annullat[oa]|geannuleerd|odwołane|inställt|aflyst|avlyst|peruutettu|отменено|已取消|キャンセル(?:済み)?)\s*[:：]/i;

/** The events of a calendar text, in its order. Linear, never throws. */
export const readEvents = (text: string, { range, me, localZone }: ReadOptions): EventsRead => {
  const zones = collectZones();
  const events: CalendarEvent[] = [];
  const mine = new Set(me);
  const damaged: string[] = [];
  let head: CalendarHead = { method: '', ownZone: null };
  let draft: Draft | null = null;

  const zoneFor = (name: string | null, wall: number) =>
    name === null ? null : zones.find(name, new Date(wall).getUTCFullYear());

  const instantIn =
    ({ ownZone }: CalendarHead) =>
    ({ wall, isUtc, zone }: Placed): number | null => {
      if (isUtc) return wall;
      const found = zoneFor(zone, wall)?.zone(wall) ?? zoneFor(ownZone, wall)?.zone(wall);
      return found ?? (namedZone(localZone) ?? utcZone)(wall);
    };

  /** One damaged event is its own loss, whatever is wrong with it. */
  const finish = (): void => {
    const title = draft?.properties.find(({ name }) => name === 'SUMMARY')?.value ?? '';
    try {
      finishOne();
    } catch {
      damaged.push(title);
    }
  };

  const finishOne = (): void => {
    if (draft === null) return;
    const { properties, lines, serial, head: own } = draft;
    draft = null;
    if (NO_EVENTS.has(own.method)) return;
    const instantOf = instantIn(own);
    const of = (name: string): CalendarProperty | undefined => properties.find((one) => one.name === name);
    const all = (name: string): readonly Placed[] =>
      properties.filter((one) => one.name === name).flatMap((one) => placedOf(one));
    const text = (name: string): string => of(name)?.value.trim().toUpperCase() ?? '';
    const [start] = all('DTSTART');
    const title = of('SUMMARY')?.value ?? '';
    if (start === undefined) {
      damaged.push(title);
      return;
    }
    const [end] = all('DTEND');
    const [replaces] = all('RECURRENCE-ID');
    const answers = properties.filter(
      (one) =>
        one.name === 'ATTENDEE' &&
        (mine.has(addressOf(one.value)) ||
          mine.has(addressOf(/EMAIL="?([^";]{3,200})/i.exec(one.parameters)?.[1] ?? ''))),
    );
    const answered = (answer: string): boolean =>
      answers.length > 0 && answers.every((one) => new RegExp(`PARTSTAT="?${answer}\\b`, 'i').test(one.parameters));
    const rules = properties.filter((one) => one.name === 'RRULE').map((one) => one.value.trim());
    const added = all('RDATE');
    const busy = [text('X-MICROSOFT-CDO-BUSYSTATUS'), text('X-MICROSOFT-CDO-INTENDEDSTATUS'), text('BUSYSTATUS')];
    const unresolved = [start, ...(replaces === undefined ? [] : [replaces])].find(
      ({ zone, wall, isUtc, isDate }) => zone !== null && !isUtc && !isDate && zoneFor(zone, wall)?.isSure !== true,
    );
    const near = start.wall < range.to && start.wall > range.from - 2 * DAY_MS;
    events.push({
      // Without an identity it is the same as no other.
      uid: of('UID')?.value.trim() || `#${serial} ${start.wall} ${of('SUMMARY')?.value ?? ''}`,
      start,
      durationMs: end === undefined ? (durationOf(text('DURATION')) ?? 0) : lengthOf(start, end, instantOf),
      replaces: replaces ?? null,
      andFuture: /RANGE="?THISANDFUTURE/i.test(of('RECURRENCE-ID')?.parameters ?? ''),
      rules,
      added,
      excluded: all('EXDATE'),
      sequence: Number(/^\d{1,15}$/.exec(text('SEQUENCE'))?.[0] ?? 0),
      stamp: eventTimeOf(text('DTSTAMP'))?.wall ?? 0,
      cancelled: own.method === 'CANCEL' || /^CANCELL?ED$/.test(text('STATUS')) || CALLED_OFF.test(title),
      declined: answered('DECLINED'),
      tentative: text('STATUS') === 'TENTATIVE' || busy.includes('TENTATIVE') || answered('TENTATIVE'),
      free: text('TRANSP') === 'TRANSPARENT' || text('X-MICROSOFT-CDO-BUSYSTATUS') === 'FREE',
      title,
      place: (of('LOCATION')?.value ?? '').slice(0, MOST_PLACE),
      lines: near || rules.length > 0 || added.length > 0 || replaces !== undefined ? lines : [],
      instantOf,
      guessedZone: unresolved?.zone ?? null,
    });
  };

  let calendarSerial = 0;
  eachProperty(text, (property) => {
    const { component, serial, name, value, line } = property;
    if (component.includes('VTIMEZONE')) zones.add(property);
    else if (component.endsWith('VEVENT')) {
      if (draft?.serial !== serial) {
        finish();
        draft = { properties: [], lines: [], serial, head, text: 0 };
      }
      if (draft.properties.length < MOST_LINES || name !== 'ATTENDEE') draft.properties.push(property);
      if (name !== 'ATTENDEE') keepLine(draft, line);
    } else if (component.includes('VEVENT')) {
      if (draft !== null) keepLine(draft, line);
    } else if (component.endsWith('VCALENDAR')) {
      if (serial !== calendarSerial) {
        finish();
        calendarSerial = serial;
        head = { method: '', ownZone: null };
      }
      if (name === 'METHOD') head.method = value.trim().toUpperCase();
      if (name === 'X-WR-TIMEZONE') head.ownZone = value.trim();
      // Google names a person's own calendar by the person's address.
      if (name === 'X-WR-CALNAME' && /^[^\s@]{1,64}@[^\s@]{3,190}$/.test(value.trim()))
        mine.add(value.trim().toLowerCase());
    }
  });
  finish();
  return { events, damaged };
};

const keepLine = (draft: Draft, line: string): void => {
  if (draft.lines.length >= MOST_LINES || draft.text > MOST_TEXT) return;
  draft.text += line.length;
  draft.lines.push(line.slice(0, MOST_TEXT));
};

/** What lies between start and end; 0 when the end is no later, or not to be told. */
const lengthOf = (start: Placed, end: Placed, instantOf: (moment: Placed) => number | null): number => {
  if (start.zone === end.zone && start.isUtc === end.isUtc) return Math.max(0, end.wall - start.wall);
  const [from, to] = [instantOf(start), instantOf(end)];
  return from === null || to === null ? 0 : Math.max(0, to - from);
};
