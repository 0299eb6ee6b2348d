/** Owns what the preferences of a browser made from Chromium keep from one host. Of the rest nothing is looked at. */
import { type AskedDevice, askedDevices } from '../facts/browsers.ts';

const BLOCKED = 2;

const names: Readonly<Record<AskedDevice, string>> = { camera: 'media_stream_camera', microphone: 'media_stream_mic' };

/** A value below a path of own keys; undefined where there is none. */
const at = (value: unknown, ...keys: readonly string[]): unknown => {
  let current = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
};

/** How closely the first half of "https://[*.]zoom.us:443,*" names a host that is reached by https; undefined: it does not. */
const closeness = (pattern: string, host: string): number | undefined => {
  const [site = '', embedder = ''] = pattern.split(',');
  if (embedder !== '*' && embedder !== site) return undefined;
  if (site === '*' || site === 'https://*' || site === 'https://*:443') return 0;
  const [, wild = '', named = ''] = /^(?:https:\/\/)?(\[\*\.\])?([a-z0-9.-]+)(?::443)?$/i.exec(site) ?? [];
  const domain = named.toLowerCase();
  if (domain === '') return undefined;
  if (wild === '') return domain === host ? Number.POSITIVE_INFINITY : undefined;
  return domain === host || host.endsWith(`.${domain}`) ? domain.length : undefined;
};

/** The answer of the closest rule; of two as close the one that refuses. */
const answerOf = (exceptions: unknown, host: string): number | undefined => {
  if (typeof exceptions !== 'object' || exceptions === null) return undefined;
  const rules = Object.entries(exceptions).flatMap(([pattern, rule]) => {
    const close = closeness(pattern, host);
    const setting = at(rule, 'setting');
    return close === undefined || typeof setting !== 'number' ? [] : [{ close, setting }];
  });
  // Not spread out as arguments: nobody promises how many rules there are.
  const closest = rules.reduce((most, { close }) => Math.max(most, close), -1);
  const best = rules.filter(({ close }) => close === closest).map(({ setting }) => setting);
  return best.includes(BLOCKED) ? BLOCKED : best[0];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Null where the text is no preferences. Where no rule names the host the browser's answer for all others counts. */
export const refusedByChromium = (preferences: string, host: string): readonly AskedDevice[] | null => {
  const profile = at(parsed(preferences), 'profile');
  if (typeof profile !== 'object' || profile === null) return null;
  return askedDevices.filter((device) => {
    const own = answerOf(at(profile, 'content_settings', 'exceptions', names[device]), host.toLowerCase());
    return (own ?? at(profile, 'default_content_setting_values', names[device])) === BLOCKED;
  });
};

/** The folder of the profile that was last in use; the first one's where none is named. Null where the text is none of its. */
export const lastProfile = (localState: string): string | null => {
  const state = parsed(localState);
  if (typeof state !== 'object' || state === null) return null;
  const named = at(state, 'profile', 'last_used');
  // A name, and no way to another place.
  return typeof named === 'string' && /^[\w .-]{1,80}$/.test(named) && !/^\.+$/.test(named) ? named : 'Default';
};
