/** Owns versions: reading what an installer wrote, ordering any two texts, and telling older from newer without guessing. */
import { compareIdentifiers } from 'semver';

/** Texts longer than this hold no version that a person released. */
const LONGEST = 200;

/** What installers write around a version. Anything else (a direction mark, a tag) makes it no version. */
const WRITTEN = /^[\w .,:+~()-]*$/;

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
  /** What a pre-release calls itself, "beta.2" as ["beta", "2"]; null for a release. */
  readonly before: readonly string[] | null;
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

/** Set off by a dot or a blank, or by nothing, only these words say that it is not finished; and Mozilla's "b3". */
const UNFINISHED = 'alpha|beta|canary|dev|insiders?|nightly|pre|preview|rc|snapshot';
const PRE_RELEASE = new RegExp(
  `^(?:[-~](?=[a-z])|[._ ]?(?=(?:${UNFINISHED})(?![a-z]))|(?=[ab]\\d))([a-z]{1,20})(?:[-._ ]?(\\d{1,15}))?((?:\\.[a-z0-9]{1,20}){0,5})`,
  'i',
);
/** Behind "-" or "~" any other word does, but those that say for what, or by whom, a release was packed. */
const PACKED = new Set(
  `aarch amd appimage arch arm armhf armv bpo build common darwin deb debian dfsg ds el esr exe fc final flatpak fp g ga
  git gnu hotfix i intel lts lp mac macos mint mga msi musl oe osx p patch pkg r release rev rpm rpt setup snap sp stable
  store suse u ubuntu ubuntustudio universal update user v win windows x`.split(/\s+/),
);
const COMMIT = /^[-~][0-9a-f]{7,40}(?![a-z0-9])/i;
const WRITTEN_SHORT: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta' };

const preRelease = (rest: string): readonly string[] | null => {
  const match = COMMIT.test(rest) ? null : PRE_RELEASE.exec(rest);
  const [, written = '', number, more = ''] = match ?? [];
  const word = written.toLowerCase();
  if (match === null || PACKED.has(word)) return null;
  return [
    word.length === 1 ? (WRITTEN_SHORT[word] ?? word) : word,
    ...(number === undefined ? [] : [digits(number)]),
    ...(more.toLowerCase().match(/[a-z]+|\d+/g) ?? []).map(digits),
  ];
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

/** As Semantic Versioning orders pre-releases: numbers as numbers, before words; fewer identifiers before more. */
const compareStage = (a: Version['before'], b: Version['before']): -1 | 0 | 1 => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  for (const [index, identifier] of a.entries()) {
    const other = b[index];
    const order = other === undefined ? 1 : compareIdentifiers(identifier, other);
    if (order !== 0) return order;
  }
  return a.length < b.length ? -1 : 0;
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
