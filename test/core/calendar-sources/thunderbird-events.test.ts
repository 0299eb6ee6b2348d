/** Thunderbird's rows as iCalendar text: every kind of time, what only HTML holds, and rows that would do harm. */
import { expect, test } from 'vitest';
import { type EventRow, thunderbirdText } from '../../../electron/core/calendar-sources/thunderbird-events.ts';
import { readCalendar } from '../../../electron/core/meeting/agenda.ts';

const micros = (iso: string): number => Date.parse(iso) * 1000;
const ROW: EventRow = {
  ...{ id: 'a@harbour.example', title: 'Call', ical_status: 'CONFIRMED', flags: 0, event_stamp: null },
  ...{ event_start: micros('2026-12-07T09:00:00Z'), event_end: micros('2026-12-07T09:30:00Z') },
  ...{ event_start_tz: 'UTC', event_end_tz: 'UTC', recurrence_id: null, recurrence_id_tz: null },
};
const link = { item_id: ROW.id, recurrence_id: null, key: 'LOCATION', value: 'https://meet.google.com/abc-mnop-xyz' };
const composed = (row: Partial<EventRow>, more: Partial<Parameters<typeof thunderbirdText>[0]> = {}) =>
  thunderbirdText({ events: [{ ...ROW, ...row }], properties: [link], parameters: [], lines: [], ...more });
const starts = (text: string, now = '2026-12-07T00:00:00Z'): readonly string[] =>
  readCalendar('x', [text], {
    ...{
      now: Date.parse(now),
      lookAheadHours: 34,
      me: [],
      localZone: 'America/New_York',
      nameOf: (key: string) => key,
    },
  }).meetings.map(({ title, startsAt }) => `${title} ${startsAt.slice(0, 16)}`);

const ODD = `BEGIN:VTIMEZONE\r\nTZID:Harbour time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0330\r\nTZOFFSETTO:+0330\r\nEND:STANDARD\r\nEND:VTIMEZONE`;

test.each([
  ['UTC', '2026-12-07T09:00'],
  ['Europe/Berlin', '2026-12-07T09:00'],
  // As the clock shows it where the person is.
  ['floating', '2026-12-07T14:00'],
  [ODD, '2026-12-07T09:00'],
  ['Nowhere/At all', '2026-12-07T09:00'],
])('a time in %s', (zone, expected) => {
  const { text, lost } = composed({ event_start_tz: zone, event_end_tz: zone });
  expect([starts(text), lost]).toEqual([[`Call ${expected}`], 0]);
});

test('a series keeps its clock when winter comes, and an exception takes its place', () => {
  const zone = { event_start_tz: 'Europe/Berlin', event_end_tz: 'Europe/Berlin' };
  const series = {
    ...{ ...ROW, ...zone, flags: 16 },
    ...{ event_start: micros('2026-10-19T07:00:00Z'), event_end: micros('2026-10-19T07:30:00Z') },
  };
  const moved = {
    ...{
      ...ROW,
      ...zone,
      title: 'Moved',
      event_start: micros('2026-12-08T10:00:00Z'),
      event_end: micros('2026-12-08T10:30:00Z'),
    },
    ...{ recurrence_id: micros('2026-12-08T08:00:00Z'), recurrence_id_tz: 'Europe/Berlin' },
  };
  const { text } = thunderbirdText({
    events: [moved, series],
    properties: [link, { ...link, recurrence_id: moved.recurrence_id }],
    parameters: [],
    lines: [{ item_id: ROW.id, recurrence_id: null, icalString: 'RRULE:FREQ=DAILY\r\n' }],
  });
  expect(starts(text)).toEqual(['Call 2026-12-07T08:00', 'Moved 2026-12-08T10:00']);
});

test('a whole day is no meeting', () => {
  expect(starts(composed({ flags: 8, event_start_tz: 'floating' }).text)).toEqual([]);
});

test('a link that stands only in the HTML of the description is found', () => {
  const html = `data:text/html,${encodeURIComponent('<a href="https://us02web.zoom.us/j/84100020003?pwd=a.1">click here</a>')}`;
  const own = { item_id: ROW.id, recurrence_id: null };
  const { text } = composed(
    {},
    {
      properties: [{ ...own, key: 'DESCRIPTION', value: 'click here' }],
      parameters: [{ ...own, key1: 'DESCRIPTION', key2: 'ALTREP', value: html }],
    },
  );
  expect(starts(text)).toEqual(['Call 2026-12-07T09:00']);
});

test('a stranger’s text can neither end its event nor begin another', () => {
  const evil =
    'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nDTSTART:20261207T110000Z\r\nSUMMARY:Evil\r\nLOCATION:https://meet.google.com/aaa-bbbb-ccc';
  const own = { item_id: ROW.id, recurrence_id: null };
  const { text } = composed(
    { title: evil, ical_status: evil, id: ROW.id },
    {
      properties: [
        link,
        { ...own, key: 'X-ONE', value: evil },
        { ...own, key: 'DESCRIPTION', value: evil },
        { ...own, key: evil, value: 'x' },
      ],
      parameters: [{ ...own, key1: 'X-ONE', key2: 'P', value: evil }],
      lines: [{ ...own, icalString: `ATTENDEE:x\r\nEND:VEVENT\r\nBEGIN:VEVENT` }],
    },
  );
  expect(text.match(/^BEGIN:VEVENT$/gm)).toHaveLength(1);
  expect(text.match(/^SUMMARY:/gm)).toHaveLength(1);
});

test('a row without a start is its own loss', () => {
  const { text, lost } = thunderbirdText({
    events: [{ ...ROW, event_start: null }, ROW],
    properties: [link],
    parameters: [],
    lines: [],
  });
  expect([starts(text).length, lost]).toEqual([1, 1]);
});
