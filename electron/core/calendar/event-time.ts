/** The start of an event in UTC, by the time zone that its own file names or describes. */

import type { CalendarProperty } from './lines.ts';
import { collectZones, utcZone } from './zones.ts';

/** A date, or a date with a time on the clock, as calendars write it. */
export interface EventTime {
  /** As the milliseconds it would be in UTC. */
  readonly wall: number;
  /** A whole day. */
  readonly isDate: boolean;
  /** In UTC whatever the parameters say. */
  readonly isUtc: boolean;
}

const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/;

/** A value of a date property; null when it is none that a calendar knows. */
export const eventTimeOf = (value: string): EventTime | null => {
  const match = MOMENT.exec(value.trim().toUpperCase());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const date = new Date(wall);
  // "20270230" is no day, "T2500" no time.
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59)
    return null;
  return { wall, isDate: match[4] === undefined, isUtc: match[7] !== undefined };
};

/** The zone that a date property names; null when it names none. */
export const zoneNameOf = (parameters: string): string | null => {
  const [, quoted, plain] = /(?:^|;)TZID=(?:"([^"]{1,200})"|([^;"]{1,200}))/i.exec(parameters) ?? [];
  return quoted ?? plain ?? null;
};

/** Collects the zones of one calendar for `inUtc`. */
export function collectTimes() {
  const zones = collectZones();
  return {
    add: (property: CalendarProperty): void => zones.add(property),
    /** UTC in ISO 8601 for a date property; null for whole days, times without a zone, unknown zones and damaged values. */
    inUtc: ({ parameters, value }: Pick<CalendarProperty, 'parameters' | 'value'>): string | null => {
      const moment = eventTimeOf(value);
      if (moment === null || moment.isDate) return null;
      const name = zoneNameOf(parameters);
      const zone = moment.isUtc
        ? utcZone
        : name === null
          ? null
          : zones.find(name, new Date(moment.wall).getUTCFullYear())?.zone;
      const instant = zone?.(moment.wall) ?? null;
      return instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z');
    },
  };
}
