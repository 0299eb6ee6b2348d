/** Which meeting is the next one. */
import { expect, test } from 'vitest';
import { nextMeeting } from '../../../electron/core/meeting/meeting.ts';
import { meeting } from './samples.ts';

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
