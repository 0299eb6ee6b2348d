/** Owns time: ISO 8601 texts in facts and reports, days in judgements. The core never asks for the present. */

/** An instant, ISO 8601 in UTC: `2026-11-22T09:30:00.000Z`. */
export type IsoTime = string;
/** A calendar day: `2026-11-22`. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/** Whole days from `from` to `to`, rounded down; negative when `to` is earlier. NaN when either is no time. */
export const daysBetween = (from: IsoTime | IsoDate, to: IsoTime | IsoDate): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The day `days` before the calendar day `day`. */
export const daysBefore = (day: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

const two = (number: number): string => String(number).padStart(2, '0');

/** The calendar day of an instant where this computer is. */
export const localDay = (at: Date): IsoDate =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** An instant from milliseconds since 1970, or undefined when that is no date a calendar knows. */
export const isoTime = (epochMs: number): IsoTime | undefined =>
  Number.isFinite(epochMs) && Math.abs(epochMs) <= 8.64e15 ? new Date(epochMs).toISOString() : undefined;

/** "today", "yesterday", "12 days ago", "in 3 days". */
export const daysAgo = (at: IsoTime | IsoDate, now: IsoTime): string => {
  const days = daysBetween(at.slice(0, 10), now.slice(0, 10));
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  return days > 0 ? `${days} days ago` : `in ${-days} days`;
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "10 June 2028"; the text itself when it is no date. */
export const longDate = (at: IsoTime | IsoDate): string => {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};

/** "4 December 2026, 17:00" by the clock of this place; the day alone where it is meant to its end. */
export const localDateTime = (at: IsoTime): string => {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const day = longDate(localDay(date));
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return clock === '23:59' ? day : `${day}, ${clock}`;
};
