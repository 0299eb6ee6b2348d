/** A calendar that is no file: told, and nothing else is held up. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCalendarJob } from '../../../electron/engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../electron/engine/calendars/calendars.ts';
import { calendarValues } from '../../core/settings/calendar-values.ts';
import { inEnglish } from '../../in-english.ts';

const NOW = new Date('2026-11-27T08:00:00.000Z');
const good =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Good\r\nDTSTART:20261127T090000Z\r\nDURATION:PT30M\r\nLOCATION:https://us02web.zoom.us/j/84100020003?pwd=a.1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'greenroom-silent-'));
const calendars = (folder: string) =>
  createCalendars({ folder: path.join(folder, 'state'), read: readCalendarJob, clock: () => NOW });
const named = calendarValues();

test.skipIf(process.platform === 'win32')(
  'a pipe that nobody writes to is no file, and is not waited for',
  async () => {
    const folder = newFolder();
    const [pipe, file] = [path.join(folder, 'pipe.ics'), path.join(folder, 'good.ics')];
    execFileSync('/usr/bin/mkfifo', [pipe]);
    writeFileSync(file, good);
    const agenda = await calendars(folder).refresh(
      { ...named, files: [pipe, file], folders: [folder] },
      { ask: 'none' },
    );
    expect(inEnglish(agenda.calendars).map(({ state, problem }) => [state, problem])).toEqual([
      ['unread', 'It isn’t a file.'],
      ['current', null],
      ['current', '1 file in it couldn’t be read.'],
    ]);
    expect(agenda.meetings.map(({ title }) => title)).toEqual(['Good']);
  },
);
