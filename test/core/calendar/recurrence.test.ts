/** A series that began long ago is not followed from its beginning, and falls on the same days. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startsByRule } from '../../../electron/core/calendar/recurrence.ts';

const DAY = 86_400_000;
const iso = (wall: number): string => new Date(wall).toISOString().slice(0, 16);

const days = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 3 });
const nth = fc.tuple(fc.constantFrom(-2, -1, 1, 2, 3, 5), fc.constantFrom('MO', 'WE', 'FR', 'SU'));
const rules = fc.oneof(
  fc.constant('FREQ=DAILY'),
  days.map((all) => `FREQ=WEEKLY;BYDAY=${all.join(',')}`),
  fc.constantFrom('FREQ=WEEKLY', 'FREQ=WEEKLY;WKST=SU', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'FREQ=MONTHLY;BYMONTHDAY=-1'),
  nth.map(([n, day]) => `FREQ=MONTHLY;BYDAY=${n}${day}`),
  days.map((all) => `FREQ=MONTHLY;BYDAY=${all.join(',')};BYSETPOS=-1`),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 })
    .map((all) => `FREQ=MONTHLY;BYMONTHDAY=${all.join(',')}`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), nth)
    .map(([month, [n, day]]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${n}${day}`),
);

test('as when it is counted from its beginning', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      rules,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 2200 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 400 }),
      (rule, interval, before, minute, later) => {
        const from = Date.UTC(2026, 0, 1) + later * DAY;
        const start = from - before * DAY + minute * 60_000;
        const range = { from, to: from + 45 * DAY };
        const starts = (text: string) => startsByRule(text, start, range, { steps: 1_000_000 })?.map(iso) ?? null;
        // A count keeps it from being begun later.
        const counted = starts(`${rule};INTERVAL=${interval};COUNT=9999`);
        if (counted === null) return;
        compared += 1;
        expect(starts(`${rule};INTERVAL=${interval}`)).toEqual(counted);
      },
    ),
    { numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(300);
});

test.each([
  ['the 31st, where the month before has none', 'FREQ=MONTHLY', '2001-01-31', '2026-12-01', ['2026-12-31']],
  ['every third month', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR', '1998-02-27', '2026-11-01', ['2026-11-27']],
])('%s', (_, rule, start, from, expected) => {
  const range = { from: Date.parse(from), to: Date.parse(from) + 31 * DAY };
  const budget = { steps: 200 };
  expect(startsByRule(rule, Date.parse(start), range, budget)?.map((wall) => iso(wall).slice(0, 10))).toEqual(expected);
});

test('a thousand endless series of many years leave most of the steps to others', () => {
  const budget = { steps: 150_000 };
  const range = { from: Date.UTC(2026, 11, 6), to: Date.UTC(2026, 11, 9) };
  const every = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TU,WE', 'FREQ=MONTHLY', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=YEARLY'];
  for (let n = 0; n < 1000; n += 1)
    expect(startsByRule(every[n % 5] ?? '', Date.UTC(1999, n % 12, 1 + (n % 28), 8), range, budget)).not.toBeNull();
  expect(budget.steps).toBeGreaterThan(75_000);
});
