/** Owns reading a day or a time that a person wrote for this place's clock. */

import { says } from '../core/messages/says.ts';
import { term } from '../core/messages/value.ts';
import { WrongUsage } from './exit.ts';

const words = says('date-option', {
  day: '{option} needs a day such as tomorrow, friday, +3d or 2026-12-04, or a time such as 2026-12-04T17:00, not “{text}”.',
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?$/;
const AHEAD = /^\+(\d{1,3})d$/;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Days from today that a word means: "tomorrow", "friday" (the next one, never today), "+3d". */
const daysAhead = (word: string, now: Date): number | undefined => {
  if (word === 'today') return 0;
  if (word === 'tomorrow') return 1;
  const ahead = AHEAD.exec(word)?.[1];
  if (ahead !== undefined) return Number(ahead);
  const weekday = weekdays.findIndex((name) => name === word || name.slice(0, 3) === word);
  return weekday < 0 ? undefined : ((weekday - now.getDay() + 6) % 7) + 1;
};

/**
 * The end of a day, or a time: "2026-12-04", "2026-12-04T17:00" with or without its zone, "tomorrow", "friday", "+3d".
 * Throws `WrongUsage`.
 */
export const endOf = (option: string, text: string, now = new Date()): Date => {
  const ahead = daysAhead(text.trim().toLowerCase(), now);
  if (ahead !== undefined) return new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, 23, 59, 59, 999);
  const end = new Date(DAY.test(text) ? `${text}T23:59:59.999` : text);
  const isDay = DAY.test(text) && end.getDate() === Number(text.slice(8));
  if ((isDay || TIME.test(text)) && !Number.isNaN(end.getTime())) return end;
  throw new WrongUsage(words.day({ option: term(option), text: term(text) }));
};
