/** The two pieces of arithmetic under the likeness of names, against independent answers. */
import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePunycode,
  editDistance,
  latinLikeness,
  letterMask,
  maybeWithin,
} from '../../../../electron/core/invite/impersonation/confusables.ts';

/** Optimal string alignment, written as in the textbook. */
function textbookDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      (d[i] ?? [])[j] = cost;
    }
  }
  return at(a.length, b.length);
}

const name = fc.string({ unit: fc.constantFrom(...'abcz.'), maxLength: 12 });

describe('edit distance', () => {
  it('is the textbook’s up to its limit', () => {
    fc.assert(
      fc.property(name, name, fc.constantFrom(1, 2), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(textbookDistance(a, b), limit + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('is never denied by the cheap test before it', () => {
    fc.assert(
      fc.property(name, name, fc.constantFrom(1, 2), (a, b, limit) => {
        fc.pre(textbookDistance(a, b) <= limit);
        expect(maybeWithin(letterMask(a), letterMask(b), limit)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('punycode', () => {
  it('is decoded as Node decodes it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abzäöüßçéżоаеиλπ日本語'), minLength: 1, maxLength: 12 }),
        (label) => {
          const ascii = domainToASCII(label);
          fc.pre(ascii.startsWith('xn--'));
          expect(decodePunycode(ascii)).toBe(domainToUnicode(ascii));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('answers null or text for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abz019-é'), maxLength: 70 }), (rest) => {
        const decoded = decodePunycode(`xn--${rest}`);
        expect(decoded === null || typeof decoded === 'string').toBe(true);
      }),
    );
  });
});

it('reads foreign letters as the Latin ones they imitate', () => {
  expect(latinLikeness('z\u043e\u043em')).toBe('zoom');
  expect(latinLikeness('wh\u00e9reby')).toBe('whereby');
  expect(latinLikeness('\uff5aoom')).toBe('zoom');
});
