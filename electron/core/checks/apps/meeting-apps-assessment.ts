/** Owns the judgement of one installed program against the catalogue and the organisation's requirements, as data without words. */
import type { Advisory, Catalogue, Minimum, Product, Release, Retirement } from '../../catalogue/catalogue.ts';
import { type InstalledApp, type Platform, platforms } from '../../facts/index.ts';
import { daysBetween, type IsoDate, type IsoTime } from '../../text/time.ts';
import { readVersion, teamsBuildDay } from '../../versions/spelling.ts';
import { compareVersions, leading, type Relation, relation, type Version } from '../../versions/version.ts';
import { satisfies, type VersionRange } from '../../versions/version-range.ts';
import { otherSign, type Sign, type SignFacts } from './other-signs.ts';

export interface Requirements {
  readonly graceDays: number;
  readonly browserGraceDays: number;
  readonly catalogueMaximumAgeDays: number;
  readonly unusedDays: number;
  /** Product id → versions that are accepted. */
  readonly demanded: ReadonlyMap<string, VersionRange>;
  /** Empty: every meeting app. */
  readonly allowed: ReadonlySet<string>;
  readonly forbidden: ReadonlySet<string>;
}

export type VersionAssessment =
  | { readonly is: 'forbidden' | 'not-allowed' | 'version-unreadable' | 'build-unclear' | 'no-versions-known' }
  | { readonly is: 'unused'; readonly days: number }
  | { readonly is: 'retired'; readonly retired: Retirement; readonly replaced: boolean }
  | { readonly is: 'below-minimum'; readonly minimum: Minimum }
  | { readonly is: 'vulnerable'; readonly advisories: readonly [Advisory, ...Advisory[]] }
  | { readonly is: 'outside-demand'; readonly range: string }
  | { readonly is: 'shut-out' | 'ageing' | 'young'; readonly built: IsoDate; readonly ageDays: number }
  | { readonly is: 'behind' | 'behind-in-grace'; readonly newest: Release; readonly since: IsoDate }
  | { readonly is: 'current' | 'newer' | 'list-too-old'; readonly newest: Release }
  | { readonly is: 'other-sign'; readonly sign: Sign };

export interface Subject {
  readonly app: InstalledApp;
  readonly product: Product;
  readonly platform: Platform;
  readonly catalogue: Catalogue;
  readonly requirements: Requirements;
  /** Ids of all products found, to see whether a retired one has been replaced. */
  readonly installed: ReadonlySet<string>;
  readonly signs: SignFacts;
  readonly now: IsoTime;
}

/** Firefox releases always have 0 as their second number; only ESR counts it up. */
const branchOf = ({ app, product }: Subject, version: Version): string | undefined =>
  app.branch ??
  (product.scheme === 'firefox' && (version.esr || (version.parts[1] ?? '0') !== '0') ? 'esr' : undefined);

const isOlder = (found: Relation): boolean => found === 'older';
const isReached = (found: Relation): boolean => found === 'same' || found === 'newer';

/** Everything the catalogue says with certainty about this program, and how the found version stands to it. */
const measured = (subject: Subject, version: Version) => {
  const { app, product, platform, catalogue } = subject;
  const branch = branchOf(subject, version);
  const to = (wanted: string, parts?: number): Relation => {
    const read = readVersion(wanted, product, platform, catalogue.zoomWindowsBuilds);
    if (read === null) return 'unknown';
    return parts === undefined ? relation(version, read) : relation(leading(version, parts), leading(read, parts));
  };
  const confirmed = product.newest.filter((release) => release.confirmed && release.branch === branch);
  const own = confirmed.filter(
    (release) =>
      release.platform === platform &&
      (release.architecture === undefined || release.architecture === app.architecture),
  );
  const inLine = own.filter(({ line }) => line !== undefined && line === version.parts[0]);
  const shared = product.sharedParts;
  const others = shared === undefined ? [] : confirmed.filter((release) => release.platform !== platform);
  const toRelease = (release: Release): Relation =>
    to(release.version, release.platform === platform ? undefined : shared);
  return { branch, to, own: inLine.length > 0 ? inLine : own, others, toRelease };
};
type Measured = ReturnType<typeof measured>;

const newestOf = (releases: readonly Release[]): Release | undefined =>
  releases.toSorted((a, b) => compareVersions(a.version, b.version)).at(-1);

/** The oldest version its vendor lets in today: minimums only ever rise. */
const minimumFor = ({ product, platform, now }: Subject, { branch }: Measured): Minimum | undefined =>
  product.minimum
    .filter((it) => it.confirmed && branch === undefined && it.platform === platform && it.from <= now.slice(0, 10))
    .toSorted((a, b) => compareVersions(a.version, b.version))
    .at(-1);

/** Whether an advisory applies: `unknown` when the version says too little. */
const affects = (advisory: Advisory, { to }: Measured): boolean | 'unknown' => {
  const start = advisory.affectedFrom === undefined ? 'newer' : to(advisory.affectedFrom);
  const end = to(advisory.fixedIn ?? advisory.lastAffected ?? '');
  const isOver = advisory.fixedIn === undefined ? end === 'newer' : isReached(end);
  if (isOlder(start) || isOver) return false;
  return start === 'unknown' || end === 'unknown' ? 'unknown' : true;
};

const severities: readonly Advisory['severity'][] = ['critical', 'high', 'medium', 'low'];

const advisoriesFor = ({ product, platform }: Subject, found: Measured) => {
  const candidates = product.advisories
    .filter((it) => it.confirmed && it.branch === found.branch && it.platforms.includes(platform))
    .map((advisory) => ({ advisory, affected: affects(advisory, found) }));
  const [first, ...more] = candidates
    .filter(({ affected }) => affected === true)
    .map(({ advisory }) => advisory)
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const certain: VersionAssessment | undefined = first && { is: 'vulnerable', advisories: [first, ...more] };
  return { certain, unclear: candidates.some(({ affected }) => affected === 'unknown') };
};

/** Where a vendor shuts versions out by age. Its own build date needs no catalogue; that a newer one exists does. */
const byAge = ({ product, now }: Subject, version: Version, found: Measured): VersionAssessment | undefined => {
  const built = product.ageing?.confirmed ? teamsBuildDay(version) : null;
  if (built === null || product.ageing === undefined) return undefined;
  const ageDays = daysBetween(built, now.slice(0, 10));
  if (ageDays < 0) return undefined;
  if (ageDays <= product.ageing.usableDays) return { is: 'young', built, ageDays };
  const isOvertaken = [...found.own, ...found.others].some((release) => isOlder(found.toRelease(release)));
  // By its own number it is old, whatever the list knows; that it is shut out takes a newer one to have come out.
  return { is: isOvertaken && ageDays > product.ageing.blockedDays ? 'shut-out' : 'ageing', built, ageDays };
};

const graceOf = ({ kind }: Product, { graceDays, browserGraceDays }: Requirements): number =>
  kind === 'browser' ? browserGraceDays : graceDays;

/**
 * Since when a version has been overtaken: at the latest since the first day on which a newer one was surely out, at the
 * earliest since the last day on which a release that it reaches was the newest. Doubt between the two is told as "behind".
 */
const behind = ({ product, requirements, now }: Subject, newest: Release, found: Measured): VersionAssessment => {
  const grace = graceOf(product, requirements);
  const known = [...found.own, ...found.others];
  const overtaking = known.filter((release) => isOlder(found.toRelease(release)));
  const latest = overtaking.map(({ date }) => date).toSorted()[0] ?? newest.date;
  const earliest = known
    .filter((release) => isReached(found.toRelease(release)))
    .map(({ seenOn }) => seenOn)
    .toSorted()
    .at(-1);
  const inGrace = daysBetween(latest, now) <= grace && earliest !== undefined && daysBetween(earliest, now) <= grace;
  return { is: inGrace ? 'behind-in-grace' : 'behind', newest, since: latest };
};

/**
 * Nothing newer is known. A version that is just the newest known may have been overtaken on the day after that was seen,
 * so it passes for as long as its grace; one that is newer still, for as long as the list may be old.
 */
const upToDate = ({ product, requirements, now }: Subject, newest: Release, found: Measured): VersionAssessment => {
  const elsewhere = platforms.map((name) => newestOf(found.others.filter(({ platform }) => platform === name)));
  const references = [newest, ...elsewhere.filter((release) => release !== undefined)];
  const freshest = references
    .filter((release) => isReached(found.toRelease(release)))
    .toSorted((a, b) => (a.seenOn < b.seenOn ? -1 : 1))
    .at(-1);
  const reference = freshest ?? newest;
  const is = found.toRelease(reference) === 'newer' ? 'newer' : 'current';
  const { catalogueMaximumAgeDays } = requirements;
  const limit =
    is === 'newer' ? catalogueMaximumAgeDays : Math.min(graceOf(product, requirements), catalogueMaximumAgeDays);
  return { is: daysBetween(reference.seenOn, now) > limit ? 'list-too-old' : is, newest: reference };
};

const byVersion = (subject: Subject, version: Version): VersionAssessment => {
  const { product, requirements } = subject;
  const found = measured(subject, version);
  const minimum = minimumFor(subject, found);
  const atMinimum = minimum === undefined ? 'newer' : found.to(minimum.version);
  if (minimum !== undefined && isOlder(atMinimum)) return { is: 'below-minimum', minimum };
  const { certain, unclear } = advisoriesFor(subject, found);
  if (certain !== undefined) return certain;
  const demand = requirements.demanded.get(product.id);
  const { platform, catalogue } = subject;
  const spelled = (text: string): Version | null => readVersion(text, product, platform, catalogue.zoomWindowsBuilds);
  const inDemand = demand === undefined ? 'yes' : satisfies(version, demand, spelled);
  if (demand !== undefined && inDemand === 'no') return { is: 'outside-demand', range: demand.text };
  if (unclear || atMinimum === 'unknown' || inDemand === 'unknown') return { is: 'build-unclear' };
  const aged = byAge(subject, version, found);
  if (aged !== undefined) return aged;
  const newest = newestOf(found.own) ?? newestOf(found.others);
  if (newest === undefined) return { is: 'no-versions-known' };
  const toNewest = found.toRelease(newest);
  if (toNewest === 'unknown') return { is: 'build-unclear' };
  return isOlder(toNewest) ? behind(subject, newest, found) : upToDate(subject, newest, found);
};

/** An organisation that names meeting apps means those and no others. */
export const isOffTheList = ({ product, requirements }: Subject): boolean =>
  product.kind === 'meeting-app' &&
  requirements.allowed.size > 0 &&
  !requirements.allowed.has(product.id) &&
  !requirements.forbidden.has(product.id);

/** What the list leaves open, other signs on this computer may tell. */
const withOtherSigns = (subject: Subject, version: Version): VersionAssessment => {
  const outcome = byVersion(subject, version);
  if (outcome.is !== 'list-too-old' && outcome.is !== 'no-versions-known') return outcome;
  const graceDays = graceOf(subject.product, subject.requirements);
  const sign = otherSign({ ...subject, version, graceDays }, subject.signs);
  return sign === undefined ? outcome : { is: 'other-sign', sign };
};

/** What is to be said of one installed program: the strongest thing first. */
export const assessVersion = (subject: Subject): VersionAssessment => {
  const { app, product, platform, catalogue, requirements, installed, now } = subject;
  if (requirements.forbidden.has(product.id)) return { is: 'forbidden' };
  if (app.lastUsed !== undefined) {
    const days = daysBetween(app.lastUsed, now);
    if (days > requirements.unusedDays) return { is: 'unused', days };
  }
  if (product.retired?.confirmed && product.retired.date <= now.slice(0, 10)) {
    const { replacedBy } = product.retired;
    return { is: 'retired', retired: product.retired, replaced: replacedBy === undefined || installed.has(replacedBy) };
  }
  const version =
    app.version === null ? null : readVersion(app.version, product, platform, catalogue.zoomWindowsBuilds);
  return version === null ? { is: 'version-unreadable' } : withOtherSigns(subject, version);
};
