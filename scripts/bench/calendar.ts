/** Measures calendars: finding the next meetings in a big one, and `greenroom next` on it from start to end. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readCalendar } from '../../electron/core/meeting/agenda.ts';
import { readCalendarJob } from '../../electron/engine/calendars/calendar-source.ts';
import { withDatabaseCopies } from '../../electron/platform/calendars/database-copy.ts';

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

const OPTIONS = { now: NOW, lookAheadHours: 24, me: [], localZone: 'Europe/Berlin' };

/** A thousand series that began ten years ago and never end. */
const seriesText = (): string => {
  const began = NOW - 10 * 365 * 24 * HOUR_MS;
  const events = Array.from({ length: 1000 }, (_, n) =>
    [
      ...[
        'BEGIN:VEVENT',
        `UID:series-${n}@example.org`,
        `SUMMARY:Series ${n}`,
        `DTSTART:${stamp(began + n * HOUR_MS)}`,
      ],
      ...['DURATION:PT30M', `RRULE:${RULES[n % RULES.length]}`, 'LOCATION:Room 4', 'END:VEVENT'],
    ].join('\r\n'),
  );
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`;
};

/** The columns that are read of Thunderbird's, with as many events over ten years. False where this Node has no SQLite. */
const putProfile = (file: string): boolean => {
  const sqlite = process.getBuiltinModule?.('node:sqlite');
  if (sqlite === undefined) return false;
  const database = new sqlite.DatabaseSync(file);
  database.exec(`
    CREATE TABLE cal_calendar_schema_version (version INTEGER);
    INSERT INTO cal_calendar_schema_version VALUES (23);
    CREATE TABLE cal_events (cal_id TEXT, id TEXT, title TEXT, ical_status TEXT, flags INTEGER, event_start INTEGER,
      event_end INTEGER, event_stamp INTEGER, event_start_tz TEXT, event_end_tz TEXT, recurrence_id INTEGER,
      recurrence_id_tz TEXT, offline_journal INTEGER);
    CREATE TABLE cal_properties (cal_id TEXT, item_id TEXT, recurrence_id INTEGER, key TEXT, value BLOB);
    CREATE TABLE cal_parameters (cal_id TEXT, item_id TEXT, recurrence_id INTEGER, key1 TEXT, key2 TEXT, value BLOB);
    CREATE TABLE cal_recurrence (cal_id TEXT, item_id TEXT, icalString TEXT);
    CREATE TABLE cal_attendees (cal_id TEXT, item_id TEXT, recurrence_id INTEGER, icalString TEXT);
    CREATE TABLE cal_attachments (cal_id TEXT, item_id TEXT, recurrence_id INTEGER, icalString TEXT);
    BEGIN`);
  const event = database.prepare(
    "INSERT INTO cal_events VALUES ('a', ?, ?, NULL, ?, ?, ?, ?, 'UTC', 'UTC', NULL, NULL, NULL)",
  );
  const property = database.prepare("INSERT INTO cal_properties VALUES ('a', ?, NULL, ?, ?)");
  const rule = database.prepare("INSERT INTO cal_recurrence VALUES ('a', ?, ?)");
  for (let n = 0; n < EVENTS; n += 1) {
    const start = (NOW - 5 * 365 * 24 * HOUR_MS + ((n * 17) % 87_600) * HOUR_MS) * 1000;
    const isSeries = n % 10 === 0;
    event.run(`e${n}`, `Meeting ${n}`, isSeries ? 16 : 0, start, start + (HOUR_MS / 2) * 1000, start);
    property.run(`e${n}`, 'LOCATION', `https://us02web.zoom.us/j/8${1_000_000_000 + n}?pwd=invented${n}.1`);
    property.run(`e${n}`, 'DESCRIPTION', 'Agenda as always. Notes of the last time are where they were. '.repeat(8));
    if (isSeries) rule.run(`e${n}`, `RRULE:${RULES[(n / 10) % RULES.length]}`);
  }
  database.exec('COMMIT');
  database.close();
  return true;
};

/** Milliseconds from the profile's database to the meetings ahead, the copy included; null where this Node has no SQLite. */
const benchProfile = async (folder: string): Promise<number | null> => {
  const file = path.join(folder, 'local.sqlite');
  if (!putProfile(file)) return null;
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const started = performance.now();
    const { meetings } = await withDatabaseCopies(path.join(folder, 'own'), async (copies) =>
      readCalendarJob({
        name: 'Profile',
        problem: null,
        options: OPTIONS,
        texts: {
          kind: 'thunderbird',
          file: await copies.of(file),
          calendar: 'a',
          span: { from: NOW, to: NOW + 24 * HOUR_MS },
        },
      }),
    );
    times.push(performance.now() - started);
    if (meetings.length === 0) throw new Error('No meeting was found in the profile.');
  }
  return median(times);
};

/** `cli` is the built command line. */
export const benchCalendar = async (cli: string) => {
  const text = calendarText();
  const options = { ...OPTIONS, nameOf: (key: string) => key };
  const series = seriesText();
  const readMs = median(Array.from({ length: 5 }, () => timed(() => readCalendar('Work', [text], options))));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'greenroom-bench-calendar-'));
  const file = path.join(folder, 'work.ics');
  writeFileSync(file, text);
  const env = { ...process.env, GREENROOM_STATE: path.join(folder, 'state') };
  const next = () =>
    spawnSync(process.execPath, [cli, 'next', '--calendar', file, '--json'], { env, encoding: 'utf8' });
  const { meetings } = JSON.parse(next().stdout) as { readonly meetings: readonly unknown[] };
  const profileMs = await benchProfile(folder);
  const seriesMs = median(Array.from({ length: 5 }, () => timed(() => readCalendar('Series', [series], options))));
  const answer = {
    events: EVENTS,
    megabytes: Number((text.length / 1e6).toFixed(1)),
    readMs,
    nextMs: median(Array.from({ length: 5 }, () => timed(next))),
    meetings: meetings.length,
    profileMs,
    seriesMs,
  };
  rmSync(folder, { recursive: true });
  return answer;
};
