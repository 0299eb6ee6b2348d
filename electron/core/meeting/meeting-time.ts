/** Owns how the time of a meeting is said: on the clock in the person's own zone, and how far away it is. */

import { localeOf } from '../messages/language.ts';
import { currentLanguage } from '../messages/localise.ts';
import { says } from '../messages/says.ts';
import { term } from '../messages/value.ts';
import type { MeetingTime } from './meeting.ts';

const words = says('meeting-time', {
  today: 'today, {time}',
  tomorrow: 'tomorrow, {time}',
  day: '{day}, {time}',
  now: 'now',
  began: 'began {n, plural, one {# minute} other {# minutes}} ago',
  inMinutes: 'in {n, plural, one {# minute} other {# minutes}}',
  inHours: 'in {n, plural, one {# hour} other {# hours}}',
});

const MINUTE_MS = 60_000;

/** "today, 10:00–10:30", "tomorrow, 09:00–09:15", "Monday 30 November, 14:00–15:00". `now` in milliseconds. */
export const clockWords = ({ startsAt, endsAt }: MeetingTime, now: number, timeZone?: string): string => {
  const zone = timeZone === undefined ? {} : { timeZone };
  const clock = new Intl.DateTimeFormat(localeOf[currentLanguage()], { hour: '2-digit', minute: '2-digit', ...zone });
  const day = new Intl.DateTimeFormat(localeOf[currentLanguage()], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...zone,
  });
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const date = day.format(start);
  const near = [0, 1].findIndex((days) => day.format(now + days * 24 * 60 * MINUTE_MS) === date);
  const until = endsAt === startsAt ? '' : `–${clock.format(end)}`;
  const time = term(`${clock.format(start)}${until}`);
  if (near >= 0) return (near === 0 ? words.today : words.tomorrow)({ time });
  return words.day({ day: term(date.replace(',', '')), time });
};

/** "in 25 minutes", "in 3 hours", "now", "began 5 minutes ago". */
export const farWords = (minutesLeft: number): string => {
  if (minutesLeft === 0 || minutesLeft === -1) return words.now;
  if (minutesLeft < 0) return words.began({ n: -minutesLeft });
  return minutesLeft < 120 ? words.inMinutes({ n: minutesLeft }) : words.inHours({ n: Math.round(minutesLeft / 60) });
};
