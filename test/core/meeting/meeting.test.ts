/** Which meeting is the next one. */

import { expect, test } from 'vitest';
import { meetingFact, nextGenuine, nextMeeting } from '../../../electron/core/meeting/meeting.ts';
import { inEnglish } from '../../in-english.ts';
import { fakeMeeting, meeting } from './samples.ts';

const at = (time: string): string => `2026-11-27T${time}:00.000Z`;
const daily = meeting({ id: 'daily', startsAt: at('09:00'), endsAt: at('12:00') });
const review = meeting({ id: 'review', startsAt: at('10:00'), endsAt: at('10:30') });
const next = (now: string) => nextMeeting({ meetings: [daily, review] }, at(now))?.id ?? null;

test('the next to begin goes before one that has long begun; a moment after its start it is still the one', () => {
  expect(next('08:00')).toBe('daily');
  expect(next('09:14')).toBe('daily');
  expect(next('09:15')).toBe('review');
  expect(next('10:14')).toBe('review');
});

test('with nothing ahead it is the one that goes on, and in the end none', () => {
  expect(next('11:00')).toBe('daily');
  expect(next('12:00')).toBeNull();
});

test('a fake link that would be seen too late beside a genuine meeting comes first, and the genuine one stays to be joined', () => {
  const genuine = meeting({ id: 'genuine', startsAt: at('09:00'), endsAt: at('10:00') });
  const chosen = (start: string, now: string) => {
    const agenda = { meetings: [genuine, fakeMeeting({ startsAt: at(start), endsAt: at('16:00') })] };
    return [nextMeeting(agenda, at(now))?.id, nextGenuine(agenda, at(now))?.id ?? null];
  };
  expect(chosen('09:00', '08:50')).toEqual(['fake', 'genuine']);
  expect(chosen('09:14', '08:50')).toEqual(['fake', 'genuine']);
  expect(chosen('09:15', '08:50')).toEqual(['genuine', null]);
  // Within the call it is the next one.
  expect(chosen('09:30', '09:14')).toEqual(['genuine', null]);
  expect(chosen('09:30', '09:16')).toEqual(['fake', 'genuine']);
  // One that lasts for hours does not hide everything that follows.
  const later = meeting({ id: 'later', startsAt: at('14:00'), endsAt: at('15:00') });
  const agenda = { meetings: [fakeMeeting({ startsAt: at('09:00'), endsAt: at('16:00') }), later] };
  expect(nextMeeting(agenda, at('09:14'))?.id).toBe('fake');
  expect(nextMeeting(agenda, at('09:15'))?.id).toBe('later');
});

test('that no meeting is ahead is known only where every calendar was read, and none is known to be old', () => {
  const reading = (state: 'current' | 'stale' | 'undated' | 'unread') => ({
    name: `${state}.ics`,
    state,
    readAt: null,
    problem: null,
  });
  const fact = (...calendars: readonly ReturnType<typeof reading>[]) =>
    meetingFact({ meetings: [], calendars }, at('08:00')).nextMeeting.fact;
  expect(fact()).toMatchObject({ state: 'known', value: null });
  expect(fact(reading('current'), reading('undated'))).toMatchObject({ state: 'known', value: null });
  expect(inEnglish(fact(reading('current'), reading('stale')))).toMatchObject({
    state: 'unknown',
    reason: 'What Greenroom has of stale.ics is old.',
  });
  expect(inEnglish(fact(reading('current'), reading('unread')))).toEqual({
    state: 'unknown',
    cause: 'unreadable',
    reason: 'Greenroom couldn’t read unread.ics.',
  });
  const next = meetingFact({ meetings: [meeting({})], calendars: [reading('unread')] }, at('08:00')).nextMeeting.fact;
  expect(next).toMatchObject({ state: 'known', value: { unread: ['unread.ics'] } });
});

test('the genuine call that is offered beside a fake one is the next one, not one that has long begun', () => {
  const webinar = meeting({ id: 'webinar', startsAt: at('09:00'), endsAt: at('17:00') });
  const soon = meeting({ id: 'soon', startsAt: at('14:05'), endsAt: at('15:00') });
  const agenda = { meetings: [webinar, fakeMeeting({ startsAt: at('14:00'), endsAt: at('15:00') }), soon] };
  expect(nextGenuine(agenda, at('13:55'))?.id).toBe('soon');
});
