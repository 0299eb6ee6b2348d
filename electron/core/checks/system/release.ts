/** Owns which row of the catalogue a system is judged by: its own, or that of the release it is made of. */
import type { Catalogue, SystemRelease } from '../../catalogue/catalogue.ts';
import type { OperatingSystem } from '../../facts/index.ts';
import type { IsoDate } from '../../text/time.ts';

/** The part of a version that names a release: the build on Windows, else the version itself. */
const releaseVersion = (system: OperatingSystem): string =>
  system.id.startsWith('windows') ? (system.version.split('.')[2] ?? '') : system.version;

const NUMBERS = /^\d{1,9}(?:\.\d{1,9}){0,5}$/;

const isNewer = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = Array.from({ length: 6 }, (_, index) => (left?.[index] ?? 0) - (right?.[index] ?? 0)).find(
    (it) => it !== 0,
  );
  return (at ?? 0) > 0;
};

/** The last day on which it is kept up at no cost; null where none is known. */
export const freeEnd = ({ ends, extendedEnds }: SystemRelease): IsoDate | null => extendedEnds ?? ends;

/** Day by day, so that what ended today is still supported. */
export const hasEnded = (release: SystemRelease, today: IsoDate): boolean => {
  const end = freeEnd(release);
  return end !== null && end < today;
};

const byEnd = (rows: readonly SystemRelease[]): readonly SystemRelease[] =>
  rows.toSorted((a, b) => ((freeEnd(a) ?? '9') < (freeEnd(b) ?? '9') ? -1 : 1));

/** What holds for every edition of a release: the last end where all have ended, the first where none has. */
const ofEveryEdition = (rows: readonly SystemRelease[], today: IsoDate): SystemRelease | undefined => {
  if (rows.every((row) => hasEnded(row, today))) return byEnd(rows).at(-1);
  return rows.some((row) => hasEnded(row, today)) ? undefined : byEnd(rows)[0];
};

/** The row of this very system: by the most exact version, or by its codename, and on Windows by edition. */
export const ownRelease = (
  system: OperatingSystem,
  { systems }: Catalogue,
  today: IsoDate,
): SystemRelease | undefined => {
  const version = releaseVersion(system);
  const rows = systems.filter(({ id }) => id === system.id);
  const byVersion = rows
    .filter((row) => version === row.version || version.startsWith(`${row.version}.`))
    .toSorted((a, b) => b.version.length - a.version.length);
  if (version === '') {
    const { own, ubuntu } = system.codenames ?? {};
    const name = own ?? (system.id === 'ubuntu' ? ubuntu : undefined);
    return rows.find(({ codename }) => codename !== undefined && codename === name);
  }
  // A copy on trial is kept up like the edition it is a trial of.
  const edition = system.edition?.replace(/Eval$/, '');
  const exact = byVersion.find(({ editions }) => edition !== undefined && editions?.includes(edition));
  return exact ?? byVersion.find(({ editions }) => editions === undefined) ?? ofEveryEdition(byVersion, today);
};

/** The row of the release that this one takes its packages from: it ends with that at the latest. */
export const baseRelease = (system: OperatingSystem, { systems }: Catalogue): SystemRelease | undefined => {
  const { own, ubuntu, debian } = system.codenames ?? {};
  const named = (id: string, codename: string | undefined) =>
    id === system.id ? undefined : systems.find((row) => row.id === id && row.codename === (codename ?? ''));
  const isLike = (id: string) => system.like.includes(id) && id !== system.id;
  const byName =
    named('ubuntu', ubuntu) ??
    named('debian', debian) ??
    (isLike('ubuntu') ? named('ubuntu', own) : undefined) ??
    (isLike('debian') ? named('debian', own) : undefined);
  if (byName !== undefined) return byName;
  const major = /^\d{1,3}(?=\.|$)/.exec(system.version)?.[0];
  const numbered = (id: string) => systems.find((row) => row.id === id && row.version === major && row.confirmed);
  if (isLike('rhel') && numbered('rhel') !== undefined) return numbered('rhel');
  // Lower numbers are those of Fedora's relatives, which count on their own.
  return isLike('fedora') && Number(major) >= 24 ? numbered('fedora') : undefined;
};

/** Newer than every release of the same system whose end is settled. */
export const isNewerThanKnown = (system: OperatingSystem, { systems }: Catalogue): boolean => {
  const known = systems.filter((row) => row.id === system.id && row.confirmed);
  const version = releaseVersion(system);
  return known.length > 0 && NUMBERS.test(version) && known.every((row) => isNewer(version, row.version));
};

/**
 * The release of the same system that follows this one where it is not listed itself; of its editions the one kept up longest.
 * What is kept up for longer than its successors is always listed.
 */
export const nextRelease = (system: OperatingSystem, { systems }: Catalogue): SystemRelease | undefined => {
  const version = releaseVersion(system);
  if (!NUMBERS.test(version)) return undefined;
  const newer = systems.filter((row) => row.id === system.id && row.confirmed && isNewer(row.version, version));
  return byEnd(newer.filter((row) => newer.every((other) => !isNewer(row.version, other.version)))).at(-1);
};
