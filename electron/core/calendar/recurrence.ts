/** Owns which days a repeating event falls on: a thin layer over ical.js that no rule can keep busy. */
import ICAL from 'ical.js';
import { type EventTime, eventTimeOf } from './event-time.ts';
import type { WallTime } from './wall-time.ts';

/** Steps that are left for all rules together; one step is one day, week, month or year looked at. */
export interface Budget {
  steps: number;
}

/** A daily meeting of eight years that counts its times; what does not count is not followed from its beginning. */
const MOST_STEPS_PER_RULE = 3000;
const LONGEST_RULE = 400;

class OutOfSteps extends Error {}

/** Everything by which ical.js moves on to the next candidate; each of its loops goes through one of these. */
const MOVES = ['next_day', 'next_week', 'next_month', 'next_year', 'increment_month', 'increment_year'] as const;

type Move = (this: ICAL.RecurIterator, ...args: unknown[]) => unknown;

/** What a move costs the rule that is being followed: its iterator moves before it can hold anything of its own. */
let spend = (): void => {};

/** The iterator of ical.js, calling `spend` at each move: a rule that never matches would otherwise search for ever. */
class Metered extends ICAL.RecurIterator {}
for (const name of MOVES) {
  const original = Reflect.get(ICAL.RecurIterator.prototype, name) as Move;
  Object.defineProperty(Metered.prototype, name, {
    value(this: ICAL.RecurIterator, ...args: unknown[]) {
      spend();
      return original.apply(this, args);
    },
  });
}

const partsOf = (rule: string): ReadonlyMap<string, string> =>
  new Map(
    rule
      .toUpperCase()
      .replace(/\s+/g, '')
      .split(';')
      // Confluence writes a count of -1 for a series without an end.
      .filter((part) => !/^COUNT=(?:-|0)/.test(part))
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [name.trim(), value.trim()];
      }),
  );

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether ical.js follows the rule as RFC 5545 means it: found by comparing both with a second implementation. */
const isFollowed = (parts: ReadonlyMap<string, string>, start: WallTime): boolean => {
  const freq = parts.get('FREQ') ?? '';
  // No meeting is held every hour, and ical.js does not know weeks or days of the year.
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(freq)) return false;
  if (!/^[1-9]\d{0,3}$/.test(parts.get('INTERVAL') ?? '1')) return false;
  if (['BYWEEKNO', 'BYYEARDAY', 'BYSECOND'].some((name) => parts.has(name))) return false;
  // "20MO" is the twentieth Monday of a year; ical.js gives each one after it.
  if ((parts.get('BYDAY') ?? '').split(',').some((day) => Math.abs(Number.parseInt(day, 10)) > 5)) return false;
  if (parts.has('BYSETPOS') && (!parts.has('BYDAY') || !['MONTHLY', 'YEARLY'].includes(freq))) return false;
  if (freq !== 'YEARLY' || (parts.has('BYDAY') && !parts.has('BYMONTHDAY'))) return true;
  // A day that a month does not have is taken for one of the next month.
  const begin = new Date(start);
  const days = parts.get('BYMONTHDAY')?.split(',').map(Number) ?? [begin.getUTCDate()];
  const every = parts.has('BYMONTHDAY') ? 2 : begin.getUTCMonth() + 1;
  const months = parts.get('BYMONTH')?.split(',').map(Number) ?? [every];
  return days.every((day) => months.every((month) => Math.abs(day) <= (DAYS_IN_MONTH[month - 1] ?? 0)));
};

const wallOf = ({ year, month, day, hour, minute, second }: ICAL.Time): WallTime =>
  Date.UTC(year, month - 1, day, hour, minute, second);

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

const DAY_MS = 86_400_000;

/** The same day and time so many months later; null where that month has no such day. */
const monthsLater = (start: WallTime, months: number): WallTime | null => {
  const at = new Date(start);
  const day = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.getUTCDate() === day ? at.getTime() : null;
};

/** The last start in a month, or a year, that is over before `from`, and that has the day of the start. */
const nearerMonth = (start: WallTime, from: WallTime, step: number): WallTime => {
  const [begin, end] = [new Date(start), new Date(from)];
  const between = (end.getUTCFullYear() - begin.getUTCFullYear()) * 12 + end.getUTCMonth() - begin.getUTCMonth();
  // A year is over twelve months later at the latest.
  for (let times = Math.floor((between - (step % 12 === 0 ? 12 : 1)) / step); times > 0; times -= 1) {
    const later = monthsLater(start, times * step);
    if (later !== null) return later;
  }
  return start;
};

/** A later start that gives the same days from `from` on: what repeats without a count need not be followed from 1998. */
const nearer = (parts: ReadonlyMap<string, string>, start: WallTime, from: WallTime): WallTime => {
  if (parts.has('COUNT') || start >= from) return start;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const months = { MONTHLY: 1, YEARLY: 12 }[parts.get('FREQ') ?? ''];
  if (months !== undefined) return nearerMonth(start, from, months * interval);
  const step = (parts.get('FREQ') === 'WEEKLY' ? 7 : 1) * DAY_MS * interval;
  return start + Math.max(0, Math.floor((from - start) / step) - 1) * step;
};

/** The last moment that a rule names. */
export const untilOf = (rule: string): EventTime | null => eventTimeOf(partsOf(rule).get('UNTIL') ?? '');

/**
 * The starts that a rule (the value of `RRULE`) gives between two wall times, the event's own included where the rule has
 * it; `UNTIL` is left to the caller. Null when the rule cannot be followed, or not within what is left of `budget`.
 */
export const startsByRule = (
  rule: string,
  start: WallTime,
  { from, to }: { readonly from: WallTime; readonly to: WallTime },
  budget: Budget,
): readonly WallTime[] | null => {
  const parts = partsOf(rule);
  if (rule.length > LONGEST_RULE || !isFollowed(parts, start)) return null;
  let left = Math.min(MOST_STEPS_PER_RULE, budget.steps);
  spend = () => {
    left -= 1;
    budget.steps -= 1;
    if (left < 0) throw new OutOfSteps();
  };
  const endless = [...parts].flatMap(([name, value]) => (name === 'UNTIL' ? [] : [`${name}=${value}`])).join(';');
  const found: WallTime[] = [];
  try {
    const iterator = new Metered({ rule: ICAL.Recur.fromString(endless), dtstart: timeOf(nearer(parts, start, from)) });
    for (let time = iterator.next(); time !== null; time = iterator.next()) {
      const wall = wallOf(time);
      if (wall > to) break;
      if (wall >= from) found.push(wall);
    }
    return found;
  } catch {
    // Out of steps, or written so that ical.js refuses it.
    return null;
  }
};
