/** Owns Thunderbird and Betterbird: the profiles in use, and their local and copied calendars. */
import path from 'node:path';
import { type Freshness, type SourceReading, sourceWords } from '../../core/calendar-sources/shape.ts';
import {
  profilesInUse,
  type ThunderbirdCalendar,
  thunderbirdCalendars,
} from '../../core/calendar-sources/thunderbird-profile.ts';
import { isoTime } from '../../core/text/time.ts';
import type { Host } from '../machine/machine.ts';
import { type Collected, collect } from './collect.ts';
import { isThere, linkOf, sentenceOf, settingsText, statOf } from './files.ts';
import { type CalendarSourceReader, failedReading, isAmong, withoutPermission } from './source.ts';

/** Where profiles.ini may lie: plain, Flatpak and Snap homes. Betterbird keeps its own beside Thunderbird's, in the same form. */
const baseFolders = ({ platform, home, variables }: Host): readonly string[] => {
  if (platform === 'win32') {
    const roaming = variables.APPDATA ?? path.join(home, 'AppData', 'Roaming');
    return [path.join(roaming, 'Thunderbird'), path.join(roaming, 'Betterbird')];
  }
  if (platform === 'darwin') return [path.join(home, 'Library/Thunderbird'), path.join(home, 'Library/Betterbird')];
  return [
    '.thunderbird',
    '.var/app/org.mozilla.Thunderbird/.thunderbird',
    '.var/app/org.mozilla.thunderbird/.thunderbird',
    '.var/app/eu.betterbird.Betterbird/.thunderbird',
    'snap/thunderbird/common/.thunderbird',
  ].map((folder) => path.join(home, folder));
};

interface Profile {
  readonly folder: string;
  readonly calendars: readonly ThunderbirdCalendar[];
}

/** Throws `SourceProblem`. */
const profilesIn = async (base: string): Promise<Collected<Profile>> => {
  const ini = await settingsText(path.join(base, 'profiles.ini'));
  return collect(profilesInUse(ini ?? ''), async ({ path: named, relative }) => {
    const folder = relative ? path.join(base, named) : named;
    const prefs = await settingsText(path.join(folder, 'prefs.js'));
    // Its own random name tells it apart from others, and gives nothing away.
    return [{ folder, calendars: thunderbirdCalendars(prefs ?? '', path.basename(folder)) }];
  });
};

const databaseOf = ({ folder }: Profile, place: 'storage' | 'cache'): string =>
  path.join(folder, 'calendar-data', place === 'storage' ? 'local.sqlite' : 'cache.sqlite');

/** Whether it runs with this profile: on Linux a link names its process. Null where that cannot be told. */
const isRunning = async ({ platform }: Host, { folder }: Profile): Promise<boolean | null> => {
  // In a sandbox its process has another number than the one that is seen from here.
  if (platform !== 'linux' || folder.includes('/.var/app/')) return null;
  const link = await linkOf(path.join(folder, 'lock'));
  const pid = Number(/:\+?(\d+)$/.exec(link ?? '')?.[1] ?? 0);
  return pid > 0 && (await isThere(`/proc/${pid}`));
};

/** A copy is as old as Thunderbird's last write while it does not run; while it runs nobody says when it last looked. */
const freshnessOf = async (host: Host, profile: Profile, place: 'storage' | 'cache'): Promise<Freshness> => {
  if (place === 'storage') return { is: 'own' };
  if ((await isRunning(host, profile).catch(() => null)) !== false) return { is: 'untold' };
  const file = databaseOf(profile, place);
  const stats = [await statOf(file), await statOf(`${file}-wal`)];
  const at = isoTime(Math.max(...stats.map((one) => one?.modifiedMs ?? 0)));
  return at === undefined ? { is: 'untold' } : { is: 'as-of', at };
};

export const thunderbirdSource = (host: Host): CalendarSourceReader => {
  const profiles = () => collect(baseFolders(host), profilesIn);

  return {
    id: 'thunderbird',
    ...withoutPermission,
    probe: async () => {
      for (const base of baseFolders(host)) if (await isThere(path.join(base, 'profiles.ini'))) return true;
      return false;
    },
    calendars: async () => {
      const { found, problem } = await profiles();
      return { calendars: found.flatMap(({ calendars }) => calendars), problem };
    },
    read: async (what, copies) => {
      const readings: SourceReading[] = [];
      for (const profile of (await profiles()).found) {
        for (const calendar of profile.calendars.filter(isAmong(what))) {
          const { place, key } = calendar;
          if (place === 'nowhere') {
            readings.push(failedReading(calendar, sourceWords.notSynced));
            continue;
          }
          try {
            const freshness = await freshnessOf(host, profile, place);
            const file = await copies.of(databaseOf(profile, place));
            const content = { kind: 'thunderbird', file, calendar: key, span: what.span } as const;
            readings.push({ calendar, content, problem: null, freshness });
          } catch (error) {
            readings.push(failedReading(calendar, sentenceOf(error)));
          }
        }
      }
      return readings;
    },
  };
};
