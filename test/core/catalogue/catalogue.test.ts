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
    expect(parseCatalogue('catalogue.json', text, '0.1.0')).toEqual(builtInCatalogue);
    const more = {
      needs: { greenroom: '>=0.1.0' },
      greenroom: { newest: '0.3.0', electron: [{ major: 45, ends: '2027-05-01' }] },
    };
    const told = JSON.stringify({ ...builtInCatalogue, ...more });
    expect(parseCatalogue('catalogue.json', told, '0.2.0-beta.1')).toMatchObject(more);
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

  it('does not call itself younger than the youngest thing it knows', () => {
    const seen = builtInCatalogue.products.flatMap((product) => product.newest.map(({ seenOn }) => seenOn));
    expect(builtInCatalogue.asOf).toBe(seen.toSorted().at(-1));
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
      /catalogue\.json:2:\d+: “schema”/,
    ],
    [
      'has a day that is none',
      changed((c) => {
        c.asOf = '2026-02-31';
      }),
      /“asOf”: expected a day/,
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
    [
      'is for a newer Greenroom, whatever else that one knows',
      changed((c) => {
        c.extra = 1;
        c.needs = { greenroom: '>=0.2.0' };
      }),
      /^catalogue\.json:\d+:\d+: this list is for Greenroom >=0\.2\.0; this is 0\.1\.0$/,
    ],
    [
      'asks for a Greenroom in words',
      changed((c) => {
        c.needs = { greenroom: 'a new one' };
      }),
      /expected a range of versions/,
    ],
    [
      'names a newest Greenroom that is no version',
      changed((c) => {
        c.greenroom = { newest: '0.2', electron: [] };
      }),
      /expected a version such as 0\.3\.0/,
    ],
  ])('is refused with its place when it %s', (_, content, message) => {
    expect(() => parseCatalogue('catalogue.json', content, '0.1.0')).toThrow(message);
  });
});
