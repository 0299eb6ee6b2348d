/** Owns putting what a feed found into a catalogue. What is known is only ever added to: a feed that lost something loses nothing here. */
import type { Catalogue, Product, Release, SystemRelease } from '../../electron/core/catalogue/catalogue.ts';
import type { IsoDate } from '../../electron/core/text/time.ts';
import { compareVersions } from '../../electron/core/versions/version.ts';
import type { Feed, Found, FoundRelease, FoundSystem } from './feed.ts';

export interface Merged {
  readonly catalogue: Catalogue;
  /** What was not taken over, as sentences. */
  readonly notes: readonly string[];
}

const sameSeries = (release: Release, found: FoundRelease): boolean =>
  release.platform === found.platform &&
  release.architecture === found.architecture &&
  release.branch === found.branch &&
  release.line === undefined;

const newest = (releases: readonly Release[]): Release | undefined =>
  releases.toSorted((a, b) => compareVersions(b.version, a.version))[0];

const mergeRelease = (product: Product, found: FoundRelease, feed: Feed, today: IsoDate, notes: string[]): Product => {
  const series = product.newest.filter((release) => release.confirmed && sameSeries(release, found));
  const latest = newest(series);
  const known = series.find((release) => compareVersions(release.version, found.version) === 0);
  if (known !== undefined && known === latest) {
    return {
      ...product,
      newest: product.newest.map((release) =>
        release === known && release.seenOn < today ? { ...release, seenOn: today } : release,
      ),
    };
  }
  if (latest !== undefined && compareVersions(found.version, latest.version) < 0) {
    notes.push(`${feed.id}: ${product.name} ${found.version} is older than ${latest.version}, which is known: kept.`);
    return product;
  }
  const { product: _product, ...own } = found;
  const fresh: Release = {
    ...own,
    ...(latest === undefined || found.date !== undefined ? {} : { earliest: latest.seenOn }),
    date: found.date ?? today,
    seenOn: today,
    confirmed: true,
    source: feed.id,
  };
  // What was only announced is confirmed by now, or was not so.
  const rest = product.newest.filter((release) => release.confirmed || !sameSeries(release, found));
  return { ...product, newest: [...rest, fresh] };
};

const mergeSystem = (
  systems: readonly SystemRelease[],
  found: FoundSystem,
  feed: Feed,
  notes: string[],
): readonly SystemRelease[] =>
  systems.map((system) => {
    if (system.id !== found.id || system.version !== found.version || system.ends === found.ends) return system;
    if (found.ends === null) {
      notes.push(`${feed.id}: no end of support for ${system.name} any more, ${system.ends} is known: kept.`);
      return system;
    }
    return { ...system, ends: found.ends, confirmed: true, source: feed.id };
  });

/** The catalogue with what one feed found. Products and systems that the catalogue does not have are left out. */
export const merge = (catalogue: Catalogue, feed: Feed, found: Found, today: IsoDate): Merged => {
  const notes: string[] = [];
  const releases = found.releases ?? [];
  const products = catalogue.products.map((product) =>
    releases
      .filter((release) => release.product === product.id)
      .reduce((merged, release) => mergeRelease(merged, release, feed, today, notes), product),
  );
  const systems = (found.systems ?? []).reduce(
    (merged, system) => mergeSystem(merged, system, feed, notes),
    catalogue.systems,
  );
  if (releases.length + (found.systems?.length ?? 0) === 0)
    notes.push(`${feed.id}: the feed is empty: nothing was taken from it.`);
  return {
    catalogue: {
      ...catalogue,
      products,
      systems,
      sources: { ...catalogue.sources, [feed.id]: { what: feed.what, date: today } },
    },
    notes,
  };
};
