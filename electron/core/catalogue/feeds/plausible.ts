/** Owns whether a version that a feed names can be: a step that no maker makes is an error, or somebody else's answer. */
import type { IsoDate } from '../../text/time.ts';
import { daysBetween } from '../../text/time.ts';
import { teamsBuildDay } from '../../versions/spelling.ts';
import { compareVersions, parseVersion } from '../../versions/version.ts';
import type { Product, Release } from '../catalogue.ts';
import type { FoundRelease } from './feed.ts';

/** Days that a clock here may be behind. */
const CLOCK_DAYS = 2;
/**
 * How far the first and the second number may have moved in so many days since the known one was seen. A browser comes every
 * two weeks; of everything else the first number is a year, or hardly ever moves, and the second counts releases.
 */
const stepsIn = (days: number, isBrowser: boolean): { readonly first: number; readonly second: number } => ({
  first: isBrowser ? 4 + Math.ceil(days / 10) : 1 + Math.ceil(days / 180),
  second: 12 + Math.ceil(days / 5),
});

const partsOf = (version: string): readonly number[] => parseVersion(version)?.parts.map(Number) ?? [];

const inSeries = (release: Release, found: FoundRelease): boolean =>
  release.platform === found.platform &&
  release.architecture === found.architecture &&
  release.branch === found.branch &&
  release.line === found.line;

/** What this version is measured by: the newest of its own series, else the newest of any system that counts as it does. */
const reference = (product: Product, found: FoundRelease): Release | undefined => {
  const confirmed = product.newest.filter(({ confirmed: is }) => is);
  const own = confirmed.filter((release) => inSeries(release, found));
  const shared = confirmed.filter(({ branch, line }) => branch === found.branch && line === found.line);
  const measured = own.length > 0 ? own : product.sharedParts === undefined ? [] : shared;
  return measured.toSorted((a, b) => compareVersions(a.version, b.version)).at(-1);
};

/** Why it cannot be, as the end of a sentence; null when it can. Whether it is a step back is not looked at. */
export const implausible = (product: Product, found: FoundRelease, today: IsoDate): string | null => {
  if (found.date !== undefined && daysBetween(today, found.date) > CLOCK_DAYS)
    return `is dated ${found.date}, in the future`;
  const known = reference(product, found);
  if (product.scheme === 'teams') {
    const version = parseVersion(found.version);
    const built = version === null ? null : teamsBuildDay(version);
    if (built === null) return 'is no version of it';
    return daysBetween(today, built) > CLOCK_DAYS ? 'is built in the future' : null;
  }
  if (known === undefined) return null;
  const [first = 0, second = 0] = partsOf(found.version);
  const [knownFirst = 0, knownSecond = 0] = partsOf(known.version);
  const most = stepsIn(Math.max(0, daysBetween(known.seenOn, today)), product.kind === 'browser');
  const isFar = first - knownFirst > most.first || (first === knownFirst && second - knownSecond > most.second);
  return isFar ? `is too far from ${known.version}, which is known` : null;
};
