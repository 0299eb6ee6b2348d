/** Measures calendars: finding the next meetings in a big one, and `greenroom next` on it from start to end. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readCalendar } from '../../electron/core/meeting/agenda.ts';

const EVENTS = 5_000;
const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-27T08:00:00Z');

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const RULES = ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'FREQ=DAILY;INTERVAL=2', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=YEARLY'];

/** As a busy office leaves it after some years: every fifth event is a series, every hundredth of them with an exception. */
const calendarText = (): string => {
  const events = Array.from({ length: EVENTS }, (_, n) => {
    const start = NOW + ((n * 7) % 17_520) * HOUR_MS - 8_760 * HOUR_MS;
    return [
      'BEGIN:VEVENT',
      `UID:event-${n}@example.org`,
      `SUMMARY:Meeting ${n}`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(start + HOUR_MS / 2)}`,
      ...(n % 5 === 0 ? [`RRULE:${RULES[(n / 5) % RULES.length]}`] : []),
      ...(n % 500 === 0 ? [`EXDATE:${stamp(start + 168 * HOUR_MS)}`] : []),
      `LOCATION:https://us02web.zoom.us/j/8${1_000_000_000 + n}?pwd=invented${n}.1`,
      'DESCRIPTION:Agenda as always. Notes of the last time are where they were. Please read them before.',
      'END:VEVENT',
    ].join('\r\n');
  });
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`;
};

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN);
const timed = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** `cli` is the built command line. */
export const benchCalendar = (cli: string) => {
  const text = calendarText();
  const options = { now: NOW, lookAheadHours: 24, me: [], localZone: 'Europe/Berlin', nameOf: (key: string) => key };
  const readMs = median(Array.from({ length: 5 }, () => timed(() => readCalendar('Work', [text], options))));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'greenroom-bench-calendar-'));
  const file = path.join(folder, 'work.ics');
  writeFileSync(file, text);
  const env = { ...process.env, GREENROOM_STATE: path.join(folder, 'state') };
  const next = () =>
    spawnSync(process.execPath, [cli, 'next', '--calendar', file, '--json'], { env, encoding: 'utf8' });
  const { meetings } = JSON.parse(next().stdout) as { readonly meetings: readonly unknown[] };
  return {
    events: EVENTS,
    megabytes: Number((text.length / 1e6).toFixed(1)),
    readMs,
    nextMs: median(Array.from({ length: 5 }, () => timed(next))),
    meetings: meetings.length,
  };
};
