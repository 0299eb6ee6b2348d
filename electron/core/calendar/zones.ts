/** Owns what a wall time in a calendar is in UTC: by zones that are known by name, else by those the file describes. */
import ICAL from 'ical.js';
import type { CalendarProperty } from './lines.ts';
import { windowsZones } from './windows-zones.ts';

/** A time on the clock at some place, as the milliseconds it would be in UTC. */
export type WallTime = number;

/** The instant (milliseconds since 1970) of a wall time. One that the clock skips counts on from before the change. */
export type Zone = (wall: WallTime) => number;

const DAY_MS = 86_400_000;
const LONGEST_LINE = 400;
const MOST_LINES = 200;
const MOST_ZONES = 300;

export const utcZone: Zone = (wall) => wall;

const known = new Map<string, Zone | null>();

const fromIntl = (timeZone: string): Zone | null => {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  const offsetAt = (instant: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };
  return (wall) => {
    // No zone changes its clock twice within two days, so one of these two holds; the first where both do.
    const before = offsetAt(wall - DAY_MS);
    const after = offsetAt(wall + DAY_MS);
    const first = wall - before;
    return before === after || offsetAt(first) === before || offsetAt(wall - after) !== after ? first : wall - after;
  };
};

/** A zone by its name in the IANA database, also behind a program's own prefix, or by its name on Windows. */
export const namedZone = (name: string): Zone | null => {
  const found = known.get(name);
  if (found !== undefined) return found;
  const short = name.slice(0, 120).trim();
  const [, prefixed] = /^\/.*?\/([A-Z][A-Za-z_]+\/[A-Za-z_/+-]+)$/.exec(short) ?? [];
  const zone = fromIntl(windowsZones.get(short) ?? prefixed ?? short);
  // Strangers may make up any number of names.
  if (known.size < 1000) known.set(name, zone);
  return zone;
};

/** As real zones are written: a change on one day of one month. Any other rule could be made endless. */
const RULE =
  /^RRULE:FREQ=YEARLY(?:;(?:INTERVAL=1|WKST=[A-Z]{2}|UNTIL=\d{8}(?:T\d{6}Z?)?|BYMONTH=\d{1,2}|BYDAY=(?:[+-]?[1-5])?[A-Z]{2}|BYMONTHDAY=-?\d{1,2}(?:,\d{1,2}){0,6}))+$/i;

interface Observance {
  readonly kind: 'STANDARD' | 'DAYLIGHT';
  readonly lines: string[];
}

/** The lines of an observance, its rule begun shortly before `year`: rules since 1601 would be followed through all years. */
const nearYear = (lines: readonly string[], year: number): readonly string[] | null => {
  const rules = lines.filter((line) => /^RRULE/i.test(line));
  if (rules.some((line) => !RULE.test(line) || !/BYMONTH=/i.test(line))) return null;
  const until = Number(/UNTIL=(\d{4})/i.exec(rules[0] ?? '')?.[1] ?? year);
  const begin = Math.min(year, until) - 2;
  return lines.map((line) => {
    const start = /^(DTSTART[^:]*:)(\d{4})(\d{4}T\d{6})/i.exec(line);
    return start === null || rules.length === 0 || Number(start[2]) >= begin ? line : `${start[1]}${begin}${start[3]}`;
  });
};

const described = (observances: readonly Observance[], year: number): Zone | null => {
  const bodies = observances.map(({ kind, lines }) => ({ kind, lines: nearYear(lines, year) }));
  if (bodies.length === 0 || bodies.some(({ lines }) => lines === null)) return null;
  const text = [
    'BEGIN:VTIMEZONE',
    'TZID:x',
    ...bodies.flatMap(({ kind, lines }) => [`BEGIN:${kind}`, ...(lines ?? []), `END:${kind}`]),
    'END:VTIMEZONE',
  ].join('\r\n');
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
    return (wall) => {
      const at = new Date(wall);
      const time = ICAL.Time.fromData({
        year: at.getUTCFullYear(),
        month: at.getUTCMonth() + 1,
        day: at.getUTCDate(),
        hour: at.getUTCHours(),
        minute: at.getUTCMinutes(),
        second: at.getUTCSeconds(),
      });
      return wall - zone.utcOffset(time) * 1000;
    };
  } catch {
    return null;
  }
};

export interface Zones {
  /** Takes a property that stands within a VTIMEZONE. */
  add(property: CalendarProperty): void;
  /** The zone of that name for times around `year`; null when it is neither known nor described in a way that can be followed. */
  find(name: string, year: number): Zone | null;
}

/** Gathers the zones that a calendar describes. Linear, never throws; very large ones are left out, as only a stranger sends them. */
export const collectZones = (): Zones => {
  const observances = new Map<string, Map<number, Observance>>();
  const built = new Map<string, Zone | null>();
  let zoneSerial = 0;
  let current = new Map<number, Observance>();
  let lines = 0;

  return {
    add: ({ component, serial, name, line, value }) => {
      const kind = /VTIMEZONE\.(STANDARD|DAYLIGHT)$/.exec(component)?.[1] as Observance['kind'] | undefined;
      if (kind === undefined) {
        if (serial !== zoneSerial) {
          zoneSerial = serial;
          current = new Map();
          lines = 0;
        }
        if (name === 'TZID' && observances.size < MOST_ZONES) observances.set(value, current);
        return;
      }
      lines += 1;
      // Half a zone would be a wrong one.
      if (lines > MOST_LINES) current.clear();
      // The parts of a zone follow it directly; others belong to one that did not say its name first.
      if (lines > MOST_LINES || (!current.has(serial) && serial !== zoneSerial + current.size + 1)) return;
      const observance = current.get(serial) ?? { kind, lines: [] };
      current.set(serial, observance);
      if (/^(?:DTSTART|TZOFFSETFROM|TZOFFSETTO|RRULE|RDATE)$/.test(name))
        observance.lines.push(line.slice(0, LONGEST_LINE));
    },
    find: (name, year) => {
      const byName = namedZone(name);
      if (byName !== null && !(windowsZones.has(name.trim()) && observances.has(name))) return byName;
      const key = `${year} ${name}`;
      const before = built.get(key);
      if (before !== undefined) return before;
      const zone = described([...(observances.get(name)?.values() ?? [])], year) ?? byName;
      built.set(key, zone);
      return zone;
    },
  };
};
