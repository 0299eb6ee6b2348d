/** macOS' calendars: the script in a stand-in for EventKit, and what is made of its answers. Never run on a Mac. */
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { readCalendarJob } from '../../../electron/engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../electron/engine/calendars/calendars.ts';
import { createComputerCalendars } from '../../../electron/engine/calendars/computer-calendars.ts';
import { eventKitSource } from '../../../electron/platform/calendars/eventkit.ts';
import { eventKitScript } from '../../../electron/platform/calendars/eventkit-script.ts';
import type { RunTool } from '../../../electron/platform/calendars/source.ts';
import { calendarValues } from '../../core/settings/calendar-values.ts';
import { newHome } from './homes.ts';

const NOW = new Date('2026-12-07T07:00:00Z');

interface StoredEvent {
  readonly uid: string;
  readonly title: string;
  readonly start: string;
  readonly at?: string;
  readonly calendar?: string;
  readonly answer?: number;
  readonly status?: number;
  readonly allDay?: boolean;
  readonly where?: string;
  readonly availability?: number;
}
const MEET = 'https://meet.google.com/abc-mnop-xyz';
const events: readonly StoredEvent[] = [
  {
    uid: 'series@harbour.example',
    title: 'Stand-up',
    start: '2026-12-07T08:30:00Z',
    at: '2026-12-07T08:30:00Z',
    answer: 2,
  },
  {
    uid: 'series@harbour.example/RID=818411400',
    title: 'Moved',
    start: '2026-12-08T10:15:00Z',
    at: '2026-12-08T08:30:00Z',
  },
  { uid: 'declined@quay.example', title: 'Declined', start: '2026-12-07T10:30:00Z', answer: 3 },
  { uid: 'off@quay.example', title: 'Called off', start: '2026-12-07T12:00:00Z', status: 3 },
  { uid: 'maybe@quay.example', title: 'Maybe', start: '2026-12-07T13:00:00Z', answer: 4 },
  { uid: 'day@harbour.example', title: 'Whole day', start: '2026-12-07T00:00:00Z', allDay: true },
  { uid: 'free@harbour.example', title: 'Free', start: '2026-12-07T14:00:00Z', availability: 1 },
  { uid: 'hidden@harbour.example', title: 'Hidden', start: '2026-12-07T15:00:00Z', calendar: 'B' },
];

const nil = { isNil: () => true };
const value = (of: unknown) => ({ isNil: () => false, of });
const list = (all: readonly unknown[]) => ({
  isNil: () => false,
  count: String(all.length),
  objectAtIndex: (n: number) => all[n],
});
const date = (iso: string | undefined) =>
  iso === undefined ? nil : { isNil: () => false, timeIntervalSince1970: Date.parse(iso) / 1000 };
const link = (url: string) => ({ isNil: () => false, absoluteString: value(url) });
const calendar = (id: string, title: string, type = '1') => ({
  ...{ calendarIdentifier: value(id), title: value(title), type, isNil: () => false },
  source: { title: value('iCloud') },
});

/** EventKit as a script sees it: numbers are texts, what is missing is an object that says so. */
const macos = (state: { status: string; askedGives?: string; asked: number }) => {
  const eventOf = (one: StoredEvent) => ({
    calendarItemExternalIdentifier: value(one.uid),
    eventIdentifier: value('x'),
    calendar: calendar(one.calendar ?? 'A', 'Harbour'),
    title: value(one.title),
    startDate: date(one.start),
    endDate: date(new Date(Date.parse(one.start) + 900_000).toISOString()),
    occurrenceDate: date(one.at),
    hasRecurrenceRules: one.at !== undefined,
    isDetached: false,
    isAllDay: one.allDay === true,
    status: String(one.status ?? 1),
    availability: String(one.availability ?? 0),
    location: value(MEET),
    notes: nil,
    URL: nil,
    attendees:
      one.answer === undefined
        ? nil
        : list([
            {
              URL: link('mailto:Mo.Winter@harbour.example'),
              isCurrentUser: true,
              participantStatus: String(one.answer),
            },
          ]),
  });
  const store = {
    respondsToSelector: () => true,
    requestFullAccessToEventsWithCompletion: () => {
      state.asked += 1;
    },
    calendarsForEntityType: () =>
      list([calendar('A', 'Harbour'), calendar('B', 'Colleague'), calendar('C', 'Birthdays', '4')]),
    predicateForEventsWithStartDateEndDateCalendars: (from: number, to: number) => ({ from, to }),
    eventsMatchingPredicate: () => list(events.map(eventOf)),
  };
  return Object.assign(() => nil, {
    EKEventStore: { authorizationStatusForEntityType: () => state.status, alloc: { init: store } },
    NSUserDefaults: {
      alloc: { initWithSuiteName: () => ({ isNil: () => false, objectForKey: () => value({ MainWindow: ['B'] }) }) },
    },
    NSRunLoop: {
      currentRunLoop: {
        runUntilDate: () => {
          state.status = state.askedGives ?? state.status;
        },
      },
    },
    NSDate: { dateWithTimeIntervalSinceNow: () => 0, dateWithTimeIntervalSince1970: (at: number) => at },
  });
};

const osascript =
  (state: { status: string; askedGives?: string; asked: number }): RunTool =>
  async (_program, args, { scripts }) => {
    const ObjC = {
      import: () => {},
      unwrap: (one: { of: unknown }) => one.of,
      deepUnwrap: (one: { of: unknown }) => one.of,
    };
    const words = args.slice(4);
    const stdout = vm.runInNewContext(`${scripts?.[args[3] ?? '']}; run(words)`, {
      ObjC,
      $: macos(state),
      words,
    }) as string;
    return { code: 0, stdout: `${stdout}\n`, stderr: '' };
  };

const computerWith = (run: RunTool) => {
  const home = newHome('darwin');
  const computer = createComputerCalendars(home.host, home.own, [eventKitSource(home.host, run)]);
  const agenda = () =>
    createCalendars({ folder: home.own, read: readCalendarJob, clock: () => NOW, computer }).refresh(
      calendarValues({ useComputer: true, lookAheadHours: 34 }),
      { ask: 'none' },
    );
  return { computer, agenda };
};
const values = calendarValues({ useComputer: true });

test('series are taken as macOS unfolds them; declined, called off, whole days, free time and hidden calendars are not', async () => {
  const { agenda, computer } = computerWith(osascript({ status: '3', asked: 0 }));
  const { meetings, calendars } = await agenda();
  expect(
    meetings.map(({ title, startsAt, tentative }) => `${title} ${startsAt.slice(5, 16)}${tentative ? '?' : ''}`),
  ).toEqual(['Stand-up 12-07T08:30', 'Maybe 12-07T13:00?', 'Moved 12-08T10:15']);
  expect(calendars).toMatchObject([{ name: 'Harbour, iCloud (macOS Calendar)', state: 'undated', problem: null }]);
  const [listing] = await computer.list(values);
  expect(listing?.calendars.map(({ name, on }) => [name, on])).toEqual([
    ['Harbour, iCloud', true],
    ['Colleague, iCloud', false],
  ]);
});

test.each([
  ['0', 'not asked you yet'],
  ['1', 'organisation'],
  ['2', 'did not let'],
  ['4', 'did not let'],
])('status %s is told, and is not an empty calendar', async (status, sentence) => {
  const state = { status, asked: 0 };
  const { meetings, calendars } = await computerWith(osascript(state)).agenda();
  expect([meetings, calendars[0]?.state, state.asked]).toEqual([[], 'unread', 0]);
  expect(english(calendars[0]?.problem ?? '')).toContain(sentence);
});

test('only a click lets macOS ask; its answer is waited for, and a question that never comes ends by itself', async () => {
  const granted = { status: '0', askedGives: '3', asked: 0 };
  expect(await computerWith(osascript(granted)).computer.ask('macos', values)).toBe('granted');
  const silent = { status: '0', asked: 0 };
  expect(await computerWith(osascript(silent)).computer.ask('macos', values)).toBe('not-asked');
  expect([granted.asked, silent.asked]).toEqual([1, 1]);
  // Not before the person has asked for the calendars of this computer.
  expect(await computerWith(osascript(granted)).computer.ask('macos', calendarValues())).toBe('refused');
});

test.each(['', 'nonsense', '{"status":"3"}', '[]'])('an answer that is none (%s) is said', async (stdout) => {
  const { calendars, meetings } = await computerWith(async () => ({ code: 1, stdout, stderr: '' })).agenda();
  expect([meetings, calendars.map(({ state }) => state)]).toEqual([[], ['unread']]);
});

test('the script names no value of ours: what changes is handed over beside it', () => {
  expect(eventKitScript).not.toContain('${');
});
