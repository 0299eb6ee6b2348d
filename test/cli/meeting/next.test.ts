/** `greenroom next`: which meeting, what is said of it, and the exit code of each case. On recorded machines. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { greenroom, newFolder } from '../run.ts';

const machine = path.resolve('test/machines/ubuntu-24.04-ready.json');
const google = path.resolve('test/calendars/google-series.ics');
const outlook = path.resolve('test/calendars/outlook-series.ics');

let folder: string;
beforeEach(() => {
  folder = newFolder();
  process.env.GREENROOM_STATE = path.join(folder, 'state');
});

const next = (...words: readonly string[]) => greenroom(['next', '--machine', machine, ...words], { cwd: folder });
const on = (day: string, ...words: readonly string[]) => next('--now', `${day}T07:00:00Z`, ...words);
const event = (link: string): string =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Call\u202e',
    'DTSTART:20270322T080000Z',
    `LOCATION:${link}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

describe('the next meeting', () => {
  test('is the first of all calendars; text and JSON have the same exit code', async () => {
    const text = await on('2027-03-31', '--calendar', google, '--calendar', outlook);
    const json = await on('2027-03-31', '--calendar', google, '--calendar', outlook, '--json');
    expect(json.code).toBe(text.code);
    expect(text.stdout).toMatch(/^Stand-up\n {2}When {6}.* \(in 30 minutes\)\n {2}Link {6}Official Google Meet link/);
    const told = JSON.parse(json.stdout);
    expect(told).toMatchObject({
      schema: 'greenroom.next/1',
      meeting: {
        title: 'Stand-up',
        startsAt: '2027-03-31T07:30:00.000Z',
        link: { verdict: 'genuine', service: 'meet' },
      },
      minutesLeft: 30,
    });
    expect(told.meetings.map((meeting: { title: string }) => meeting.title)).toEqual([
      'Stand-up',
      'Month end',
      'Maybe',
    ]);
  });

  test('a folder is a calendar too', async () => {
    mkdirSync(path.join(folder, 'calendars'));
    writeFileSync(path.join(folder, 'calendars/a.ics'), event('https://zoom.us/j/84100020003'));
    expect((await on('2027-03-22', '--calendar', 'calendars')).stdout).toContain('Official Zoom link');
  });

  test('comes from the policy where no calendar is named', async () => {
    const policy = path.join(folder, 'policy.json');
    const calendar = { files: [google], lookAheadHours: 12 };
    writeFileSync(policy, JSON.stringify({ schema: 'greenroom.policy/1', settings: { calendar } }));
    expect((await on('2027-03-22', '--policy', policy)).stdout).toContain('Stand-up');
  });

  test('control characters of a title never reach the terminal', async () => {
    writeFileSync(path.join(folder, 'a.ics'), event('https://zoom.us/j/84100020003'));
    expect((await on('2027-03-22', '--calendar', 'a.ics')).stdout).not.toContain('\u202e');
  });
});

describe('exit codes', () => {
  test.each([
    ['an imitated link', 'https://us02web-zoom.us/j/84100020003', 20],
    ['a server nobody knows', 'https://meet.chess-club.example/TuesdayEvening', 30],
  ])('%s', async (_, link, code) => {
    writeFileSync(path.join(folder, 'a.ics'), event(link));
    expect((await on('2027-03-22', '--calendar', 'a.ics')).code).toBe(code);
  });

  test('40 when no meeting is ahead', async () => {
    const { code, stdout } = await on('2027-03-23', '--calendar', google);
    expect([code, stdout]).toEqual([40, 'No online meeting in the next 24 hours.\n']);
  });

  test('30 when the calendar couldn’t be read, and why', async () => {
    writeFileSync(path.join(folder, 'page.ics'), '<html>');
    const { code, stderr } = await on('2027-03-23', '--calendar', 'page.ics');
    expect([code, stderr]).toEqual([30, 'page.ics: It isn’t a calendar file.\n']);
  });

  test('64 when no calendar is named, or an address is not https', async () => {
    expect((await next()).code).toBe(64);
    expect((await next('--calendar', 'http://calendar.example/a.ics')).code).toBe(64);
    const page = await next('--calendar', 'https://calendar.google.com/calendar/u/0/r');
    expect([page.code, page.stderr]).toEqual([64, expect.stringContaining('Secret address in iCal format')]);
    expect((await next('--calendar', 'https://me:secret@calendar.example/a.ics')).code).toBe(64);
  });

  test('65 when the file is not there', async () => {
    expect((await next('--calendar', 'gone.ics')).code).toBe(65);
  });
});
