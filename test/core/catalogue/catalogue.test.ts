import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { parseCatalogue } from '../../../electron/core/catalogue/schema.ts';

const file = new URL('../../../electron/core/catalogue/catalogue.json', import.meta.url);
const text = readFileSync(file, 'utf8');
const changed = (change: (catalogue: Record<string, unknown>) => void): string => {
  const catalogue = JSON.parse(text);
  change(catalogue);
  return JSON.stringify(catalogue, null, 2);
};

describe('the built-in catalogue', () => {
  it('has the shape that is asked of every catalogue', () => {
    expect(parseCatalogue('catalogue.json', text)).toEqual(builtInCatalogue);
  });

  it('dates nothing after the day on which it was made', () => {
    const late = builtInCatalogue.products.flatMap((product) =>
      product.newest.filter(
        ({ earliest, date, seenOn }) =>
          (earliest ?? date) > date || date > builtInCatalogue.asOf || seenOn > builtInCatalogue.asOf,
      ),
    );
    expect(late).toEqual([]);
  });

  it('replaces a retired app only with one it knows', () => {
    const ids = new Set(builtInCatalogue.products.map((product) => product.id));
    const unknown = builtInCatalogue.products.filter(
      ({ retired }) => retired?.replacedBy !== undefined && !ids.has(retired.replacedBy),
    );
    expect(unknown).toEqual([]);
  });
});

describe('a catalogue from outside', () => {
  it.each([
    ['is cut off', text.slice(0, 4000), /catalogue\.json:\d+:\d+: not JSON/],
    [
      'is of another schema',
      changed((c) => {
        c.schema = 'greenroom.catalogue/9';
      }),
      /catalogue\.json:2:\d+: "schema"/,
    ],
    [
      'has a day that is none',
      changed((c) => {
        c.asOf = '2026-02-31';
      }),
      /"asOf": expected a day/,
    ],
    [
      'names a source that is not listed',
      changed((c) => {
        c.sources = {};
      }),
      /source that "sources" does not list/,
    ],
    [
      'says the same product twice',
      changed((c) => {
        c.products = [...(c.products as unknown[]), (c.products as unknown[])[0]];
      }),
      /same id/,
    ],
    [
      'holds a version that is none',
      text.replace('"version": "7.2.0.48358"', '"version": "7.2.0 <b>"'),
      /expected a version of digits and dots/,
    ],
    [
      'has a field nobody knows',
      changed((c) => {
        c.extra = 1;
      }),
      /"extra"/,
    ],
  ])('is refused with its place when it %s', (_, content, message) => {
    expect(() => parseCatalogue('catalogue.json', content)).toThrow(message);
  });
});
