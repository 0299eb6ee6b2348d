/** What macOS' calendars answer: whose answer counts, and what one odd event costs. */
import { expect, test } from 'vitest';
import { eventKitAnswer, eventKitText } from '../../../electron/core/calendar-sources/eventkit.ts';

const event = (more: object = {}) => ({
  ...{ uid: 'A', calendar: 'work', title: 'Review', startMs: 1.8e12, endMs: 1.8e12 + 1, occurrenceMs: null },
  ...{ allDay: false, status: 1, availability: 0, location: null, notes: null, url: null, attendees: [] },
  ...more,
});
const me = (participantStatus: number, url: string | null) => [{ url, isCurrentUser: true, participantStatus }];
const read = (...events: readonly object[]) => {
  const answer = eventKitAnswer(JSON.stringify({ status: 3, events }));
  if (answer === null) throw new Error('No answer.');
  return eventKitText(answer, 'work');
};

test.each([null, 'urn:uuid:6F9619FF', '/principals/users/jo/', 'mailto:jo@example.org'])(
  'what the person has declined is no meeting, also where the account has no address: %s',
  (url) => {
    expect(read(event({ attendees: me(3, url) })).text).not.toContain('BEGIN:VEVENT');
    expect(read(event({ attendees: me(2, url) })).text).toContain('STATUS:CONFIRMED');
    expect(read(event({ attendees: me(4, url) })).text).toContain('STATUS:TENTATIVE');
    expect(read(event({ attendees: me(4, url), status: 3 })).text).toContain('STATUS:CANCELLED');
  },
);

test('what somebody else has declined stays', () => {
  const other = [{ url: 'mailto:b@example.org', isCurrentUser: false, participantStatus: 3 }];
  expect(read(event({ attendees: other })).text).toContain('BEGIN:VEVENT');
});

test('an event of another form is told of its own calendar alone', () => {
  expect(read(event(), { ...event(), startMs: 'soon' }).lost).toBe(1);
  expect(read(event(), { ...event({ calendar: 'home' }), startMs: 'soon' }).lost).toBe(0);
  expect(read(event(), { nothing: true }).lost).toBe(1);
});
