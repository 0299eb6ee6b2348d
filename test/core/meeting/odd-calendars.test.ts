/** Calendars as programs really write them, against the rules or beside them: no meeting is lost, none is shown that is off. */
import { describe, expect, test } from 'vitest';
import { decodeCalendar } from '../../../electron/core/calendar/lines.ts';
import { readCalendar } from '../../../electron/core/meeting/agenda.ts';
import { english } from '../../../electron/core/messages/format.ts';

const zoom = 'LOCATION:https://us02web.zoom.us/j/84512345678?pwd=a.1';
const calendar = (...lines: readonly string[]): string => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  ...(lines.some((line) => line.startsWith('UID')) ? [] : ['UID:a']),
  zoom,
  ...lines,
  'END:VEVENT',
];
const read = (texts: string | readonly string[], localZone = 'UTC') =>
  readCalendar('mine', [texts].flat(), {
    now: Date.parse('2026-11-30T06:00:00Z'),
    lookAheadHours: 24,
    me: [],
    localZone,
    nameOf: (key) => key,
  });
const starts = (texts: string | readonly string[], localZone?: string): readonly string[] =>
  read(texts, localZone).meetings.map(({ startsAt, title }) => `${startsAt.slice(0, 16)} ${title}`.trim());
const one = (...lines: readonly string[]): string => calendar(...event('SUMMARY:S', ...lines));

const observance = (kind: string, ...lines: readonly string[]) => [`BEGIN:${kind}`, ...lines, `END:${kind}`];
const zone = (name: string, ...lines: readonly string[]) => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  ...lines,
  'END:VTIMEZONE',
];

describe('zones that a calendar describes', () => {
  test.each([
    [
      'Notes',
      'RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=1SU;BYMONTH=11',
      'RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=2SU;BYMONTH=3',
    ],
    [
      '.NET',
      'RRULE;TZID=x:FREQ=YEARLY;BYDAY=1SU;BYHOUR=2;BYMINUTE=0;BYSECOND=0;BYMONTH=11',
      'RRULE:BYDAY=2SU;FREQ=YEARLY;BYHOUR=2;BYMONTH=3',
    ],
  ])('with the hour in the rule, as by %s', (_, autumn, spring) => {
    const own = zone(
      'Eastern by us',
      ...observance('STANDARD', 'DTSTART:19501105T020000', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500', autumn),
      ...observance('DAYLIGHT', 'DTSTART:19500312T020000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400', spring),
    );
    expect(starts(calendar(...own, ...event('DTSTART;TZID="Eastern by us":20261130T090000')))).toEqual([
      '2026-11-30T14:00',
    ]);
  });

  test('with a start beside its dates, as by icalendar for Python', () => {
    const own = zone(
      'Our/Own',
      ...observance(
        'STANDARD',
        'DTSTART:20261025T030000',
        'RDATE:20271031T030000',
        'TZOFFSETFROM:+0200',
        'TZOFFSETTO:+0100',
      ),
      ...observance(
        'DAYLIGHT',
        'DTSTART:20260329T020000',
        'RDATE:20270328T020000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
      ),
    );
    expect(starts(calendar(...own, ...event('SUMMARY:S', 'DTSTART;TZID=Our/Own:20261130T090000')))).toEqual([
      '2026-11-30T08:00 S',
    ]);
  });

  test('by another name that is known', () => {
    const own = zone(
      'odd',
      'X-LIC-LOCATION:Europe/Berlin',
      ...observance(
        'STANDARD',
        'DTSTART:20200101T000000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0100',
        'RRULE:FREQ=DAILY',
      ),
    );
    expect(starts(calendar(...own, ...event('SUMMARY:S', 'DTSTART;TZID=odd:20261130T090000')))).toEqual([
      '2026-11-30T08:00 S',
    ]);
  });

  test.each([
    ['an offset that is none', 'DTSTART:20251026T020000', 'BY'],
    ['a start that is none', 'DTSTART:160TANDARD', '+0200'],
  ])('%s hides neither its own event nor another', (_, start, offset) => {
    const evil = zone('Evil/Zone', ...observance('STANDARD', start, 'TZOFFSETFROM:+0300', `TZOFFSETTO:${offset}`));
    const text = calendar(
      ...evil,
      ...event('SUMMARY:Evil', 'DTSTART;TZID=Evil/Zone:20261130T090000'),
      ...event('SUMMARY:Real', 'UID:b', 'DTSTART:20261130T100000Z'),
    );
    expect(starts(text)).toEqual(['2026-11-30T09:00 Evil', '2026-11-30T10:00 Real']);
    expect(read(text).notices.map(english)).toEqual([expect.stringContaining('“Evil/Zone”')]);
  });
});

test.each([
  ['blanks in a rule', ['DTSTART:20261123T090000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO, TU']],
  ['a count of -1', ['DTSTART:20261123T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=-1']],
  [
    'a replaced date with a rule of its own',
    ['RECURRENCE-ID:20261102T090000Z', 'DTSTART:20261102T090000Z', 'RRULE:FREQ=WEEKLY'],
  ],
  [
    'a replaced date with later dates',
    [
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20261102T090000Z',
      'DTSTART:20261102T090000Z',
      'RDATE;VALUE=PERIOD:20261102T090000Z/PT1H,20261130T090000Z/PT1H',
    ],
  ],
])('a series with %s is there', (_, lines) => {
  expect(starts(one(...lines))).toEqual(['2026-11-30T09:00 S']);
});

test('a date left out without a zone is left out, wherever the computer stands', () => {
  const text = one('DTSTART;TZID=Europe/Berlin:20261123T090000', 'RRULE:FREQ=DAILY;COUNT=8', 'EXDATE:20261130T090000');
  expect(starts(text, 'America/New_York')).toEqual([]);
});

test('an exception named by its day replaces the meeting of that day', () => {
  const text = calendar(
    ...event('SUMMARY:Old', 'DTSTART:20261123T090000Z', 'RRULE:FREQ=WEEKLY'),
    ...event('SUMMARY:New', 'RECURRENCE-ID;VALUE=DATE:20261130', 'DTSTART:20261130T150000Z'),
  );
  expect(starts(text)).toEqual(['2026-11-30T15:00 New']);
});

test.each(['Canceled: Sync', 'Abgesagt: Sync', 'Annulé : Sync', 'Cancelled event: Sync'])('%s is off', (title) => {
  expect(starts(calendar(...event(`SUMMARY:${title}`, 'DTSTART:20261130T090000Z', 'STATUS:CONFIRMED')))).toEqual([]);
});

test('what Outlook marks as not settled is not settled', () => {
  expect(read(one('DTSTART:20261130T090000Z', 'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE')).meetings[0]?.tentative).toBe(
    true,
  );
});

test('a link at the end of a very long line is found', () => {
  const html = `X-ALT-DESC;FMTTYPE=text/html:<p>${'x'.repeat(150_000)}</p><a href="https://zoom.us/j/84512345678">Join</a>`;
  expect(starts(calendar('BEGIN:VEVENT', 'SUMMARY:S', 'DTSTART:20261130T090000Z', html, 'END:VEVENT'))).toEqual([
    '2026-11-30T09:00 S',
  ]);
});

test('a link ends where a line break was escaped twice', () => {
  const link = 'https://acme.zoom.us/j/84512345678?pwd=AbC1';
  const event = ['UID:a', 'DTSTART:20261130T150000Z', `DESCRIPTION:Join: ${link}\\\\n\\\\nMeeting ID: 845 1234 5678`];
  const { meetings } = read(calendar('BEGIN:VEVENT', ...event, 'END:VEVENT'));
  expect(meetings[0]?.inspection.joinUrl).toBe(link);
});

test('an event without any usable time is named', () => {
  expect(read(one('DTSTART:next Tuesday')).notices.map(english)).toEqual([
    expect.stringMatching(/couldn’t be placed.*“S”/),
  ]);
});

test.each([
  ['a map', 'https://maps.app.goo.gl/AbCdEfGh', []],
  ['a drawing board', 'https://miro.com/app/board/uXjVExample=/', []],
  [
    'a gateway nobody knows',
    `https://gate.example/?u=${encodeURIComponent('https://zoom.us/j/84512345678')}`,
    ['2026-11-30T09:00 S'],
  ],
  ['a forwarder', 'https://calendly.com/events/0b7c1e2d-1234-4a5b-9c8d-001122334455/zoom', ['2026-11-30T09:00 S']],
])('%s as the place', (_, place, expected) => {
  expect(
    starts(calendar('BEGIN:VEVENT', 'SUMMARY:S', 'DTSTART:20261130T090000Z', `LOCATION:${place}`, 'END:VEVENT')),
  ).toEqual(expected);
});

test.each([
  ['with its mark', '\ufeff'],
  ['without it', ''],
])('a file in UTF-16 %s is read', (_, mark) => {
  const bytes = Buffer.from(`${mark}${one('DTSTART:20261130T090000Z')}`, 'utf16le');
  expect(starts(decodeCalendar(bytes))).toEqual(['2026-11-30T09:00 S']);
});
