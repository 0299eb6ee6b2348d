/** Owns zones that a calendar describes itself (VTIMEZONE), followed by ical.js within narrow rules. */
import ICAL from 'ical.js';
import type { WallTime, Zone } from './wall-time.ts';

export interface Observance {
  readonly kind: 'STANDARD' | 'DAYLIGHT';
  readonly lines: readonly string[];
}

/** As real zones are written: a change on one day of one month. Any other rule could be made endless. */
const RULE =
  /^RRULE:FREQ=YEARLY(?:;(?:INTERVAL=1|WKST=[A-Z]{2}|UNTIL=\d{8}(?:T\d{6}Z?)?|BYMONTH=\d{1,2}|BYDAY=(?:[+-]?[1-5])?[A-Z]{2}|BYMONTHDAY=-?\d{1,2}(?:,\d{1,2}){0,6}))+$/i;
const CLOCK = /;BY(HOUR|MINUTE|SECOND)=(\d{1,2})(?=;|$)/gi;

/** Notes and .NET programs say the hour in the rule, with parameters and blanks; what matters is the same. */
const inUsualForm = (lines: readonly string[]): readonly string[] => {
  const clock = new Map<string, string>();
  const usual = lines.map((line) => {
    if (/^DTSTART[^:]*:\d{8}$/i.test(line)) return `DTSTART:${line.slice(-8)}T000000`;
    if (!/^RRULE/i.test(line)) return line;
    const parts = line
      .slice(line.indexOf(':') + 1)
      .replace(/\s+/g, '')
      .split(';')
      .filter(Boolean);
    const frequency = parts.find((part) => /^FREQ=/i.test(part)) ?? '';
    const rule = ['RRULE:', [frequency, ...parts.filter((part) => part !== frequency)].join(';')].join('');
    return rule.replace(CLOCK, (_, unit: string, value: string) => {
      clock.set(unit.toUpperCase(), value.padStart(2, '0'));
      return '';
    });
  });
  // A date beside its own start: the start is a change as well.
  const start = usual.find((line) => /^DTSTART/i.test(line));
  const begins = start?.slice(start.indexOf(':') + 1) ?? '';
  const dates = usual.some((line) => /^RDATE/i.test(line)) && !usual.some((line) => /^RRULE/i.test(line));
  const all = dates && begins !== '' ? [...usual, `RDATE:${begins}`] : usual;
  if (clock.size === 0) return all;
  return all.map((line) =>
    /^DTSTART/i.test(line)
      ? line.replace(
          /T(\d{2})(\d{2})(\d{2})/,
          (_, h: string, m: string, s: string) =>
            `T${clock.get('HOUR') ?? h}${clock.get('MINUTE') ?? m}${clock.get('SECOND') ?? s}`,
        )
      : line,
  );
};

/** The lines of an observance, its rule begun shortly before `year`: rules since 1601 would be followed through all years. */
const nearYear = (given: readonly string[], year: number): readonly string[] | null => {
  const lines = inUsualForm(given);
  const rules = lines.filter((line) => /^RRULE/i.test(line));
  if (rules.some((line) => !RULE.test(line) || !/BYMONTH=/i.test(line))) return null;
  const until = Number(/UNTIL=(\d{4})/i.exec(rules[0] ?? '')?.[1] ?? year);
  const begin = Math.min(year, until) - 2;
  return lines.map((line) => {
    const start = /^(DTSTART[^:]*:)(\d{4})(\d{4}T\d{6})/i.exec(line);
    return start === null || rules.length === 0 || Number(start[2]) >= begin ? line : `${start[1]}${begin}${start[3]}`;
  });
};

const timeOf = (wall: WallTime): ICAL.Time => {
  const at = new Date(wall);
  return ICAL.Time.fromData({
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  });
};

/** The zone for times around `year`; null when it is described in a way that cannot be followed. */
export const describedZone = (observances: readonly Observance[], year: number): Zone | null => {
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
    const instantOf: Zone = (wall) => wall - zone.utcOffset(timeOf(wall)) * 1000;
    // ical.js reads the lines only now: what is damaged must show before anybody relies on the zone.
    return Number.isFinite(instantOf(Date.UTC(year, 0, 15))) && Number.isFinite(instantOf(Date.UTC(year, 6, 15)))
      ? instantOf
      : null;
  } catch {
    return null;
  }
};
