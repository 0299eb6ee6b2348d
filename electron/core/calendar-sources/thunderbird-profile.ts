/** Owns what Thunderbird's own settings say: the profile in use, its calendars, the person's addresses. */
import { sanitize } from '../text/sanitize.ts';
import { parseKeyFile } from './key-file.ts';
import type { SourceCalendar } from './shape.ts';

/** Where a profile lies; `relative`: below the folder of profiles.ini. */
export interface ProfilePath {
  readonly path: string;
  readonly relative: boolean;
}

/**
 * The profiles in use: of each installation its default, else the one marked so. A fresh machine has an empty profile with
 * "Default=1" that nothing uses.
 */
export const profilesInUse = (profilesIni: string): readonly ProfilePath[] => {
  const sections = [...parseKeyFile(profilesIni)];
  const profiles = sections.filter(([name]) => /^Profile\d+$/.test(name)).map(([, keys]) => keys);
  const ofInstalls = sections.flatMap(([name, keys]) =>
    name.startsWith('Install') ? (keys.get('Default') ?? []) : [],
  );
  const marked = profiles.filter((keys) => keys.get('Default') === '1').flatMap((keys) => keys.get('Path') ?? []);
  const only = profiles.length === 1 ? profiles.flatMap((keys) => keys.get('Path') ?? []) : [];
  const [chosen = []] = [ofInstalls, marked, only].filter((paths) => paths.length > 0);
  return [...new Set(chosen)].map((path) => ({
    path,
    relative: profiles.find((keys) => keys.get('Path') === path)?.get('IsRelative') !== '0',
  }));
};

export interface ThunderbirdCalendar extends SourceCalendar {
  /** The calendar's own id, as its database has it. */
  readonly key: string;
  /** `storage`: the calendar itself lies here; `cache`: a copy does; `nowhere`: nothing does. */
  readonly place: 'storage' | 'cache' | 'nowhere';
}

/** The settings that matter here: calendars and mail identities. */
const PREF = /^user_pref\("((?:calendar\.registry|mail\.identity)\.[^"\\]{1,200})",\s*(.{1,2000})\);\s*$/;

const prefValue = (text: string): string | boolean | number | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? value : null;
  } catch {
    return null;
  }
};

/** The calendars that a profile's prefs.js names, in no set order. `profile` keeps those of several profiles apart. */
export const thunderbirdCalendars = (prefsJs: string, profile: string): readonly ThunderbirdCalendar[] => {
  const prefs = new Map<string, string | boolean | number | null>();
  const keys = new Set<string>();
  for (const line of prefsJs.split('\n')) {
    const [, name, value] = PREF.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    prefs.set(name, prefValue(value));
    const key = /^calendar\.registry\.([^.]+)\./.exec(name)?.[1];
    if (key !== undefined) keys.add(key);
  }
  const text = (name: string): string | undefined => {
    const value = prefs.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const addressOf = (identity: string): string[] => {
    const address = text(`mail.identity.${identity}.useremail`)?.trim().toLowerCase();
    return address?.includes('@') === true ? [address] : [];
  };
  const all = [...prefs.keys()].flatMap((name) => /^mail\.identity\.([^.]+)\.useremail$/.exec(name)?.[1] ?? []);
  return [...keys].flatMap((key) => {
    const of = (name: string) => `calendar.registry.${key}.${name}`;
    const type = text(of('type'));
    if (type === undefined) return [];
    const identity = text(of('imip.identity.key'));
    const ownAddresses = [
      ...new Set([...(identity === undefined ? [] : addressOf(identity)), ...all.flatMap(addressOf)]),
    ];
    return [
      {
        id: `${profile}/${key}`,
        key,
        name: sanitize(text(of('name')) ?? '', 60) || type,
        hidden: prefs.get(of('disabled')) === true || prefs.get(of('calendar-main-in-composite')) === false,
        ownAddresses,
        place: type === 'storage' ? 'storage' : prefs.get(of('cache.enabled')) === true ? 'cache' : 'nowhere',
      } as const,
    ];
  });
};
