/** Owns the days of a calendar as the person's language names them. */
import { localeOf } from '../../electron/core/messages/language.ts';
import { currentLanguage } from '../../electron/core/messages/localise.ts';
import { type IsoDate, localDay } from '../../electron/core/text/time.ts';

const noon = (day: IsoDate): Date => new Date(`${day}T12:00`);
const named = (day: IsoDate, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeOf[currentLanguage()], options).format(noon(day));

/** "M". */
export const weekdayLetter = (day: IsoDate): string => named(day, { weekday: 'narrow' });
/** "Mon". */
export const weekdayShort = (day: IsoDate): string => named(day, { weekday: 'short' });

/** "2026-11" of "2026-11-30". */
export const monthOf = (day: IsoDate): string => day.slice(0, 7);

/** The month `months` later, or earlier. */
export const monthBeside = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(localDay(new Date(year, number - 1 + months, 1, 12)));
};

/** The weeks of a month, Monday first, filled up with the days of the months beside it. */
export const weeksOf = (month: string): readonly (readonly IsoDate[])[] => {
  const first = noon(`${month}-01`);
  const start = new Date(first);
  start.setDate(1 - ((first.getDay() + 6) % 7));
  const weeks: IsoDate[][] = [];
  for (let week = 0; week < 6; week += 1) {
    const days = Array.from({ length: 7 }, (_, day) => {
      const one = new Date(start);
      one.setDate(start.getDate() + week * 7 + day);
      return localDay(one);
    });
    if (week > 0 && days.every((day) => monthOf(day) !== month)) break;
    weeks.push(days);
  }
  return weeks;
};
