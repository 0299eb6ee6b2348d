/** Owns since when security updates wait, and for how long no update is usual: the clocks of "are updates waiting". */
import type { PendingUpdate, Platform } from '../../facts/index.ts';
import { daysBetween, type IsoTime, isoTime } from '../../text/time.ts';

const DAY_MS = 86_400_000;

/**
 * Days without any update after which a list without security updates is not believed. Windows brings one every month, on
 * the second Tuesday; a Linux distribution several a week; Apple one every six to eight weeks.
 */
export const longestSilence: Readonly<Record<Platform, number>> = { win32: 45, darwin: 120, linux: 60 };

/** Days after the last installation within which all that waits may have come today. Windows has a calendar instead. */
const mayBeNew: Readonly<Record<Exclude<Platform, 'win32'>, number>> = { darwin: 120, linux: 20 };

/**
 * More security updates than come out in the days since an installation show, where their packages were all left alone, when
 * everything was last updated.
 */
const ENOUGH_TO_TELL = 10;
const MOST_A_DAY = 3;

/** One fix may replace dozens of packages, whose names begin alike: `samba-common`, `samba-libs`. */
const familiesOf = (updates: readonly PendingUpdate[]): number =>
  new Set(updates.map(({ name }) => name.split('-')[0])).size;

/** More than come out between two updates of a system that is looked after. */
export const MANY = 100;

/** The second Tuesday of a month, at 10 in the morning of Redmond: when Microsoft publishes. It has summer time until November. */
const patchDayOf = (year: number, month: number): number => {
  const weekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return Date.UTC(year, month, 8 + ((9 - weekday) % 7), month >= 2 && month <= 9 ? 17 : 18);
};

/** The first patch day after an instant. */
export const patchDayAfter = (at: IsoTime): IsoTime | undefined => {
  const time = new Date(at);
  const [year, month] = [time.getUTCFullYear(), time.getUTCMonth()];
  const next = [patchDayOf(year, month), patchDayOf(year, month + 1)].find((day) => day > time.getTime());
  return next === undefined ? undefined : isoTime(next);
};

const oldest = (times: readonly IsoTime[]): IsoTime | undefined => times.toSorted()[0];

export interface Clocks {
  readonly platform: Platform;
  readonly now: IsoTime;
  /** The last look for updates: what was on the list then has waited since. */
  readonly lookedAt: IsoTime | undefined;
  /** The last installation of updates. */
  readonly installedAt: IsoTime | undefined;
  /** When this computer was first seen waiting for an update, by its name. */
  readonly firstSeen: ReadonlyMap<string, IsoTime>;
}

/** Since when at least one of them is known to wait; it may be longer. */
export const waitingSince = (updates: readonly PendingUpdate[], clocks: Clocks): IsoTime | undefined =>
  oldest([
    ...updates.flatMap(({ name, since }) => [since ?? [], clocks.firstSeen.get(name) ?? []].flat()),
    ...(clocks.lookedAt === undefined || updates.length === 0 ? [] : [clocks.lookedAt]),
  ]);

/** The last installation of everything: one package of many that was touched since is none. */
export const lastUpgrade = (
  updates: readonly PendingUpdate[],
  { installedAt, now }: Pick<Clocks, 'installedAt' | 'now'>,
): IsoTime | undefined => {
  const replaced = updates.flatMap(({ replacesOf }) => replacesOf ?? []);
  const since = installedAt === undefined ? 0 : daysBetween(installedAt, now);
  const isTelling = replaced.length === updates.length && familiesOf(updates) > ENOUGH_TO_TELL + MOST_A_DAY * since;
  const untouchedSince = isTelling ? replaced.toSorted().at(-1) : undefined;
  return oldest([installedAt ?? [], untouchedSince ?? []].flat());
};

/**
 * Whether security updates have waited for longer than `graceDays`. What came out today is no reason to miss a call, whenever
 * something was last installed; what was left alone for longer than updates stay away has waited.
 */
export const hasWaited = (updates: readonly PendingUpdate[], graceDays: number, clocks: Clocks): boolean => {
  const { now, platform } = clocks;
  const isPast = (time: IsoTime | undefined): boolean => time !== undefined && daysBetween(time, now) > graceDays;
  if (isPast(waitingSince(updates, clocks))) return true;
  const installed = lastUpgrade(updates, clocks);
  if (installed === undefined) return false;
  if (platform === 'win32') return isPast(patchDayAfter(installed));
  return Date.parse(now) - Date.parse(installed) > mayBeNew[platform] * DAY_MS;
};
