import { describe, expect, test } from 'vitest';
import { WrongUsage } from '../../electron/cli/exit.ts';
import { endOf } from '../../electron/cli/parse-date-option.ts';

/** A Friday afternoon at the end of a month. */
const friday = new Date(2026, 10, 27, 15, 0);
const dayOf = (text: string): string => {
  const end = endOf('--until', text, friday);
  return `${end.getFullYear()}-${end.getMonth() + 1}-${end.getDate()} ${end.getHours()}:${end.getMinutes()}`;
};

describe('a day as people type it', () => {
  test.each([
    ['today', '2026-11-27 23:59'],
    ['tomorrow', '2026-11-28 23:59'],
    ['+3d', '2026-11-30 23:59'],
    ['+14d', '2026-12-11 23:59'],
    // Whoever types "friday" on a Friday means the next one.
    ['friday', '2026-12-4 23:59'],
    ['Fri', '2026-12-4 23:59'],
    ['SATURDAY', '2026-11-28 23:59'],
    ['thursday', '2026-12-3 23:59'],
    ['2026-12-04', '2026-12-4 23:59'],
    ['2026-12-04T17:00', '2026-12-4 17:0'],
  ])('%s', (text, end) => {
    expect(dayOf(text)).toBe(end);
  });

  test.each(['', 'soon', 'fr', '+d', '+-3d', '3d', '+9999d', '2026-02-30', 'yesterday', '2026-13-01'])(
    '“%s” is refused, and the words that are taken are named',
    (text) => {
      expect(() => endOf('--until', text, friday)).toThrow(WrongUsage);
      expect(() => endOf('--until', text, friday)).toThrow(/tomorrow, friday, \+3d/);
    },
  );
});
