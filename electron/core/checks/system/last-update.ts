/** Owns when a system was last updated: by its history, unless a wrong clock or the version it left behind speaks against that. */
import type { Platform } from '../../facts/index.ts';
import { daysBetween, type IsoTime } from '../../text/time.ts';
import { longestSilence } from './update-clock.ts';
import { revisionDay } from './windows-revisions.ts';

/** More than a day ahead, which only a wrong clock writes: such a date proves nothing. */
export const isAhead = (at: IsoTime, now: IsoTime): boolean => daysBetween(at, now) < -1;

/** A macOS that is older than this lacks fixes since that day. Apple's security releases as of 29 November 2026. */
const macReleases: ReadonlyMap<number, readonly [version: readonly number[], day: string]> = new Map([
  [26, [[26, 6, 2], '2026-08-17']],
  [15, [[15, 7, 9], '2026-08-06']],
  [14, [[14, 8, 9], '2026-08-06']],
  [13, [[13, 7, 8], '2025-08-20']],
  [12, [[12, 7, 6], '2024-07-29']],
  [11, [[11, 7, 10], '2023-09-11']],
]);

/** Days for which a Mac may go on without a release that is out: an organisation may keep one back for as long as 90. */
const LACKING_DAYS = 90;

const lackingSince = (version: string): IsoTime | undefined => {
  const parts = version.split('.').map(Number);
  const [known, day] = macReleases.get(parts[0] ?? 0) ?? [];
  const difference = known?.map((part, index) => (parts[index] ?? 0) - part).find((it) => it !== 0) ?? 0;
  return difference < 0 && day !== undefined ? `${day}T23:59:59.000Z` : undefined;
};

export interface LastUpdate {
  readonly at: IsoTime | undefined;
  /** Longer ago than updates stay away. */
  readonly isSilent: boolean;
}

/** A history may be lost, or name what is no update of the system; the version that runs cannot. */
export const lastUpdate = (
  platform: Platform,
  version: string,
  stated: IsoTime | undefined,
  now: IsoTime,
): LastUpdate => {
  const told = stated === undefined || isAhead(stated, now) ? undefined : stated;
  const built = platform === 'win32' ? revisionDay(version) : platform === 'darwin' ? lackingSince(version) : undefined;
  const isContradicted = built !== undefined && (told === undefined || daysBetween(built, told) > longestSilence.win32);
  const at = isContradicted ? built : told;
  const limit = isContradicted && platform === 'darwin' ? LACKING_DAYS : longestSilence[platform];
  return { at, isSilent: at !== undefined && daysBetween(at, now) > limit };
};
