/** Classic Outlook as the reader asks it: how each refusal is told, and what its script never touches. Never run on Windows. */

import { expect, test } from 'vitest';
import { FactUnavailable } from '../../../electron/core/facts/fact.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { readCalendarJob } from '../../../electron/engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../electron/engine/calendars/calendars.ts';
import { createComputerCalendars } from '../../../electron/engine/calendars/computer-calendars.ts';
import { outlookScript, outlookSource } from '../../../electron/platform/calendars/outlook.ts';
import type { RunTool } from '../../../electron/platform/calendars/source.ts';
import { calendarValues } from '../../core/settings/calendar-values.ts';
import { newHome } from './homes.ts';

const event = {
  calendar: 0,
  id: '',
  title: 'Stand-up',
  place: 'https://meet.google.com/abc-mnop-xyz',
  start: '2026-12-07T08:30:00Z',
  end: '2026-12-07T08:45:00Z',
  allDay: false,
  recurrence: 0,
  meeting: 3,
  response: 3,
  busy: 2,
};
const calendar = { calendar: { index: 0, store: 'S', name: 'Calendar', account: 'mo' } };
const running = { state: 'running', offline: false };
const print = (...lines: readonly unknown[]): string => lines.map((one) => `${JSON.stringify(one)}\r\n`).join('');

interface Found {
  readonly registered?: boolean;
  readonly newOutlook?: boolean;
  readonly asked?: unknown[];
}
/** What is told where PowerShell answers so; `undefined`: there is none. */
const told = async (
  powershell: () => string | undefined,
  { registered = true, newOutlook, asked = [] }: Found = {},
) => {
  const home = newHome('win32');
  if (newOutlook === true) home.put('AppData/Local/Microsoft/Olk/UserSettings.json', '{}');
  const run: RunTool = async (program, args) => {
    if (program.endsWith('reg.exe')) return { code: registered ? 0 : 1, stdout: '', stderr: '' };
    asked.push([program, ...args]);
    const stdout = powershell();
    return stdout === undefined ? undefined : { code: null, stdout, stderr: '' };
  };
  const computer = createComputerCalendars(home.host, home.own, [outlookSource(home.host, run)]);
  const { meetings, calendars } = await createCalendars({
    ...{ folder: home.own, read: readCalendarJob, computer, clock: () => new Date('2026-12-07T07:00:00Z') },
  }).refresh(calendarValues({ useComputer: true }), { ask: 'none' });
  return {
    titles: meetings.map(({ title }) => title),
    calendars: calendars.map(({ state, problem }) => [state, problem === null ? null : english(problem)]),
  };
};

test('one question a reading tells names and events', async () => {
  const asked: unknown[] = [];
  const whole = { calendar: 0, lost: 0, more: false, proved: true };
  const answer = print(running, calendar, { event }, { whole }, { closed: 0 });
  expect(await told(() => answer, { asked })).toEqual({ titles: ['Stand-up'], calendars: [['undated', null]] });
  expect(asked).toEqual([
    [
      'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      ...['-NoProfile', '-NonInteractive', '-Command', 'outlook.ps1'],
    ],
  ]);
});

test('what was told before a window of its own held it counts, and that is said', async () => {
  const { titles, calendars } = await told(() => print(running, calendar, { event }));
  expect(titles).toEqual(['Stand-up']);
  expect(calendars).toEqual([
    ['undated', expect.stringContaining('in time')],
    ['unread', expect.stringContaining('in time')],
  ]);
});

test.each<[string, () => string | undefined, string]>([
  ['nothing', () => '', 'didn’t answer in time'],
  ['no PowerShell', () => undefined, 'couldn’t start Windows PowerShell'],
  [
    'a PowerShell that may not start',
    () => {
      throw new FactUnavailable('denied', asMessage('powershell.exe may not be run.'));
    },
    'couldn’t start Windows PowerShell',
  ],
  [
    'no answer',
    () => {
      throw new FactUnavailable('timed-out', asMessage('powershell.exe did not answer in time.'));
    },
    'didn’t answer in time',
  ],
  ['a state and no calendar', () => print(running), 'didn’t answer in time'],
])('%s is not an empty calendar', async (_, powershell, sentence) => {
  const { titles, calendars } = await told(powershell);
  expect([titles, calendars]).toEqual([[], [['unread', expect.stringContaining(sentence)]]]);
});

test('the new Outlook is never asked: the steps to publish its calendar are told', async () => {
  const asked: unknown[] = [];
  const { calendars } = await told(() => '', { registered: false, newOutlook: true, asked });
  expect(calendars).toEqual([['unread', expect.stringMatching(/new Outlook lets no program.*Publish a calendar/s)]]);
  expect(asked).toEqual([]);
});

test('without any Outlook nothing is asked', async () => {
  const asked: unknown[] = [];
  const { calendars } = await told(() => '', { registered: false, asked });
  expect(calendars).toEqual([['unread', expect.stringContaining('No program with a calendar')]]);
  expect(asked).toEqual([]);
});

test('the script names nothing that Outlook guards, nothing that starts it, and no window of it', () => {
  expect(outlookScript).not.toMatch(
    /\b(?:Body|RTFBody|HTMLBody|Organizer|RequiredAttendees|OptionalAttendees|Resources|Recipients|PropertyAccessor|SaveAs|New-Object|Start-Process|Activator|Logon|Display|ActiveExplorer|ActiveInspector|Explorers|Inspectors)\b/i,
  );
});
