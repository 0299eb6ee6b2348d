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
