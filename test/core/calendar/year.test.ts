/** A hundred calendars; six hundred of them are a proof. */
import { expect, test } from 'vitest';
import { compareYears } from './generated-year.ts';

test('a year of calendars is the same for both', () => {
  const { different, events } = compareYears(100);
  expect(different).toEqual([]);
  expect(events).toBeGreaterThan(2_000);
});
