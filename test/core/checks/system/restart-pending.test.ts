/** A waiting restart is a caution; one that the system will make during the call is a failure; none is silence. */
import { expect, test } from 'vitest';
import { restartPending } from '../../../../electron/core/checks/system/restart-pending.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { RestartPending } from '../../../../electron/core/facts/index.ts';
import type { MeetingAhead, MeetingTime } from '../../../../electron/core/meeting/meeting.ts';
import { judged, policyFor } from '../judged.ts';

const ahead = (time: MeetingTime): MeetingAhead => ({
  ...time,
  title: 'A meeting',
  link: 'genuine',
  service: 'zoom',
  serviceName: 'Zoom',
  host: 'zoom.us',
  inBrowser: true,
});

// It is 12:00 UTC in these tests, and unless a test names a meeting, the call lasts an hour from now.
const finding = (restart: Partial<RestartPending>, minutes?: number, meeting: MeetingTime | null = null) =>
  judged(
    restartPending,
    {
      restartPending: known({ pending: true, reasons: [], ...restart }, 'test'),
      nextMeeting: known(meeting === null ? null : ahead(meeting), 'test'),
    },
    {
      platform: 'win32',
      ...(minutes === undefined ? {} : { policy: policyFor('restart-pending', { callMinutes: minutes }) }),
    },
  )[0];

const at = (time: string): string => `2026-11-22T${time}:00.000Z`;
const office = { from: 8, to: 17 };

test.each<[string, Partial<RestartPending>, string, string]>([
  ['nothing waits', { pending: false }, 'pass', 'No restart is waiting'],
  [
    'active hours without a restart mean nothing',
    { pending: false, activeHours: office },
    'pass',
    'No restart is waiting',
  ],
  ['a new kernel waits', { reasons: ['a new kernel'] }, 'caution', 'A restart is waiting'],
  ['it waits, with no reason given', {}, 'caution', 'A restart is waiting'],
  ['forced in 25 minutes', { forcedAt: at('12:25') }, 'fail', 'Your computer will restart in 25 minutes'],
  [
    'forced in 25 minutes, though nothing is marked as waiting',
    { pending: false, forcedAt: at('12:25') },
    'fail',
    'Your computer will restart in 25 minutes',
  ],
  ['forced as the call ends', { forcedAt: at('13:00') }, 'fail', 'Your computer will restart in 60 minutes'],
  ['forced just after the call', { forcedAt: at('13:01') }, 'caution', 'A restart is waiting'],
  [
    'forced tomorrow, nothing marked',
    { pending: false, forcedAt: '2026-11-23T12:00:00.000Z' },
    'caution',
    'A restart is waiting',
  ],
  ['its date has passed', { forcedAt: at('09:00') }, 'caution', 'A restart is overdue and may come anytime'],
  ['an old date with nothing waiting', { pending: false, forcedAt: at('09:00') }, 'pass', 'No restart is waiting'],
  ['a date that is none', { forcedAt: 'soon' }, 'caution', 'A restart is waiting'],
  [
    'the call lies in the active hours',
    { activeHours: { ...office, utcOffsetMinutes: 0 } },
    'caution',
    'A restart is waiting',
  ],
  [
    'the call goes beyond them',
    { activeHours: { ...office, utcOffsetMinutes: 270 } },
    'caution',
    'A restart may come during your call',
  ],
  [
    'it is evening there',
    { activeHours: { ...office, utcOffsetMinutes: 540 } },
    'caution',
    'A restart may come during your call',
  ],
  [
    'night shift: hours over midnight hold it',
    { activeHours: { from: 22, to: 6, utcOffsetMinutes: 720 } },
    'caution',
    'A restart is waiting',
  ],
  [
    'night shift: noon is outside',
    { activeHours: { from: 22, to: 6, utcOffsetMinutes: 0 } },
    'caution',
    'A restart may come during your call',
  ],
  [
    'west of Greenwich the morning before',
    { activeHours: { ...office, utcOffsetMinutes: -480 } },
    'caution',
    'A restart may come during your call',
  ],
  ['hours whose place is not known', { activeHours: office }, 'caution', 'A restart is waiting'],
  [
    'hours that are none',
    { activeHours: { from: Number.NaN, to: 5, utcOffsetMinutes: 0 } },
    'caution',
    'A restart is waiting',
  ],
])('%s', (_name, restart, state, title) => expect(finding(restart)).toMatchObject({ state, title }));

test('a longer call reaches a later restart', () => {
  expect(finding({ forcedAt: at('14:00') }, 60)?.state).toBe('caution');
  expect(finding({ forcedAt: at('14:00') }, 120)).toMatchObject({
    state: 'fail',
    title: 'Your computer will restart in 2 hours',
  });
});

test('where the active hours are too short, they can be changed', () => {
  const outside = finding({ activeHours: { ...office, utcOffsetMinutes: 540 } });
  expect(outside?.remedies.map((remedy) => remedy.link)).toEqual([
    'ms-settings:windowsupdate',
    'ms-settings:windowsupdate-activehours',
  ]);
});

test('a reason from the machine cannot flood the sentence', () => {
  const flood = finding({ reasons: ['\u202e'.repeat(50) + 'x'.repeat(10_000), 'b', 'c', 'd'] });
  expect(flood?.title.length).toBeLessThanOrEqual(200);
  expect(flood?.evidence.found).toMatch(/^A restart is waiting, for x+…, b, c and 1 more\.$/);
});

test('a date that is none is not spoken of', () => {
  expect(finding({ forcedAt: 'soon' })?.evidence.found).toBe('A restart is waiting.');
});

const meeting = { startsAt: at('15:00'), endsAt: at('16:00') };

test.each<[string, Partial<RestartPending>, string, string]>([
  ['within it', { forcedAt: at('15:30') }, 'fail', 'Your computer will restart in 3 hours'],
  ['shortly before it', { forcedAt: at('14:40') }, 'fail', 'Your computer will restart in 2 hours'],
  ['long before it', { forcedAt: at('12:20') }, 'caution', 'A restart is waiting'],
  ['after it', { forcedAt: at('16:01') }, 'caution', 'A restart is waiting'],
  [
    'never, and the active hours end before it',
    { activeHours: { from: 8, to: 15, utcOffsetMinutes: 0 } },
    'caution',
    'A restart may come during your call',
  ],
  [
    'never, and the active hours hold it',
    { activeHours: { from: 15, to: 17, utcOffsetMinutes: 0 } },
    'caution',
    'A restart is waiting',
  ],
])('a restart against the next meeting, %s', (_, restart, state, title) => {
  expect(finding(restart, 60, meeting)).toMatchObject({ state, title });
});

test('a meeting that is more than a day away is not the call; one that has begun counts from now', () => {
  const forced = { forcedAt: at('12:30') };
  const later = { startsAt: '2026-11-24T15:00:00.000Z', endsAt: '2026-11-24T16:00:00.000Z' };
  expect(finding(forced, 60, later)?.state).toBe('fail');
  expect(finding(forced, 60, { startsAt: at('11:50'), endsAt: at('12:20') })?.state).toBe('caution');
});
