/** From calendar texts to the meetings ahead: series, exceptions, zones, answers, versions; and calendars made to do harm. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CalendarOptions, mergeMeetings, readCalendar } from '../../../electron/core/meeting/agenda.ts';
import { english } from '../../../electron/core/messages/format.ts';

const file = (name: string): string => readFileSync(new URL(`../../calendars/${name}`, import.meta.url), 'utf8');
const options = (more: Partial<CalendarOptions> & { readonly at: string }): CalendarOptions => ({
  now: Date.parse(more.at),
  lookAheadHours: 24,
  me: [],
  localZone: 'Europe/Berlin',
  nameOf: (key) => key,
  ...more,
});
const read = (texts: string | readonly string[], at: string, more: Partial<CalendarOptions> = {}) => {
  const { meetings, notices } = readCalendar('mine', [texts].flat(), options({ at, ...more }));
  return { meetings: mergeMeetings([meetings]), notices: notices.map(english) };
};
/** "title start–end", in the order of the list. */
const ahead = (texts: string | readonly string[], at: string, more: Partial<CalendarOptions> = {}): readonly string[] =>
  read(texts, at, more).meetings.map(
    ({ title, startsAt, endsAt }) => `${title} ${startsAt.slice(0, 16)}–${endsAt.slice(11, 16)}`,
  );

const zoom = 'LOCATION:https://us02web.zoom.us/j/84100020003?pwd=a.1';
const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  ...(lines.some((line) => /^(?:LOCATION|DESCRIPTION|URL)/.test(line)) ? [] : [zoom]),
  ...(lines.some((line) => line.startsWith('SUMMARY')) ? [] : ['SUMMARY:Call']),
  ...lines,
  'END:VEVENT',
];
const one = (...lines: readonly string[]): string => calendar(...event(...lines));

describe('a series from Google Calendar', () => {
  const google = file('google-series.ics');

  test('keeps its time on the clock when summer begins', () => {
    expect(ahead(google, '2027-03-22T00:00:00Z')).toEqual(['Stand-up 2027-03-22T08:30–08:45']);
    expect(ahead(google, '2027-03-31T00:00:00Z')).toEqual(['Stand-up 2027-03-31T07:30–07:45']);
  });

  test('leaves out the excluded day, and the day that the calendar’s owner has declined', () => {
    expect(ahead(google, '2027-03-24T00:00:00Z')).toEqual([]);
    expect(ahead(google, '2027-03-29T00:00:00Z')).toEqual([]);
  });

  test('takes the moved occurrence at its new time, with the link of its own', () => {
    const { meetings } = read(google, '2027-03-26T00:00:00Z');
    expect(meetings.map(({ title, startsAt }) => [title, startsAt])).toEqual([
      ['Stand-up (moved)', '2027-03-26T13:00:00.000Z'],
    ]);
    expect(meetings[0]?.inspection.joinUrl).toBe('https://meet.google.com/xyz-uvwx-rst');
  });

  test('neither a whole day nor an appointment without a link is an online meeting', () => {
    expect(ahead(google, '2027-03-25T00:00:00Z')).toEqual([]);
  });
});

describe('a calendar from Outlook', () => {
  const outlook = file('outlook-series.ics');

  test('the last working day of the month in a zone of Windows; what is called off is not there', () => {
    const { meetings } = read(outlook, '2027-03-31T00:00:00Z');
    expect(meetings.map(({ title, startsAt, tentative, overlaps }) => [title, startsAt, tentative, overlaps])).toEqual([
      ['Month end', '2027-03-31T09:00:00.000Z', false, 1],
      ['Maybe', '2027-03-31T09:30:00.000Z', true, 1],
    ]);
    expect(meetings[0]?.endsAt).toBe('2027-03-31T10:00:00.000Z');
  });

  test('the rule’s own end counts, in UTC beside a start that is not', () => {
    expect(ahead(outlook, '2027-12-31T00:00:00Z')).toEqual(['Month end 2027-12-31T10:00–11:00']);
    expect(ahead(outlook, '2028-01-31T00:00:00Z')).toEqual([]);
  });
});

describe('times', () => {
  test('a time without a zone is in the calendar’s own zone, else in the person’s', () => {
    const floating = event('DTSTART:20270701T100000', 'DTEND:20270701T110000');
    expect(ahead(calendar(...floating), '2027-07-01T00:00:00Z')).toEqual(['Call 2027-07-01T08:00–09:00']);
    expect(ahead(calendar('X-WR-TIMEZONE:Asia/Tokyo', ...floating), '2027-07-01T00:00:00Z')).toEqual([
      'Call 2027-07-01T01:00–02:00',
    ]);
  });

  test('start and end may be in two zones', () => {
    const flight = one('DTSTART;TZID=Europe/London:20270115T090000', 'DTEND;TZID=America/New_York:20270115T070000');
    expect(ahead(flight, '2027-01-15T00:00:00Z')).toEqual(['Call 2027-01-15T09:00–12:00']);
  });

  test.each([
    ['of the calendar', 'X-WR-TIMEZONE:America/New_York', '2027-07-01T14:00'],
    ['of the person', 'X-WR-CALNAME:Mine', '2027-07-01T08:00'],
  ])('an event in a zone that nobody knows is taken in the zone %s, and that is said', (_, head, start) => {
    for (const more of [[], ['RRULE:FREQ=WEEKLY']]) {
      const text = calendar(head, ...event('DTSTART;TZID=Customized Time Zone:20270701T100000', ...more));
      const { meetings, notices } = read(text, '2027-07-01T00:00:00Z');
      expect(meetings.map(({ startsAt }) => startsAt.slice(0, 16))).toEqual([start]);
      expect(notices).toEqual([expect.stringContaining('“Customized Time Zone”')]);
    }
  });

  test('an exception in such a zone does not bring the old time back', () => {
    const text = calendar(
      ...event('UID:a', 'DTSTART;TZID=Europe/Berlin:20270624T100000', 'RRULE:FREQ=WEEKLY'),
      ...event(
        'UID:a',
        'SUMMARY:Moved',
        'RECURRENCE-ID;TZID=Europe/Berlin:20270701T100000',
        'DTSTART;TZID=Nowhere:20270701T150000',
      ),
    );
    const { meetings, notices } = read(text, '2027-07-01T00:00:00Z');
    expect(meetings.map(({ title }) => title)).toEqual(['Moved']);
    expect(notices).toHaveLength(1);
  });

  test('what goes on now is there, what is over is not', () => {
    const text = one('DTSTART:20270701T100000Z', 'DTEND:20270701T110000Z');
    expect(ahead(text, '2027-07-01T10:59:00Z')).toHaveLength(1);
    expect(ahead(text, '2027-07-01T11:00:00Z')).toEqual([]);
  });
});

describe('series', () => {
  test('extra dates, and days left out as whole days', () => {
    const text = one(
      'UID:a',
      'DTSTART:20270701T100000Z',
      'RRULE:FREQ=DAILY;COUNT=3',
      'RDATE:20270710T120000Z,20270711T120000Z',
      'EXDATE;VALUE=DATE:20270702',
    );
    const days = { lookAheadHours: 24 * 20 };
    expect(ahead(text, '2027-07-01T00:00:00Z', days).map((line) => line.slice(5, 21))).toEqual([
      '2027-07-01T10:00',
      '2027-07-03T10:00',
      '2027-07-10T12:00',
      '2027-07-11T12:00',
    ]);
  });

  test('an exception for all later ones moves them and gives them its title', () => {
    const text = calendar(
      ...event('UID:a', 'DTSTART:20270701T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4'),
      ...event(
        'UID:a',
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20270703T100000Z',
        'DTSTART:20270703T120000Z',
        'DURATION:PT30M',
        'SUMMARY:Later',
      ),
    );
    expect(ahead(text, '2027-07-01T00:00:00Z', { lookAheadHours: 200 })).toEqual([
      'Call 2027-07-01T10:00–11:00',
      'Call 2027-07-02T10:00–11:00',
      'Later 2027-07-03T12:00–12:30',
      'Later 2027-07-04T12:00–12:30',
    ]);
  });

  test('one occurrence called off by a message of its own', () => {
    const series = one('UID:a', 'DTSTART:20270701T100000Z', 'RRULE:FREQ=DAILY;COUNT=2');
    const off = calendar(
      'METHOD:CANCEL',
      ...event('UID:a', 'RECURRENCE-ID:20270701T100000Z', 'DTSTART:20270701T100000Z', 'SEQUENCE:1'),
    );
    expect(ahead([series, off], '2027-07-01T00:00:00Z', { lookAheadHours: 100 })).toEqual([
      'Call 2027-07-02T10:00–10:00',
    ]);
  });

  test.each([
    ['weeks of the year', 'FREQ=YEARLY;BYWEEKNO=26;BYDAY=TH'],
    ['every second', 'FREQ=SECONDLY'],
    ['every hour', 'FREQ=HOURLY'],
    ['the first of several days of a week', 'FREQ=WEEKLY;BYDAY=TH,FR;BYSETPOS=1'],
    ['a date that never comes', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ['a Monday that never comes', 'FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15'],
    ['no rule at all', 'FREQ=SOMETIMES'],
    ['an interval of nothing', 'FREQ=DAILY;INTERVAL=0'],
    ['a negative interval', 'FREQ=WEEKLY;INTERVAL=-1'],
    ['the twentieth Monday of a year', 'FREQ=YEARLY;BYDAY=20MO'],
  ])('what cannot be followed is named: %s', (_, rule) => {
    const text = one('DTSTART:20200701T100000Z', `RRULE:${rule}`);
    expect(read(text, '2027-07-01T00:00:00Z').notices).toEqual([expect.stringMatching(/1 event .*“Call”/)]);
  });
});

describe('versions and answers', () => {
  const first = one('UID:a', 'SEQUENCE:0', 'DTSTART:20270701T100000Z');

  test('the newest version of an event counts, whatever the order of the files', () => {
    const moved = one('UID:a', 'SEQUENCE:1', 'DTSTART:20270801T100000Z');
    expect(ahead([first, moved], '2027-07-01T00:00:00Z')).toEqual([]);
    expect(ahead([moved, first], '2027-07-01T00:00:00Z')).toEqual([]);
  });

  test('a cancellation takes it away, an answer of somebody else does not', () => {
    const other = (method: string) =>
      calendar(`METHOD:${method}`, ...event('UID:a', 'SEQUENCE:1', 'DTSTART:20270701T100000Z'));
    expect(ahead([first, other('CANCEL')], '2027-07-01T00:00:00Z')).toEqual([]);
    expect(ahead([first, other('REPLY')], '2027-07-01T00:00:00Z')).toHaveLength(1);
  });

  test.each([
    ['DECLINED', [], false],
    ['TENTATIVE', [true], true],
    ['ACCEPTED', [false], true],
    ['NEEDS-ACTION', [false], true],
  ])('own answer %s', (answer, tentative, _) => {
    const text = one('DTSTART:20270701T100000Z', `ATTENDEE;PARTSTAT=${answer};CN="A; B":MAILTO:Robin@Example.org`);
    const { meetings } = read(text, '2027-07-01T00:00:00Z', { me: ['robin@example.ORG'] });
    expect(meetings.map((meeting) => meeting.tentative)).toEqual(tentative);
  });

  test('what somebody else declined goes on', () => {
    const text = one('DTSTART:20270701T100000Z', 'ATTENDEE;PARTSTAT=DECLINED:mailto:kim@example.org');
    expect(ahead(text, '2027-07-01T00:00:00Z', { me: ['robin@example.org'] })).toHaveLength(1);
  });

  test('the same meeting in two calendars is one', () => {
    const calendars = ['first', 'second'].map((name) =>
      readCalendar(name, [first], options({ at: '2027-07-01T00:00:00Z' })),
    );
    const merged = mergeMeetings(calendars.map(({ meetings }) => meetings));
    expect(merged.map((meeting) => meeting.calendar)).toEqual(['first']);
  });
});

describe('one meeting that two systems name differently', () => {
  const named = (uid: string, link = zoom) =>
    readCalendar(
      uid,
      [one(`UID:${uid}`, 'DTSTART:20270701T100000Z', 'DURATION:PT30M', link)],
      options({ at: '2027-07-01T00:00:00Z' }),
    ).meetings;
  test('is one by its start, end and link', () => {
    expect(mergeMeetings([named('a'), named('b')]).map(({ calendar: name, overlaps }) => [name, overlaps])).toEqual([
      ['a', 0],
    ]);
  });
  test('another link, or a second one in the same calendar, is another meeting', () => {
    const other = named('b', 'LOCATION:https://us02web.zoom.us/j/84100020004?pwd=a.1');
    expect(mergeMeetings([named('a'), other])).toHaveLength(2);
    expect(mergeMeetings([[...named('a'), ...named('b')]])).toHaveLength(2);
  });
});

describe('time that is marked as free', () => {
  test.each(['TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'])('%s says nothing', (line) => {
    expect(ahead(one('DTSTART:20270701T100000Z', line), '2027-07-01T00:00:00Z')).toEqual([]);
  });
  test('hides no fake link', () => {
    const fake = 'LOCATION:https://us02web-zoom.us/j/84100020003';
    expect(
      read(one('DTSTART:20270701T100000Z', 'TRANSP:TRANSPARENT', fake), '2027-07-01T00:00:00Z').meetings,
    ).toHaveLength(1);
  });
});

describe('links', () => {
  test.each([
    ['LOCATION:https://us02web-zoom.us/j/84100020003', 'suspicious', false],
    ['LOCATION:https://meet.chess-club.example/TuesdayEvening', 'unknown-server', false],
    [zoom, 'genuine', true],
  ])('%s: %s', (line, verdict, joinable) => {
    const { meetings } = read(one('DTSTART:20270701T100000Z', line), '2027-07-01T00:00:00Z');
    expect(meetings.map((meeting) => [meeting.inspection.verdict, meeting.joinable])).toEqual([[verdict, joinable]]);
  });

  test('a title can neither hide, reorder nor flood', () => {
    const hostile = `SUMMARY:\u202eevil\u0007\\n\\nbadge${'x'.repeat(5000)}`;
    const [meeting] = read(one('DTSTART:20270701T100000Z', hostile), '2027-07-01T00:00:00Z').meetings;
    expect(meeting?.title).toMatch(/^evil badgex{100,115}…$/);
  });
});

describe('calendars made to do harm', () => {
  const good = event('UID:good', 'DTSTART:20270701T100000Z', 'SUMMARY:Good');
  const among = (lines: readonly string[]) =>
    ahead(['BEGIN:VCALENDAR', ...lines, ...good, 'END:VCALENDAR'].join('\r\n'), '2027-07-01T00:00:00Z');

  test('20,000 events at the same time as the good one do not hide it from the start of the day', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => [
      'BEGIN:VEVENT',
      `UID:${i}`,
      'DTSTART:20270701T110000Z',
      'SUMMARY:x',
      'END:VEVENT',
    ]).flat();
    expect(among(many)).toEqual(['Good 2027-07-01T10:00–10:00']);
  });

  test('a thousand rules that never match do not keep the good event from being found', () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      event(`UID:${i}`, 'DTSTART:19700101T000000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
    ).flat();
    expect(among(many)).toEqual(['Good 2027-07-01T10:00–10:00']);
  });

  test.each<[string, readonly string[]]>([
    [
      'broken lines',
      [
        'BEGIN',
        ':',
        ';;;',
        'DTSTART',
        '\u0000\u0001',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'DTSTART:99999999T999999Z',
        'END:VEVENT',
      ],
    ],
    [
      'components within components',
      Array.from({ length: 5000 }, () => 'BEGIN:VEVENT').concat(Array.from({ length: 5000 }, () => 'END:VEVENT')),
    ],
    [
      'a hundred thousand days left out',
      event(
        'UID:x',
        'DTSTART:20270702T100000Z',
        `EXDATE:${Array.from({ length: 100_000 }, () => '20270101T000000Z').join(',')}`,
        'SUMMARY:y',
        'URL:x',
      ),
    ],
    [
      'a rule of a megabyte',
      event('UID:x', 'DTSTART:20270101T100000Z', `RRULE:FREQ=DAILY;BYMONTH=${'1,'.repeat(500_000)}1`, 'URL:x'),
    ],
  ])('%s', (_, lines) => {
    expect(among(lines)).toEqual(['Good 2027-07-01T10:00–10:00']);
  });

  test('a file that is cut off gives what came before', () => {
    const text = calendar(...good, ...event('UID:b', 'DTSTART:20270701T120000Z'));
    for (let length = 0; length < text.length; length += 7) read(text.slice(0, length), '2027-07-01T00:00:00Z');
    expect(ahead(text.slice(0, text.indexOf('UID:b')), '2027-07-01T00:00:00Z')).toEqual([
      'Good 2027-07-01T10:00–10:00',
    ]);
  });
});

describe('a source that keeps the text of invitations to itself', () => {
  const at = '2026-12-07T07:00:00Z';
  const when = ['DTSTART:20261207T130000Z', 'DTEND:20261207T140000Z'];
  const teams = one('UID:t', ...when, 'SUMMARY:Budget talk', 'LOCATION:Microsoft Teams Meeting');
  const link = 'LOCATION:https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d';
  const of = (text: string, withholdsLinks: boolean) =>
    readCalendar('mine', [text], options({ at, withholdsLinks })).meetings;

  test('a place that names a service is a meeting, of which nothing can be joined or called genuine', () => {
    expect(of(teams, true)).toMatchObject([
      {
        title: 'Budget talk',
        joinable: false,
        inspection: { verdict: 'not-a-meeting', service: 'teams', joinUrl: null },
      },
    ]);
    expect(of(teams, false)).toEqual([]);
    expect(of(one('UID:h', ...when, 'SUMMARY:Haircut', 'LOCATION:Main Street'), true)).toEqual([]);
  });

  test('a fake link in the place is still one', () => {
    const fake = one('UID:f', ...when, 'SUMMARY:x', 'LOCATION:Zoom https://zoom.us.evil.example/j/84100020003');
    expect(of(fake, true)[0]?.inspection.verdict).toBe('suspicious');
  });

  test('yields to the same meeting with its link, whichever calendar comes first', () => {
    for (const uid of ['t', 'named otherwise']) {
      const known = of(one(`UID:${uid}`, ...when, 'SUMMARY:Budget talk', link), false);
      for (const lists of [
        [of(teams, true), known],
        [known, of(teams, true)],
      ])
        expect(mergeMeetings(lists).map(({ joinable }) => joinable)).toEqual([true]);
    }
    // Another one of the same service at another time stays.
    const later = one('UID:u', 'DTSTART:20261207T150000Z', 'DTEND:20261207T160000Z', 'SUMMARY:Later', link);
    expect(mergeMeetings([of(teams, true), of(later, false)])).toHaveLength(2);
  });
});
