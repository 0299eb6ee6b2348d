/** Owns how the time of a meeting is said: on the clock in the person's own zone, and how far away it is. */
import { count } from '../text/phrases.ts';
import type { MeetingTime } from './meeting.ts';

const MINUTE_MS = 60_000;

/** "today, 10:00–10:30", "tomorrow, 09:00–09:15", "Monday 30 November, 14:00–15:00". `now` in milliseconds. */
export const clockWords = ({ startsAt, endsAt }: MeetingTime, now: number, timeZone?: string): string => {
  const zone = timeZone === undefined ? {} : { timeZone };
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...zone });
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', ...zone });
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const date = day.format(start);
  const named = ['today', 'tomorrow'][
    [0, 1].findIndex((days) => day.format(now + days * 24 * 60 * MINUTE_MS) === date)
  ];
  const until = endsAt === startsAt ? '' : `–${clock.format(end)}`;
  return `${named ?? date.replace(',', '')}, ${clock.format(start)}${until}`;
};

/** "in 25 minutes", "in 3 hours", "now", "began 5 minutes ago". */
export const farWords = (minutesLeft: number): string => {
  if (minutesLeft === 0 || minutesLeft === -1) return 'now';
  if (minutesLeft < 0) return `began ${count(-minutesLeft, 'minute')} ago`;
  return minutesLeft < 120 ? `in ${count(minutesLeft, 'minute')}` : `in ${Math.round(minutesLeft / 60)} hours`;
};
