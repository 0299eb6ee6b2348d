/** Owns what a wall time in a calendar is in UTC: by zones that are known by name, else by those the file describes. */
import { describedZone, type Observance } from './described-zone.ts';
import type { CalendarProperty } from './lines.ts';
import { resolveZoneName } from './resolve-zone-name.ts';
import type { WallTime, Zone } from './wall-time.ts';

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

/** A zone by its name in the IANA database. */
export const namedZone = (name: string): Zone | null => {
  const found = known.get(name);
  if (found !== undefined) return found;
  const zone = fromIntl(name.slice(0, 120).trim());
  // Strangers may make up any number of names.
  if (known.size < 1000) known.set(name, zone);
  return zone;
};

/** What the clock of a zone shows at an instant; null for the hour that it shows a second time. */
export const wallTimeIn = (instant: number, zone: Zone): WallTime | null => {
  let wall = instant;
  for (let tries = 0; tries < 3; tries += 1) {
    const back = zone(wall);
    if (back === null) return null;
    if (back === instant) return wall;
    wall += instant - back;
  }
  return null;
};

export interface FoundZone {
  readonly zone: Zone;
  /** False: only the offset is known, so a time in summer may be an hour off. */
  readonly isSure: boolean;
}

export interface Zones {
  /** Takes a property that stands within a VTIMEZONE. */
  add(property: CalendarProperty): void;
  /** The zone of that name for times around `year`; null when it is neither known nor described in a way that can be followed. */
  find(name: string, year: number): FoundZone | null;
}

/** Gathers the zones that a calendar describes. Linear, never throws; very large ones are left out, as only a stranger sends them. */
export const collectZones = (): Zones => {
  const observances = new Map<string, Map<number, Observance & { readonly lines: string[] }>>();
  const aliases = new Map<string, string>();
  const built = new Map<string, FoundZone | null>();
  let zoneSerial = 0;
  let current = new Map<number, Observance & { readonly lines: string[] }>();
  let lines = 0;
  let ownName = '';

  const described = (name: string): readonly Observance[] => [...(observances.get(name)?.values() ?? [])];

  return {
    add: ({ component, serial, name, line, value }) => {
      const kind = /VTIMEZONE\.(STANDARD|DAYLIGHT)$/.exec(component)?.[1] as Observance['kind'] | undefined;
      if (kind === undefined) {
        if (serial !== zoneSerial) {
          zoneSerial = serial;
          current = new Map();
          ownName = '';
          lines = 0;
        }
        if (name === 'TZID' && observances.size < MOST_ZONES) {
          observances.set(value, current);
          ownName = value;
        }
        if ((name === 'X-LIC-LOCATION' || name === 'TZID-ALIAS-OF') && aliases.size < MOST_ZONES)
          aliases.set(ownName, value);
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
      const key = `${year} ${name}`;
      const before = built.get(key);
      if (before !== undefined) return before;
      const meaning = resolveZoneName(name);
      const byName = meaning?.iana ? namedZone(meaning.iana) : null;
      // The database knows its own names better than any file; of other names the file knows what it means.
      const own = byName !== null && meaning?.byTable === false ? null : describedZone(described(name), year);
      const alias = resolveZoneName(aliases.get(name) ?? '')?.iana;
      const zone = own ?? byName ?? (alias ? namedZone(alias) : null);
      const found =
        zone !== null
          ? { zone, isSure: true }
          : meaning === null
            ? null
            : { zone: (wall: WallTime) => wall - meaning.offset * 60_000, isSure: meaning.isExact };
      if (built.size < 3000) built.set(key, found);
      return found;
    },
  };
};
