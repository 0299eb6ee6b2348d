/** Calendars on a file system that never answers: told, in time, and nothing else is held up. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCalendarJob } from '../../../electron/engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../electron/engine/calendars/calendars.ts';
import { readThroughProcess } from '../../../electron/platform/machine/places/read-places.ts';
import { calendarValues } from '../../core/settings/calendar-values.ts';
import { buildProgram } from '../../doubles/build-program.ts';
import { inEnglish } from '../../in-english.ts';
import { mountHanging, withoutFuse } from '../hanging-mount.ts';
import { proof, withoutRoot } from '../proof.ts';

let built = '';
beforeAll(async () => {
  built = newFolder();
  const reader = await buildProgram(path.resolve('electron/platform/machine/places/reader-main.ts'), built);
  readThroughProcess({ program: process.execPath, args: [reader] });
});
afterAll(() => {
  readThroughProcess(null);
  rmSync(built, { recursive: true, force: true });
});

const NOW = new Date('2026-11-27T08:00:00.000Z');
const good =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Good\r\nDTSTART:20261127T090000Z\r\nDURATION:PT30M\r\nLOCATION:https://us02web.zoom.us/j/84100020003?pwd=a.1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'greenroom-silent-'));
const calendars = (folder: string) =>
  createCalendars({
    folder: path.join(folder, 'state'),
    read: readCalendarJob,
    clock: () => NOW,
    limitMs: 8_000,
  });
const named = calendarValues();

proof('calendars that never answer', [withoutRoot(), withoutFuse()], () => {
  test('a network folder that is away is told, and the others are read', async () => {
    const folder = newFolder();
    const mount = path.join(folder, 'share');
    mkdirSync(mount);
    const file = path.join(folder, 'good.ics');
    writeFileSync(file, good);
    const end = mountHanging('share', mount);
    try {
      const files = [path.join(mount, 'team.ics'), file];
      const agenda = await calendars(folder).refresh({ ...named, files, folders: [mount] }, { ask: 'none' });
      expect(inEnglish(agenda.calendars).map(({ name, state, problem }) => [name, state, problem])).toEqual([
        ['team.ics', 'unread', 'It couldn’t be read in time.'],
        ['good.ics', 'current', null],
        ['share', 'unread', 'It couldn’t be read in time.'],
      ]);
      expect(agenda.meetings.map(({ title }) => title)).toEqual(['Good']);
    } finally {
      end();
      execFileSync('umount', ['-l', mount]);
    }
  });
});
