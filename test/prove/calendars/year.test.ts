/** Every kind of series that calendars write, in every zone and way of writing: `npm test` tries the first hundred. */
import { expect, test } from 'vitest';
import { compareYears } from '../../core/calendar/generated-year.ts';

test('a year of 600 calendars is the same for both', () => {
  const { different, events } = compareYears(600);
  expect(different).toEqual([]);
  expect(events).toBeGreaterThan(12_000);
});
