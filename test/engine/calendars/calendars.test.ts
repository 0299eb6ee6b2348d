/** The calendars in use: files, folders and a real https server; what was kept, what is old, what cannot be read. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CalendarValues } from '../../../electron/core/settings/calendar.ts';
import { readCalendarJob } from '../../../electron/engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../electron/engine/calendars/calendars.ts';
import { calendarValues } from '../../core/settings/calendar-values.ts';
import { inEnglish } from '../../in-english.ts';
import { type Answer, type HttpsServer, startHttpsServer } from '../network/https-server.ts';

const NOW = '2026-11-27T08:00:00.000Z';
const ics = (title: string, start = '20261127T090000Z'): string =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:${title}\r\nSUMMARY:${title}\r\nDTSTART:${start}\r\nDURATION:PT30M\r\nLOCATION:https://us02web.zoom.us/j/84100020003?pwd=a.1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

let server: HttpsServer;
let folder: string;
beforeAll(async () => {
  server = await startHttpsServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-calendars-'));
});

const calendarsAt = (now: () => string) =>
  createCalendars({
    folder: path.join(folder, 'state'),
    read: readCalendarJob,
    clock: () => new Date(now()),
    ca: server.ca,
  });
const values = calendarValues;
const put = (name: string, text: string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const refresh = async (more: Partial<CalendarValues>, ask: 'due' | 'all' | 'none' = 'due', now = NOW) =>
  inEnglish(await calendarsAt(() => now).refresh(values(more), { ask }));

describe('files and folders', () => {
  test('a folder is read with the folders in it; files of other kinds and links round in circles are left alone', async () => {
    put('all/one.ics', ics('One'));
    put('all/deep/er/two.ICS', ics('Two', '20261127T100000Z'));
    put('all/notes.txt', ics('Three'));
    symlinkSync(path.join(folder, 'all'), path.join(folder, 'all/deep/round'));
    const { meetings, calendars } = await refresh({ folders: [path.join(folder, 'all')] });
    expect(meetings.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(calendars).toEqual([{ name: 'all', state: 'current', readAt: NOW, problem: null }]);
  });

  test.each<[string, () => string, string]>([
    ['is not there', () => path.join(folder, 'gone.ics'), 'isn’t there any more'],
    ['is a folder', () => folder, 'isn’t a file'],
    ['is a device', () => '/dev/zero', 'isn’t a file'],
    ['is something else', () => put('page.ics', '<html>'), 'isn’t a calendar file'],
    ['is empty', () => put('empty.ics', ''), 'isn’t a calendar file'],
    ['is larger than any calendar', () => put('huge.ics', 'x'.repeat(25 * 1024 * 1024)), 'more than 24 MB'],
  ])('a file that %s is said not to be read, and the others are', async (_, file, problem) => {
    const { meetings, calendars } = await refresh({ files: [file(), put('good.ics', ics('Good'))] });
    expect(meetings.map(({ title }) => title)).toEqual(['Good']);
    expect(inEnglish(calendars[0])).toMatchObject({ state: 'unread', problem: expect.stringContaining(problem) });
  });

  test('a calendar that cannot be read in time harms only itself', async () => {
    const calendars = createCalendars({
      folder,
      clock: () => new Date(NOW),
      read: (job) => (job.name === 'bad.ics' ? Promise.reject(new Error('ended')) : readCalendarJob(job)),
    });
    const agenda = await calendars.refresh(
      values({ files: [put('bad.ics', ics('Bad')), put('good.ics', ics('Good'))] }),
      {
        ask: 'due',
      },
    );
    expect(agenda.meetings.map(({ title }) => title)).toEqual(['Good']);
    expect(inEnglish(agenda.calendars[0])).toMatchObject({
      name: 'bad.ics',
      state: 'unread',
      problem: 'It couldn’t be read in time.',
    });
  });

  test('events that cannot be placed are said', async () => {
    const series = ics('A').replace('DURATION', 'RRULE:FREQ=SECONDLY\r\nDURATION');
    const { calendars } = await refresh({ files: [put('a.ics', series)] });
    expect(inEnglish(calendars[0])?.problem).toContain('1 event in it couldn’t be placed');
  });
});

describe('a calendar on a server', () => {
  const sent: Answer = (request, response) =>
    request.headers['if-none-match'] === '"1"'
      ? void response.writeHead(304).end()
      : void response.writeHead(200, { 'content-type': 'text/calendar', etag: '"1"' }).end(ics('Remote'));
  const broken: Answer = (_request, response) => void response.writeHead(503).end();
  const address = (): string => `${server.origin}/private-token/basic.ics`;

  test('nothing is asked unless a server is named', async () => {
    server.answerBy(sent);
    await refresh({ files: [put('a.ics', ics('A'))] });
    expect(server.asked()).toHaveLength(0);
  });

  test('is asked once in a while, on condition, and kept without its address', async () => {
    server.answerBy(sent);
    let now = NOW;
    const calendars = calendarsAt(() => now);
    const ask = () => calendars.refresh(values({ addresses: [address()] }), { ask: 'due' });
    const { meetings, calendars: readings } = await ask();
    expect(meetings.map(({ title }) => title)).toEqual(['Remote']);
    expect(readings).toEqual([{ name: new URL(address()).host, state: 'current', readAt: NOW, problem: null }]);
    await ask();
    expect(server.asked()).toHaveLength(1);
    now = '2026-11-27T08:20:00.000Z';
    expect((await ask()).calendars[0]).toMatchObject({ state: 'current', readAt: now });
    expect(server.asked().map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"']);
    const kept = readdirSync(path.join(folder, 'state/calendars'));
    expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
  });

  test('that does not answer is stale: what was read before is shown, with its time and the reason', async () => {
    server.answerBy(sent);
    await refresh({ addresses: [address()] });
    server.answerBy(broken);
    const { meetings, calendars } = await refresh({ addresses: [address()] }, 'due', '2026-11-27T08:30:00.000Z');
    expect(meetings.map(({ title }) => title)).toEqual(['Remote']);
    expect(inEnglish(calendars[0])).toMatchObject({
      state: 'stale',
      readAt: NOW,
      problem: expect.stringContaining('status 503'),
    });
    expect(JSON.stringify(calendars)).not.toContain('private-token');
  });

  test('that has never answered is unread', async () => {
    server.answerBy(broken);
    const { calendars } = await refresh({ addresses: [address()] });
    expect(inEnglish(calendars[0])).toMatchObject({
      state: 'unread',
      readAt: null,
      problem: expect.stringContaining('503'),
    });
  });

  test('is not asked where only what was kept is wanted; old is then said to be stale', async () => {
    server.answerBy(sent);
    await refresh({ addresses: [address()] });
    server.answerBy(sent);
    const { meetings, calendars } = await refresh({ addresses: [address()] }, 'none', '2026-11-27T08:45:00.000Z');
    expect([meetings.length, calendars[0]?.state, server.asked().length]).toEqual([1, 'stale', 0]);
  });

  test('whose kept copy is damaged is fetched whole', async () => {
    server.answerBy(sent);
    await refresh({ addresses: [address()] });
    const [name = ''] = readdirSync(path.join(folder, 'state/calendars'));
    writeFileSync(path.join(folder, 'state/calendars', name), '{"fetchedAt":');
    expect((await refresh({ addresses: [address()] })).meetings).toHaveLength(1);
  });

  test('that is no longer named is forgotten', async () => {
    server.answerBy(sent);
    await refresh({ addresses: [address()] });
    const [name = ''] = readdirSync(path.join(folder, 'state/calendars'));
    await refresh({});
    expect(existsSync(path.join(folder, 'state/calendars', name))).toBe(false);
  });
});
