/** Owns how every view says when something was: in the person's own time zone, and how old that is now. */
import { localise } from '../messages/localise.ts';
import { type Message, messages } from '../messages/messages.ts';
import { instant, quote } from '../messages/value.ts';

const MINUTE_MS = 60_000;
/** After this a verdict is history: drives are unplugged and updates arrive between two meetings. */
const STALE_AFTER_MS = 60 * MINUTE_MS;

const words = messages('clock-time', {
  yesterday: 'yesterday at {time}',
  today: 'today at {time}',
  tomorrow: 'tomorrow at {time}',
  day: '{day} at {time}',
  unread: '{time}',
});

/** "today at 15:07", "yesterday at 09:30", "tomorrow at 09:30", "3 November at 17:00"; the text itself when it is no time. */
export const moment = (iso: string, now: number): Message => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return words.unread({ time: quote(iso) });
  const today = new Date(now);
  const near = ([-1, 0, 1] as const).findIndex((days) => {
    const other = new Date(now);
    other.setDate(today.getDate() + days);
    return other.toDateString() === at.toDateString();
  });
  const sameYear = at.getFullYear() === today.getFullYear();
  const time = instant(iso, 'clock');
  const named = [words.yesterday, words.today, words.tomorrow][near];
  return named?.({ time }) ?? words.day({ day: instant(iso, sameYear ? 'day' : 'date'), time });
};

/** The same in words. */
export const clockTime = (iso: string, now: number): string => localise(moment(iso, now));

/**
 * Age of a report in milliseconds, counted from its end; null while it is fresh enough to be relied on. One of an earlier
 * Greenroom, which judged by other rules, never is.
 */
export const staleAge = (
  report: { readonly startedAt: string; readonly durationMs: number; readonly upgraded?: true },
  now: number,
) => {
  const age = now - (Date.parse(report.startedAt) + report.durationMs);
  return age > STALE_AFTER_MS || report.upgraded === true ? age : null;
};
