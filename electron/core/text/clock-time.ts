/** Owns how every view says when something was: in the person's own time zone, and how old that is now. */
import { count } from './phrases.ts';

const MINUTE_MS = 60_000;
/** After this a verdict is history: drives are unplugged and updates arrive between two meetings. */
const STALE_AFTER_MS = 60 * MINUTE_MS;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "today at 15:07", "yesterday at 09:30", "tomorrow at 09:30", "3 November at 17:00"; the text itself when it is no time. */
export const clockTime = (iso: string, now: number): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const today = new Date(now);
  const near = ([-1, 0, 1] as const).findIndex((days) => {
    const other = new Date(now);
    other.setDate(today.getDate() + days);
    return other.toDateString() === at.toDateString();
  });
  const sameYear = at.getFullYear() === today.getFullYear();
  return `${['yesterday', 'today', 'tomorrow'][near] ?? (sameYear ? day : dayOfYear).format(at)} at ${clock.format(at)}`;
};

/** "1 minute", "3 hours", "2 days"; milliseconds in. */
export const span = (milliseconds: number): string => {
  const minutes = Math.max(0, Math.round(milliseconds / MINUTE_MS));
  if (minutes < 60) return count(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
};

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
