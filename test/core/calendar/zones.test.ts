/** Wall times in calendars: zones by name, by the file's own description, and descriptions made to be endless. */
import { expect, test } from 'vitest';
import { inspectCalendar } from '../../../electron/core/invite/inspect-calendar.ts';

const zone = (name: string, ...rules: readonly string[]): readonly string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  ...rules,
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];
const autumn = 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10';

const startOf = (start: string, ...zones: readonly string[]): string | null | undefined =>
  inspectCalendar(
    ['BEGIN:VCALENDAR', ...zones, 'BEGIN:VEVENT', start, 'SUMMARY:x', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'),
  ).event?.start;

test.each([
  ['DTSTART;TZID=Europe/Berlin:20270701T100000', '2027-07-01T08:00:00Z'],
  ['DTSTART;TZID="America/New_York":20270115T100000', '2027-01-15T15:00:00Z'],
  ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270701T100000', '2027-07-01T08:00:00Z'],
  ['DTSTART;TZID=W. Europe Standard Time:20270701T100000', '2027-07-01T08:00:00Z'],
  ['DTSTART;TZID=India Standard Time:20270701T100000', '2027-07-01T04:30:00Z'],
  // The hour that the clock skips, and the one that comes twice.
  ['DTSTART;TZID=Europe/Berlin:20270328T023000', '2027-03-28T01:30:00Z'],
  ['DTSTART;TZID=Europe/Berlin:20271031T023000', '2027-10-31T00:30:00Z'],
  ['DTSTART:20270701T100000Z', '2027-07-01T10:00:00Z'],
  ['DTSTART;TZID=Nowhere/Land:20270701T100000', null],
  ['DTSTART:20270701T100000', null],
  ['DTSTART;VALUE=DATE:20270701', null],
  ['DTSTART:20270230T100000Z', null],
])('%s, with no zone in the file: %s', (start, expected) => {
  expect(startOf(start)).toBe(expected);
});

test.each([
  ['summer', 'DTSTART;TZID=Our own:20270701T100000', '2027-07-01T08:00:00Z'],
  ['winter', 'DTSTART;TZID=Our own:20270115T100000', '2027-01-15T09:00:00Z'],
])('a zone that only the file knows, in %s', (_, start, expected) => {
  expect(startOf(start, ...zone('Our own', autumn))).toBe(expected);
});

test('of two zones each keeps its own rules', () => {
  const other = zone('Other', autumn).map((line) => line.replace('+0100', '+0500').replace('+0200', '+0600'));
  expect(startOf('DTSTART;TZID=Our own:20270701T100000', ...zone('Our own', autumn), ...other)).toBe(
    '2027-07-01T08:00:00Z',
  );
  expect(startOf('DTSTART;TZID=Other:20270701T100000', ...zone('Our own', autumn), ...other)).toBe(
    '2027-07-01T04:00:00Z',
  );
});

test.each([
  'FREQ=SECONDLY',
  'FREQ=DAILY',
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYMONTH=1,2,3;BYDAY=SU',
  'FREQ=YEARLY;BYMONTH=10;BYSECOND=1,2',
])('a zone that changes by %s since 1601 is not followed', (rule) => {
  expect(startOf('DTSTART;TZID=Our own:20270701T100000', ...zone('Our own', `RRULE:${rule}`))).toBeNull();
});
