/**
 * Owns what on the computer itself shows that a program is current, for when the list of versions is too old to tell: no
 * update waits for it in the source that keeps it; its own updater looked lately and replaced it lately; or its version says
 * when it was made. The date of a file alone shows nothing. What the list says for sure is never overruled here.
 */

import type { Product } from '../../catalogue/catalogue.ts';
import type { Fact } from '../../facts/fact.ts';
import type { AppOrigins, AppUpdaters, InstalledApp, PendingUpdates, Platform } from '../../facts/index.ts';
import { product as productValue, type Value } from '../../messages/value.ts';
import { daysBetween, type IsoDate, type IsoTime, isoTime } from '../../text/time.ts';
import { compareVersions, type Version } from '../../versions/version.ts';
import { isInRepository } from './meeting-apps-remedies.ts';

/** What is read beside the programs themselves; each may be unknown. */
export interface SignFacts {
  readonly pendingUpdates: Fact<PendingUpdates>;
  readonly updatesLookedAt: Fact<IsoTime | 'never'>;
  readonly appOrigins: Fact<AppOrigins>;
  readonly appUpdaters: Fact<AppUpdaters>;
}

export type Sign =
  | { readonly is: 'none-waiting'; readonly source: Value; readonly lookedAt: IsoTime }
  | { readonly is: 'update-waiting' }
  | { readonly is: 'updater'; readonly by: string; readonly lookedAt: IsoTime; readonly changedAt: IsoTime }
  | { readonly is: 'own-date'; readonly made: IsoDate };

interface Asked {
  readonly app: InstalledApp;
  readonly product: Product;
  readonly version: Version;
  readonly platform: Platform;
  readonly now: IsoTime;
  /** Policy: how long a program may go on after a newer version came out. */
  readonly graceDays: number;
}

/** How old a look for updates may be. */
const LOOK_DAYS = 7;

/** How long each maker goes at most without a new version: one that is no older was hardly overtaken. */
const rhythms: ReadonlyMap<string, number> = new Map([
  ...['zoom', 'slack', 'webex', 'whatsapp', 'brave'].map((id): [string, number] => [id, 45]),
  ...['mattermost', 'ringcentral', 'goto', 'jitsi', 'zoho-meeting'].map((id): [string, number] => [id, 120]),
]);
const rhythmOf = ({ id }: Product): number => rhythms.get(id) ?? 21;

/** Not longer ago than that, and not in the future, which only a wrong clock writes. */
const isWithin = (at: IsoTime | IsoDate, days: number, now: IsoTime): boolean => {
  const age = daysBetween(at, now);
  return age >= 0 && age <= days;
};

/** "package zoom in …"; pacman's own folder of a package, named after it, its version and its release. */
const packageName = ({ source }: InstalledApp): string | undefined =>
  /^package (\S{1,200}) in /.exec(source)?.[1] ??
  /\/pacman\/local\/(\S{1,200})-[^-]{1,100}-[^-]{1,100}$/.exec(source)?.[1];

/** A list without a program in it speaks for that program only if its own source, too, was looked at lately. */
const fromPackages = ({ app, product, now }: Asked, facts: SignFacts): Sign | undefined => {
  const { pendingUpdates: pending, updatesLookedAt: looked, appOrigins: origins } = facts;
  const name = packageName(app);
  if (name === undefined || pending.state === 'unknown' || looked.state === 'unknown' || origins.state === 'unknown')
    return undefined;
  if (pending.value.updates.some((update) => update.name === name)) return { is: 'update-waiting' };
  const proof = origins.value.origins.find(
    (one) => one.product === app.product && one.kind === app.kind && one.source === app.source,
  )?.proof;
  if (proof?.is !== 'source' || looked.value === 'never' || !isWithin(looked.value, LOOK_DAYS, now)) return undefined;
  const { listedAt } = proof;
  if (listedAt === null || (listedAt !== undefined && !isWithin(listedAt, rhythmOf(product), now))) return undefined;
  // The signature of an RPM package says who packed it, not that a source still holds it.
  if (app.kind === 'rpm' && !isInRepository(product.id)) return undefined;
  return { is: 'none-waiting', source: proof.name, lookedAt: looked.value };
};

/** Safari comes with the updates of macOS: while any that matters waits, it may be among them. */
const fromSystem = ({ product, platform, now }: Asked, facts: SignFacts): Sign | undefined => {
  const { pendingUpdates: pending, updatesLookedAt: looked } = facts;
  if (product.id !== 'safari' || platform !== 'darwin' || pending.state === 'unknown' || looked.state === 'unknown')
    return undefined;
  if (pending.value.updates.some(({ security }) => security !== false)) return { is: 'update-waiting' };
  if (looked.value === 'never' || !isWithin(looked.value, LOOK_DAYS, now)) return undefined;
  return { is: 'none-waiting', source: productValue('Software Update'), lookedAt: looked.value };
};

/**
 * What an updater was answered is not noted: that it looked counts only where it also knows this very version, and where
 * that was put in place lately, since an updater that may not install anything looks just as often.
 */
const fromUpdater = ({ app, product, now }: Asked, { appUpdaters }: SignFacts): Sign | undefined => {
  if (appUpdaters.state === 'unknown' || app.version === null) return undefined;
  const { version } = app;
  const own = appUpdaters.value.updaters.find(
    (one) =>
      one.product === app.product &&
      one.source === app.source &&
      compareVersions(one.version, version) === 0 &&
      isWithin(one.lookedAt, LOOK_DAYS, now) &&
      isWithin(one.changedAt, rhythmOf(product), now),
  );
  return own && { is: 'updater', by: own.by, lookedAt: own.lookedAt, changedAt: own.changedAt };
};

const dayOf = (year: number, month: number, day: number): IsoDate | undefined =>
  year >= 2020 && year < 2100 ? new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) : undefined;

/** How long ago the last known release may be from which its maker's rhythm is counted on. */
const RHYTHM_DAYS = 365;

/** The first day on which a first number that the list does not know can have come out, by its maker's rhythm. */
const byRhythm = ({ app, product, version, platform, now }: Asked): IsoDate | undefined => {
  const { rhythm } = product;
  if (rhythm?.confirmed !== true || app.branch !== undefined || version.before !== null) return undefined;
  const known = product.newest
    .filter((release) => release.confirmed && release.platform === platform && release.branch === undefined)
    .toSorted((a, b) => compareVersions(a.version, b.version))
    .at(-1);
  const steps = Number(version.parts[0]) - Number(known?.version.split('.')[0]);
  if (known === undefined || !(steps > 0) || !isWithin(known.date, RHYTHM_DAYS, now)) return undefined;
  return isoTime(Date.parse(known.date) + steps * rhythm.days * 86_400_000)?.slice(0, 10);
};

/** The first day on which a version can have been made, where its maker writes that into it. */
const madeOn = (asked: Asked): IsoDate | undefined => {
  const { product, version } = asked;
  const [first = 0, second = 0, third = 0] = version.parts.map(Number);
  const isMonth = second >= 1 && second <= 12;
  switch (product.id) {
    case 'webex':
      // 46.9 is of September 2026.
      return isMonth ? dayOf(first + 1980, second, 1) : undefined;
    case 'jitsi':
      return isMonth ? dayOf(first, second, 1) : undefined;
    case 'whatsapp': {
      // 2.2638 on Windows and 2.26.38 on the Mac are of week 38 of 2026.
      const [year, week] = second >= 1_000 ? [Math.floor(second / 100), second % 100] : [second, third];
      return week >= 1 && week <= 53 ? dayOf(2_000 + year, 1, 1 + (week - 1) * 7) : undefined;
    }
    default:
      return byRhythm(asked);
  }
};

/** What was made within the grace cannot have been overtaken for longer. */
const fromOwnNumber = (asked: Asked): Sign | undefined => {
  const made = madeOn(asked);
  return made !== undefined && isWithin(made, asked.graceDays, asked.now) ? { is: 'own-date', made } : undefined;
};

/** The strongest sign there is. */
export const otherSign = (asked: Asked, facts: SignFacts): Sign | undefined =>
  fromPackages(asked, facts) ?? fromSystem(asked, facts) ?? fromUpdater(asked, facts) ?? fromOwnNumber(asked);
