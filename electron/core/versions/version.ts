/** Owns versions: reading what an installer wrote, ordering any two texts, and telling older from newer without guessing. */

/** Texts longer than this hold no version that a person released. */
const LONGEST = 200;

/** What installers write around a version. Anything else (a direction mark, a tag) makes it no version. */
const WRITTEN = /^[\w .,:+~()-]*$/;

/** How far before its release a version stands: alpha and nightly, beta, release candidate. */
interface PreRelease {
  readonly rank: 0 | 1 | 2;
  /** Digits. */
  readonly number: string;
}

/** A part that its writer left out, with what is known of it. */
export interface Gap {
  readonly index: number;
  /** Digits; null where nothing bounds it on that side. */
  readonly atLeast: string | null;
  readonly atMost: string | null;
}

export interface Version {
  /** Numbers as digits without leading zeros: they may be larger than a JavaScript number can hold. */
  readonly parts: readonly string[];
  /** Null for a release. */
  readonly before: PreRelease | null;
  /** Says of itself that it is of Mozilla's extended support line. */
  readonly esr: boolean;
  /** `parts` holds "0" at its index, which means nothing. */
  readonly gap?: Gap;
}

const digits = (text: string): string => text.replace(/^0+(?=\d)/, '');

const compareDigits = (a: string, b: string): -1 | 0 | 1 => {
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};

const ranks: Readonly<Record<string, PreRelease['rank']>> = {
  a: 0,
  alpha: 0,
  nightly: 0,
  dev: 0,
  pre: 0,
  b: 1,
  beta: 1,
  rc: 2,
};

const preRelease = (rest: string): PreRelease | null => {
  const match = /^(?:([ab])(\d{1,9})|[-~._ ]?(alpha|nightly|dev|pre|beta|rc)[-._ ]?(\d{0,9}))/i.exec(rest);
  const rank = ranks[(match?.[1] ?? match?.[3] ?? '').toLowerCase()];
  return rank === undefined ? null : { rank, number: digits(match?.[2] ?? (match?.[4] || '0')) };
};

/**
 * Reads a version as it was found: NULs, a leading "v", a Debian epoch, Debian and RPM revisions and "esr" fall away,
 * "X.Y.Z (B)" becomes X.Y.Z.B. Null when it does not begin with a number or holds a
 * character that no version has. Takes linear time on any text.
 */
export const parseVersion = (text: string): Version | null => {
  const clean = text.slice(0, LONGEST).replaceAll('\u0000', '').trim();
  if (!WRITTEN.test(clean)) return null;
  const match = /^v?(?:\d{1,9}:)?(\d+(?:\.\d+)*)(.*)$/i.exec(clean);
  if (match === null) return null;
  const [, numbers = '', tail = ''] = match;
  const build = /^ ?\((\d+)\)/.exec(tail);
  const rest = build === null ? tail : tail.slice(build[0].length);
  return {
    parts: [...numbers.split('.'), ...(build?.[1] === undefined ? [] : [build[1]])].map(digits),
    before: preRelease(rest),
    esr: /^esr/i.test(rest),
  };
};

const compareStage = (a: PreRelease | null, b: PreRelease | null): -1 | 0 | 1 => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return compareDigits(a.number, b.number);
};

/**
 * Orders any two texts, for lists: a missing part counts as zero, what is no version comes first. Never throws. To judge
 * whether one version is too old, ask `relation`.
 */
export const compareVersions = (a: string, b: string): -1 | 0 | 1 => {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left === null || right === null) {
    if (left !== null || right !== null) return left === null ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  for (let index = 0; index < Math.max(left.parts.length, right.parts.length); index++) {
    const order = compareDigits(left.parts[index] ?? '0', right.parts[index] ?? '0');
    if (order !== 0) return order;
  }
  return compareStage(left.before, right.before);
};

/** What a found version is to a wanted one. `same` also where one of them says less and all that both say is equal. */
export type Relation = 'older' | 'same' | 'newer' | 'unknown';

const named = (order: -1 | 0 | 1): Relation => (order < 0 ? 'older' : order > 0 ? 'newer' : 'same');

/** At a part that the found version leaves out: decided by its bounds, else by the part behind it (the build number). */
const acrossGap = (gap: Gap, found: Version, wanted: Version): Relation => {
  const asked = wanted.parts[gap.index] ?? '0';
  if (gap.atLeast !== null && compareDigits(gap.atLeast, asked) > 0) return 'newer';
  if (gap.atMost !== null && compareDigits(gap.atMost, asked) < 0) return 'older';
  const [build, wantedBuild] = [found.parts[gap.index + 1], wanted.parts[gap.index + 1]];
  if (build !== undefined && wantedBuild !== undefined) return named(compareDigits(build, wantedBuild));
  return gap.atLeast === asked ? 'same' : 'unknown';
};

/**
 * Compares part by part, as numbers. A missing part is unknown, not zero: 26.3.1012 is not older than 26.3.1012.1623.
 * A pre-release is older than its release.
 */
export const relation = (found: Version, wanted: Version): Relation => {
  const shared = Math.min(found.parts.length, wanted.parts.length);
  for (let index = 0; index < shared; index++) {
    if (found.gap?.index === index) return acrossGap(found.gap, found, wanted);
    const order = compareDigits(found.parts[index] ?? '0', wanted.parts[index] ?? '0');
    if (order !== 0) return named(order);
  }
  return named(compareStage(found.before, wanted.before));
};

/** The first parts of a version, as many as are asked for. */
export const leading = (version: Version, count: number): Version => ({
  ...version,
  parts: version.parts.slice(0, count),
});
