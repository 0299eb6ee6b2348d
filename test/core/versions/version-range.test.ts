/** Ranges of versions: what an organisation writes, against what installers write; and against the field's own library. */
import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { parseVersion } from '../../../electron/core/versions/version.ts';
import { parseRange, satisfies } from '../../../electron/core/versions/version-range.ts';

const ask = (found: string, text: string) => {
  const [version, range] = [parseVersion(found), parseRange(text)];
  if (version === null || range === null) throw new Error(`${found} or ${text} was not read`);
  return satisfies(version, range);
};

describe('a version lies in a range, or not, or nobody can say', () => {
  it.each([
    ['6.0.2', '>=6.0.2', 'yes'],
    ['6.0.1', '>=6.0.2', 'no'],
    ['6.10.0', '>=6.9 <7', 'yes'],
    ['7.0.0', '>=6.9 <7', 'no'],
    ['7.0.0-beta.1', '^6.9', 'no'],
    ['6.9.9', '6.x', 'yes'],
    ['6.1.9', '<=6.1', 'yes'],
    ['6.1.9', '>6.1', 'no'],
    ['6.2', '>6.1', 'yes'],
    ['6.5.3 (58803)', '>=6.5.3', 'yes'],
    ['6.0', '>=6.0.2', 'unknown'],
    ['6.0', '>=6.0.0', 'yes'],
    ['6.0', '<6.0.2', 'unknown'],
    ['6.0', '<5 || >=7', 'no'],
    ['8.1', '<5 || >=7', 'yes'],
    ['25290.205.4069.4894', '>=25290.205.4069.4895', 'no'],
    ['0.2.9', '^0.2.3', 'yes'],
    ['0.3.0', '^0.2.3', 'no'],
    ['1.9.0', '1.2 - 2.3', 'yes'],
    ['2.3.9', '1.2 - 2.3', 'yes'],
    ['2.4.0', '1.2 - 2.3', 'no'],
    ['3', '*', 'yes'],
    ['155.0b3', '>=155', 'no'],
    ['6.1.3', '>= 6.1, < 6.2', 'yes'],
  ])('%s in %s: %s', (found, range, expected) => {
    expect(ask(found, range)).toBe(expected);
  });
});

it.each([
  '',
  '  ',
  'newest',
  '>=',
  '>=six',
  '6..1',
  '>=6 || ',
  '|| 6',
  '=>6',
  '>=6;rm',
  '6.0.2\u202e',
  'a'.repeat(300),
])('“%s” is no range', (text) => {
  expect(parseRange(text)).toBeNull();
});

it('says of whole releases what the field’s own library says', () => {
  const number = fc.integer({ min: 0, max: 12 });
  const version = fc.tuple(number, number, number).map((parts) => parts.join('.'));
  const partial = fc
    .tuple(number, number, number, fc.integer({ min: 1, max: 3 }))
    .map(([a, b, c, n]) => [a, b, c].slice(0, n).join('.'));
  const comparator = fc
    .tuple(fc.constantFrom('>=', '>', '<', '<=', '=', '^', '~', ''), partial)
    .map((both) => both.join(''));
  const range = fc
    .array(fc.array(comparator, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one) => one.join(' ')).join(' || '));
  fc.assert(
    fc.property(version, range, (found, text) => {
      expect(ask(found, text), `${found} in ${text}`).toBe(semver.satisfies(found, text) ? 'yes' : 'no');
    }),
    { numRuns: 1000, seed: 9 },
  );
});

it('reads any text in little time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      parseRange(text);
    }),
    { numRuns: 2000, seed: 9 },
  );
});
