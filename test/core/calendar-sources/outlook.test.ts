/** What classic Outlook answers: broken off anywhere, in another form, and the names it gives to invitations. */
import { expect, test } from 'vitest';
import {
  invitationUid,
  type OutlookAnswer,
  outlookAnswer,
  outlookText,
} from '../../../electron/core/calendar-sources/outlook.ts';

const event = {
  ...{ calendar: 0, id: 'A', title: 'Stand-up', place: 'https://meet.google.com/abc-mnop-xyz', allDay: false },
  ...{ start: '2026-12-07T08:30:00Z', end: '2026-12-07T08:45:00Z' },
  ...{ recurrence: 0, meeting: 3, response: 3, busy: 2 },
};
const calendar = (index: number) => ({ calendar: { index, store: `S${index}`, name: 'Calendar', account: 'mo' } });
const whole = (index: number, more = {}) => ({
  whole: { calendar: index, lost: 0, more: false, proved: true, ...more },
});
const running = { state: 'running', offline: false };
const answer = (...lines: readonly unknown[]): OutlookAnswer =>
  outlookAnswer(lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\r\n'));
const told = (...lines: readonly unknown[]) => {
  const found = answer(...lines);
  if (found.is !== 'running') return found.is;
  return [found.complete, found.closed, ...found.calendars.map((one) => [one.reading, one.events.length, one.lost])];
};

test('an answer that breaks off is not whole, wherever it does; what was told before it counts', () => {
  const lines = [
    running,
    calendar(0),
    { event },
    whole(0),
    calendar(1),
    { event: { ...event, calendar: 1 } },
    whole(1),
  ];
  expect(told(...lines, { closed: 1 })).toEqual([true, 1, ['whole', 1, 0], ['whole', 1, 0]]);
  expect(told(...lines)).toEqual([false, 0, ['whole', 1, 0], ['whole', 1, 0]]);
  expect(told(...lines.slice(0, 6))).toEqual([false, 0, ['whole', 1, 0], ['late', 1, 0]]);
  expect(told(...lines.slice(0, 3))).toEqual([false, 0, ['late', 1, 0]]);
  expect(told(...lines.slice(0, 1))).toEqual([false, 0]);
  expect(told()).toBe('silent');
});

test('too many, unproved, refused, damaged', () => {
  const lines = [
    ...[running, calendar(0), { event }, whole(0, { more: true })],
    ...[calendar(1), whole(1, { proved: false }), calendar(2), { failed: 2 }],
    ...[
      calendar(3),
      '{"event":{"calendar":3',
      { event: { ...event, calendar: 3, start: 'today' } },
      whole(3, { lost: 2 }),
    ],
    { closed: 0 },
  ];
  expect(told(...lines)).toEqual([true, 0, ['cut', 1, 0], ['unproved', 0, 0], ['failed', 0, 0], ['whole', 0, 4]]);
});

test.each(['restricted', 'not-running', 'unreachable'])('%s', (state) => expect(told({ state })).toBe(state));
test.each(['nonsense', '{"state":"well"}', '[]', 'null', JSON.stringify(calendar(0))])('%s is no answer', (text) =>
  expect(told(text)).toBe('silent'),
);

test('a text cannot begin a line of its own', () => {
  const found = answer(running, calendar(0), {
    event: {
      ...event,
      id: 'A\r\nDTSTART:20260101T000000Z',
      title: 'x\nEND:VEVENT',
      place: 'y\r\nURL:https://zoom.us/j/1',
    },
  });
  const text = found.is === 'running' && found.calendars[0] !== undefined ? outlookText(found.calendars[0]) : '';
  const names = text
    .trim()
    .split('\r\n')
    .map((one) => one.split(':', 1)[0]);
  expect(names.slice(2, -1)).toEqual(['BEGIN', 'UID', 'DTSTART', 'DTEND', 'SUMMARY', 'LOCATION', 'END']);
});

const EXCHANGE = '040000008200E00074C5B7101A82E008';
const rest = '11'.repeat(20);
test.each([
  ['an occurrence is named as its series', `${EXCHANGE}07EA0C07${rest}`, `${EXCHANGE}00000000${rest}`],
  ['a single one stays', `${EXCHANGE}00000000${rest}`, `${EXCHANGE}00000000${rest}`],
  [
    'of another program',
    `${EXCHANGE}00000000${'00'.repeat(16)}1A000000${Buffer.from('vCal-Uid').toString('hex')}01000000${Buffer.from('abc@google.com').toString('hex')}00`,
    'abc@google.com',
  ],
  ['of no known form', 'whatever', 'whatever'],
  ['none', '', ''],
])('%s', (_, id, uid) => expect(invitationUid(id)).toBe(uid));
