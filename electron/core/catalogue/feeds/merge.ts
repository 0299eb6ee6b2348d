/** Owns putting what a feed found into a catalogue. What is known is only ever added to: a feed that lost something loses nothing here. */

import type { IsoDate } from '../../text/time.ts';
import { compareVersions } from '../../versions/version.ts';
import type { Catalogue, Product, Release, SystemRelease } from '../catalogue.ts';
import type { Feed, Found, FoundRelease, FoundSystem } from './feed.ts';
import { implausible } from './plausible.ts';

export interface Merged {
  readonly catalogue: Catalogue;
  /** What was not taken over, as sentences. */
  readonly notes: readonly string[];
  /** What was taken over: newer than known, or seen again as the newest. */
  readonly taken: readonly FoundRelease[];
  /** Something of it was not known before. */
  readonly newer: boolean;
}

/** What became of the releases of a feed. */
interface Tally {
  readonly notes: string[];
  readonly taken: FoundRelease[];
  newer: boolean;
}

const sameSeries = (release: Release, found: FoundRelease): boolean =>
  release.platform === found.platform &&
  release.architecture === found.architecture &&
  release.branch === found.branch &&
  release.line === found.line;

const newest = (releases: readonly Release[]): Release | undefined =>
  releases.toSorted((a, b) => compareVersions(b.version, a.version))[0];

const mergeRelease = (
  product: Product,
  found: FoundRelease,
  feed: Pick<Feed, 'id'>,
  today: IsoDate,
  tally: Tally,
): Product => {
  const { notes } = tally;
  const reason = implausible(product, found, today);
  if (reason !== null) {
    notes.push(`${feed.id}: ${product.name} ${found.version} ${reason}: not taken.`);
    return product;
  }
  const series = product.newest.filter((release) => release.confirmed && sameSeries(release, found));
  const latest = newest(series);
  const known = series.find((release) => compareVersions(release.version, found.version) === 0);
  if (known !== undefined && known === latest) {
    tally.taken.push(found);
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
  tally.taken.push(found);
  tally.newer = true;
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
  feed: Pick<Feed, 'id'>,
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

/** Zoom's MSI leaves the patch number out: what it writes of each version that is known. */
const withZoomBuilds = (
  builds: Catalogue['zoomWindowsBuilds'],
  products: readonly Product[],
): Catalogue['zoomWindowsBuilds'] => {
  const known = products
    .filter(({ scheme }) => scheme === 'zoom')
    .flatMap(({ newest: releases }) => releases.filter(({ platform }) => platform === 'win32'))
    .flatMap(({ version }) => {
      const [major, minor, patch, build] = version.split('.');
      return patch === undefined || build === undefined ? [] : [[`${major}.${minor}.${build}`, version] as const];
    });
  return { ...Object.fromEntries(known), ...builds };
};

/** The catalogue with what one feed found. Products and systems that the catalogue does not have are left out. */
export const merge = (catalogue: Catalogue, feed: Pick<Feed, 'id' | 'what'>, found: Found, today: IsoDate): Merged => {
  const tally: Tally = { notes: [], taken: [], newer: false };
  const { notes } = tally;
  const releases = found.releases ?? [];
  const products = catalogue.products.map((product) =>
    releases
      .filter((release) => release.product === product.id)
      .reduce((merged, release) => mergeRelease(merged, release, feed, today, tally), product),
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
      zoomWindowsBuilds: withZoomBuilds(catalogue.zoomWindowsBuilds, products),
      products,
      systems,
      sources: { ...catalogue.sources, [feed.id]: { what: feed.what, date: today } },
    },
    ...tally,
  };
};
