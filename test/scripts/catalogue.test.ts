/** A new catalogue from the feeds: what is newer is taken over, what fails or shrinks keeps what is known and is told. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtInCatalogue } from '../../electron/core/catalogue/index.ts';
import { parseCatalogue } from '../../electron/core/catalogue/schema.ts';
import { build } from '../../scripts/catalogue/build.ts';
import { feeds } from '../../scripts/catalogue/feeds.ts';

const TODAY = '2026-11-30';

const samples: Readonly<Record<string, string>> = {
  'chrome-win64': 'chrome-win64.json',
  firefox: 'firefox.json',
  'cask-zoom': 'cask-zoom.json',
  'signal-win32': 'signal-win32.yml',
  'endoflife-debian': 'endoflife-debian.json',
};
const sampleOf = (id: string): string => readFileSync(`test/scripts/samples/${samples[id]}`, 'utf8');
const sampled = feeds.filter((feed) => feed.id in samples);

const built = (texts: Readonly<Record<string, string>> = {}) =>
  build(builtInCatalogue, sampled, TODAY, (feed) => Promise.resolve(texts[feed.id] ?? sampleOf(feed.id)));

const releasesOf = (catalogue: typeof builtInCatalogue, product: string) =>
  catalogue.products.find(({ id }) => id === product)?.newest ?? [];

test('the built catalogue is of today, of the right form, and knows the newer versions', async () => {
  const { catalogue, failed } = await built();
  expect(failed).toBe(0);
  expect(parseCatalogue('built', JSON.stringify(catalogue), '0.1.0').asOf).toBe(TODAY);
  expect(releasesOf(catalogue, 'chrome')).toContainEqual({
    platform: 'win32',
    version: '158.0.8250.61',
    date: '2026-11-18',
    seenOn: TODAY,
    confirmed: true,
    source: 'chrome-win64',
  });
  expect(releasesOf(catalogue, 'firefox')).toContainEqual(
    expect.objectContaining({ branch: 'esr', platform: 'linux', version: '153.8.0', seenOn: TODAY }),
  );
  expect(releasesOf(catalogue, 'zoom')).toContainEqual(
    expect.objectContaining({ platform: 'darwin', version: '7.3.0.90001' }),
  );
  expect(releasesOf(catalogue, 'signal')).toContainEqual(
    expect.objectContaining({ platform: 'win32', version: '8.40.0', date: '2026-11-19' }),
  );
  expect(catalogue.systems.find((system) => system.id === 'debian' && system.version === '13')?.ends).toBe(
    '2028-08-10',
  );
});

test('a build that only some computers get is not yet a version to be behind of', async () => {
  const { catalogue } = await built();
  expect(releasesOf(catalogue, 'chrome').some((release) => release.version.startsWith('159.'))).toBe(false);
});

test('a date that was taken back is not lost', async () => {
  const { catalogue, notes } = await built();
  expect(catalogue.systems.find((system) => system.id === 'debian' && system.version === '12')?.ends).toBe(
    '2026-07-11',
  );
  expect(notes.join('\n')).toContain('Debian 12');
});

test('a feed that goes back keeps the newer version', async () => {
  const { catalogue, notes } = await built({ 'cask-zoom': sampleOf('cask-zoom').replace('7.3.0.90001', '6.0.0.1') });
  expect(releasesOf(catalogue, 'zoom')).toEqual(releasesOf(builtInCatalogue, 'zoom'));
  expect(notes.join('\n')).toMatch(/cask-zoom: Zoom.* 6\.0\.0\.1 is older/);
});

test.each([
  ['an error page', '<html>404</html>'],
  ['another form', '{"releases": "none"}'],
  ['a version with surprises', '{"token":"zoom","version":"7.2; rm -rf /"}'],
  ['a cask without a version', '{"token":"zoom","version":":latest"}'],
  ['nothing', ''],
])('a feed that sends %s fails alone', async (_name, text) => {
  const { catalogue, notes, failed } = await built({ 'cask-zoom': text });
  expect(failed).toBe(1);
  expect(notes.join('\n')).toContain('cask-zoom: failed');
  expect(releasesOf(catalogue, 'zoom')).toEqual(releasesOf(builtInCatalogue, 'zoom'));
  expect(releasesOf(catalogue, 'firefox')).toContainEqual(expect.objectContaining({ version: '161.0' }));
});

test('every product and system that a feed names is in the catalogue', () => {
  const ids = new Set(builtInCatalogue.products.map((product) => product.id));
  for (const feed of sampled) {
    for (const { product } of feed.parse(sampleOf(feed.id)).releases ?? []) expect(ids).toContain(product);
  }
});
