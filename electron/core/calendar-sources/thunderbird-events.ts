/** Owns writing Thunderbird's rows as iCalendar text. Its times are microseconds, in the zone that stands beside them. */
import { eachProperty } from '../calendar/lines.ts';
import { collectZones, wallTimeIn, type Zones } from '../calendar/zones.ts';
import { calendarText, dayTime, escapeText, parameterValue, plainValue, utcTime, wallTime } from './compose.ts';

export interface EventRow {
  readonly id: string;
  readonly title: string | null;
  readonly ical_status: string | null;
  readonly flags: number | null;
  readonly event_start: number | null;
  readonly event_end: number | null;
  readonly event_stamp: number | null;
  readonly event_start_tz: string | null;
  readonly event_end_tz: string | null;
  readonly recurrence_id: number | null;
  readonly recurrence_id_tz: string | null;
}

/** Belongs to the event with that id, and to its exception with that place. */
interface Beside {
  readonly item_id: string;
  readonly recurrence_id: number | null;
}
export interface PropertyRow extends Beside {
  readonly key: string;
  readonly value: string | null;
}
export interface ParameterRow extends Beside {
  readonly key1: string;
  readonly key2: string;
  readonly value: string | null;
}
/** A whole line of iCalendar: a rule, an attendee, an attachment. */
export interface LineRow extends Beside {
  readonly icalString: string | null;
}

export interface ThunderbirdRows {
  readonly events: readonly EventRow[];
  readonly properties: readonly PropertyRow[];
  readonly parameters: readonly ParameterRow[];
  readonly lines: readonly LineRow[];
}

const ALL_DAY = 8;
const PLACE_IS_DAY = 512;
/** Values that are texts; all others are addresses, numbers and words of a standard. */
const TEXTS = new Set(['SUMMARY', 'LOCATION', 'DESCRIPTION', 'COMMENT', 'CONTACT', 'CATEGORIES', 'X-ALT-DESC']);
const NAME = /^[A-Z0-9-]{1,60}$/i;

type ZoneOf = (zone: string) => { readonly id: string; readonly zones: Zones };

/** Looks up a zone once: thousands of events name the same. One that Thunderbird does not know stands there whole. */
const zoneLookup = (): ZoneOf => {
  const known = new Map<string, { readonly id: string; readonly zones: Zones }>();
  return (zone) => {
    const before = known.get(zone);
    if (before !== undefined) return before;
    const zones = collectZones();
    const isWhole = zone.startsWith('BEGIN:VTIMEZONE');
    if (isWhole) eachProperty(`BEGIN:VCALENDAR\n${zone}\nEND:VCALENDAR`, (property) => zones.add(property));
    const id = isWhole ? (/^TZID:(.{1,200})$/m.exec(zone.replaceAll('\r', ''))?.[1] ?? zone) : zone;
    const found = { id, zones };
    known.set(zone, found);
    return found;
  };
};

/** "DTSTART;TZID=Europe/Berlin:20261208T111500". */
const timeLine = (zoneOf: ZoneOf, name: string, micros: number, zone: string | null, isDay: boolean): string => {
  const at = micros / 1000;
  if (isDay) return `${name};VALUE=DATE:${dayTime(at)}`;
  if (zone === null || zone === 'floating') return `${name}:${wallTime(at)}`;
  if (zone === 'UTC') return `${name}:${utcTime(at)}`;
  const { id, zones } = zoneOf(zone);
  const found = zones.find(id, new Date(at).getUTCFullYear());
  const wall = found === null ? null : wallTimeIn(at, found.zone);
  return wall === null ? `${name}:${utcTime(at)}` : `${name};TZID=${parameterValue(id)}:${wallTime(wall)}`;
};

const keyOf = (id: string, place: number | null): string => `${place ?? ''} ${id}`;

const grouped = <R extends Beside>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row.item_id, row.recurrence_id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
};

const propertyLine = ({ key, value }: PropertyRow, parameters: readonly ParameterRow[]): string[] => {
  if (value === null || !NAME.test(key)) return [];
  const beside = parameters
    .filter(({ key1, key2 }) => key1 === key && NAME.test(key2))
    .map((one) => `;${one.key2}=${parameterValue(one.value ?? '')}`);
  return [`${key}${beside.join('')}:${TEXTS.has(key) ? escapeText(value) : plainValue(value)}`];
};

const eventLines = (
  zoneOf: ZoneOf,
  event: EventRow,
  properties: readonly PropertyRow[],
  parameters: readonly ParameterRow[],
  lines: readonly LineRow[],
): readonly string[] | null => {
  const { id, event_start: start, event_end: end, recurrence_id: place, flags } = event;
  if (start === null) return null;
  const isDay = ((flags ?? 0) & ALL_DAY) !== 0;
  const placeIsDay = isDay || ((flags ?? 0) & PLACE_IS_DAY) !== 0;
  return [
    `UID:${plainValue(id)}`,
    timeLine(zoneOf, 'DTSTART', start, event.event_start_tz, isDay),
    ...(end === null ? [] : [timeLine(zoneOf, 'DTEND', end, event.event_end_tz ?? event.event_start_tz, isDay)]),
    ...(place === null ? [] : [timeLine(zoneOf, 'RECURRENCE-ID', place, event.recurrence_id_tz, placeIsDay)]),
    `SUMMARY:${escapeText(event.title ?? '')}`,
    ...(event.ical_status === null ? [] : [`STATUS:${plainValue(event.ical_status)}`]),
    ...(event.event_stamp === null ? [] : [`DTSTAMP:${utcTime(event.event_stamp / 1000)}`]),
    ...properties
      .filter(({ key }) => key !== 'DURATION' || end === null)
      .flatMap((property) => propertyLine(property, parameters)),
    // Each is one line, folded or not; what is no line of a property cannot close the event.
    ...lines.flatMap(({ icalString }) =>
      (icalString ?? '')
        .replaceAll(/\r?\n[ \t]/g, '')
        .split(/\r?\n/)
        .filter((line) => line !== '' && !/^(?:BEGIN|END):/i.test(line)),
    ),
  ];
};

export interface ComposedEvents {
  readonly text: string;
  /** Events that could not be written. */
  readonly lost: number;
}

/** Every row as an event of one calendar. A damaged row is its own loss. */
export const thunderbirdText = ({ events, properties, parameters, lines }: ThunderbirdRows): ComposedEvents => {
  const [props, params, more] = [grouped(properties), grouped(parameters), grouped(lines)];
  const zoneOf = zoneLookup();
  const written = events.map((event) => {
    const key = keyOf(event.id, event.recurrence_id);
    try {
      return eventLines(zoneOf, event, props.get(key) ?? [], params.get(key) ?? [], more.get(key) ?? []);
    } catch {
      return null;
    }
  });
  const whole = written.filter((one) => one !== null);
  const zones = events.flatMap((event) => [event.event_start_tz, event.event_end_tz]);
  const described = zones.filter((zone) => zone?.startsWith('BEGIN:VTIMEZONE') === true);
  return { text: calendarText([...new Set(described)].map(String), whole), lost: events.length - whole.length };
};
