/** Owns a year of generated events, unfolded here and by node-ical, which shares no code with it: other parser, other rules, other zones. */
import ical from 'node-ical';
import { readEvents } from '../../../electron/core/calendar/events.ts';
import { unfold } from '../../../electron/core/calendar/occurrences.ts';

const YEAR = { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2027-11-01T00:00:00Z') };
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'Europe/London'];
const WINDOWS = [
  'W. Europe Standard Time',
  'Eastern Standard Time',
  'India Standard Time',
  'AUS Eastern Standard Time',
  'GMT Standard Time',
];
/** The heads of the programs whose calendars are exported most. */
const HEADS = [
  [
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:x',
    'X-WR-TIMEZONE:Europe/Berlin',
  ],
  ['PRODID:Microsoft Exchange Server 2010', 'METHOD:REQUEST'],
  ['PRODID:-//Apple Inc.//macOS 15.0//EN', 'CALSCALE:GREGORIAN'],
];

/** The same numbers on every run. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
};

const two = (value: number): string => String(value).padStart(2, '0');
const wall = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.000Z/g, '');

/** One event, its start on a day that its rule has, with what calendars write: counts, ends, days left out, one moved. */
const generated = (index: number): string => {
  const random = randomFrom(index * 7919 + 17);
  const start = Date.UTC(2025, 6 + random(20), 1 + random(28), 6 + random(14), 15 * random(4));
  const begin = new Date(start);
  const day = DAYS[begin.getUTCDay()] ?? 'MO';
  const another = DAYS[random(7)] ?? 'MO';
  const nth = Math.ceil(begin.getUTCDate() / 7);
  const every = random(2) === 0 ? '' : `;INTERVAL=${1 + random(3)}`;
  const days = [...new Set([day, another])].join(',');
  const rules = [
    `FREQ=DAILY${every}`,
    `FREQ=WEEKLY${every}`,
    `FREQ=WEEKLY${every};BYDAY=${days}`,
    `FREQ=WEEKLY${every};WKST=MO;BYDAY=${days}`,
    `FREQ=MONTHLY${every}`,
    `FREQ=MONTHLY${every};BYMONTHDAY=${begin.getUTCDate()}`,
    ...(nth < 5 ? [`FREQ=MONTHLY${every};BYDAY=${nth}${day}`] : []),
    `FREQ=YEARLY;BYMONTH=${begin.getUTCMonth() + 1};BYMONTHDAY=${begin.getUTCDate()}`,
  ];
  const ends = ['', `;COUNT=${1 + random(60)}`, `;UNTIL=2027${two(3 + random(7))}15T000000Z`];
  const rule = random(6) === 0 ? '' : `${rules[random(rules.length)]}${ends[random(ends.length)]}`;
  const zone = ZONES[random(ZONES.length)] ?? '';
  // Google and Apple name zones of the database, Exchange those of Windows; some programs write everything in UTC.
  const style = index % 4;
  const named = style === 1 ? WINDOWS[ZONES.indexOf(zone)] : zone;
  const placed = (name: string, ms: number): string =>
    style === 3 ? `${name}:${wall(ms)}Z` : `${name};TZID=${named}:${wall(ms)}`;
  const week = 7 * 86_400_000;
  const whole = [
    'BEGIN:VEVENT',
    `UID:${index}`,
    placed('DTSTART', start),
    placed('DTEND', start + 1_800_000),
    ...(rule === '' ? [] : [`RRULE:${rule}`]),
    ...(rule.startsWith('FREQ=WEEKLY')
      ? [placed('EXDATE', start + 3 * week), placed('EXDATE', start + 12 * week)]
      : []),
    'SUMMARY:x',
    'END:VEVENT',
  ];
  // Without an end: an exception to an occurrence beyond it is shown here and not by node-ical; calendars write none.
  const isEachWeek = rule === 'FREQ=WEEKLY';
  const moved = [
    'BEGIN:VEVENT',
    `UID:${index}`,
    placed('RECURRENCE-ID', start + 60 * week),
    placed('DTSTART', start + 60 * week + 7_200_000),
    placed('DTEND', start + 60 * week + 9_000_000),
    'SUMMARY:x',
    'END:VEVENT',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...(HEADS[index % HEADS.length] ?? []),
    ...whole,
    ...(isEachWeek ? moved : []),
    'END:VCALENDAR',
    '',
  ];
  return lines.join('\r\n');
};

const ours = (text: string): readonly string[] => {
  const options = { range: YEAR, me: [], localZone: 'UTC' };
  const { occurrences } = unfold(readEvents(text, options).events, YEAR, { steps: 1_000_000 });
  const starts = occurrences.map(({ startsAt }) => startsAt).filter((at) => at >= YEAR.from && at < YEAR.to);
  return starts.sort((a, b) => a - b).map((at) => new Date(at).toISOString());
};

const theirs = (text: string): readonly string[] => {
  const events = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  const instances = events.flatMap((one) =>
    ical.expandRecurringEvent(one as ical.VEvent, { from: new Date(YEAR.from), to: new Date(YEAR.to - 1) }),
  );
  return instances.map(({ start }) => new Date(start).toISOString()).sort();
};

/** The calendars of so many that the two read differently, and how many events there were. */
export const compareYears = (count: number) => {
  let events = 0;
  const different = Array.from({ length: count }, (_, index) => generated(index)).flatMap((text) => {
    const [mine, other] = [ours(text), theirs(text)];
    events += mine.length;
    return mine.join() === other.join() ? [] : [{ text, mine: mine.slice(0, 5), other: other.slice(0, 5) }];
  });
  return { different, events };
};
