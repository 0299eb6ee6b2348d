/** Owns which zone of the IANA database a name in a calendar stands for: programs write it in a dozen ways. */
import { ZONE_NAMES } from './zone-names.ts';

export interface ZoneMeaning {
  /** Null: only an offset is known, so that summer time is not. */
  readonly iana: string | null;
  /** Minutes east of UTC, where there is no name. */
  readonly offset: number;
  /** The name is nothing but an offset, so summer time is not meant. */
  readonly isExact: boolean;
  /** The name stands in the tables of programs, not in the IANA database: the file's own description goes before it. */
  readonly byTable: boolean;
}

/** Case, accents, quotation marks, ampersands and separators made equal. */
const fold = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/&amp;|&| and /g, ' & ')
    .replace(/^["']|["']$/g, '')
    .replace(/\\([,;])/g, '$1')
    .replace(/\s*[,/;]\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();

const PREFIX = /^\((?:utc|gmt)\s?(?:[+-]\d{1,2}(?:[:.]?\d{2})?)?\)\s*/;
const citiesOf = (folded: string): string => folded.replace(PREFIX, '');
const sorted = (cities: string): string =>
  cities
    .split(', ')
    .map((city) => city.replace(/\.$/, '').trim())
    .filter(Boolean)
    .sort()
    .join('|');

const byName = new Map<string, string>();
const byCities = new Map<string, string>();
const bySet = new Map<string, string>();
/** Null for a city that several lists hold. */
const byCity = new Map<string, string | null>();

const rows = ZONE_NAMES.trim()
  .split('\n')
  .map((line) => line.split('|', 3));
// What several lists agree on goes before what one says.
for (const [name = '', iana = ''] of rows.toSorted((a, b) => (b[2]?.length ?? 0) - (a[2]?.length ?? 0))) {
  const folded = fold(name);
  const cities = citiesOf(folded);
  if (!byName.has(folded)) byName.set(folded, iana);
  if (cities !== '' && cities !== folded && !byCities.has(cities)) byCities.set(cities, iana);
  if (!cities.includes(', ')) continue;
  if (!bySet.has(sorted(cities))) bySet.set(sorted(cities), iana);
  for (const city of cities.split(', ')) {
    if (!/^[a-z' -]{4,}$/.test(city)) continue;
    const before = byCity.get(city);
    byCity.set(city, before === undefined || before === iana ? iana : null);
  }
}

/** Whether the database knows the name. */
const isIana = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const named = (iana: string, byTable = false): ZoneMeaning => ({ iana, offset: 0, isExact: true, byTable });

const OFFSET = /^\(?(?:utc|gmt|z)?\s*\)?\s*([+-])(\d{1,2})(?:[:.]?([0-5]\d))?\)?$/i;
const offsetOf = (text: string): number | null => {
  const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  if (sign === undefined) return null;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return total > 14 * 60 ? null : sign === '-' ? -total : total;
};

const UNSAID =
  /^(?:customi[sz]ed time zone(?: \d+)?|custom time zone(?: \d+)?|tzone:\/\/microsoft\/custom|\(no tz description\)|unknown|unbenannt|)$/i;
const UTC =
  /^(?:tzone:\/\/microsoft\/utc|z|zulu|utc|gmt|coordinated universal time|universal coordinated time|greenwich mean time|\((?:utc|gmt)\)(?: coordinated universal time)?)$/i;
const REGIONS =
  'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US|Canada|Brazil|Chile|Mexico';
const TAIL = new RegExp(`(?:^|/)((?:${REGIONS})/[A-Za-z0-9_+/ -]+)$`);
const GLUED = new RegExp(`^(${REGIONS})[_-]([A-Z][A-Za-z_ -]+)$`);
const TWO_OFFSETS = /^GMT\s?([+-]\d{2}[:.]?\d{2})(?: \(Standard\))? ?\//i;

/** As the database writes it, behind a program's own prefix, or with other separators. */
const ianaIn = (name: string): string | null => {
  const tail = TAIL.exec(name)?.[1]?.replaceAll(' ', '_');
  if (tail && isIana(tail)) return tail;
  const last = /^\/|^(?:posix|right|SystemV)\//.test(name) ? name.slice(name.lastIndexOf('/') + 1) : '';
  if (/^[A-Z][A-Za-z0-9+-]{1,11}$/.test(last) && last !== 'CUSTOM' && isIana(last)) return last;
  const [, region, rest = ''] = GLUED.exec(name) ?? [];
  for (const place of [rest.replace(/[- ]/g, '_'), rest])
    if (region && isIana(`${region}/${place}`)) return `${region}/${place}`;
  // Intl takes "+05:30" for a zone of its own.
  return /^[A-Za-z][A-Za-z0-9+-]{2,11}$/.test(name) && offsetOf(name) === null && isIana(name) ? name : null;
};

/** What a name means; null when it says nothing, or nothing that is known. */
export const resolveZoneName = (name: string): ZoneMeaning | null => {
  const text = name
    .slice(0, 200)
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .trim()
    .replace(/^3D/, '')
    .replace(/^"+|"+$/g, '')
    .trim();
  if (UNSAID.test(text)) return null;
  if (UTC.test(text)) return named('Etc/UTC');
  const folded = fold(text);
  const known = byName.get(folded) ?? byName.get(folded.replace(/ (?:daylight|summer) time/, ' standard time'));
  if (known !== undefined) return named(known, true);
  const iana = ianaIn(text);
  if (iana !== null) return named(iana);
  const cities = citiesOf(folded);
  const listed = (cities === folded ? undefined : byCities.get(cities)) ?? bySet.get(sorted(cities));
  if (listed !== undefined) return named(listed, true);
  if (cities !== folded) {
    const hits = new Set(cities.split(', ').flatMap((city) => byCity.get(city) ?? []));
    const [only] = hits;
    if (hits.size === 1 && only !== undefined) return named(only, true);
  }
  const whole = offsetOf(folded);
  const offset =
    whole ?? offsetOf(PREFIX.exec(folded)?.[0].trim() ?? '') ?? offsetOf(TWO_OFFSETS.exec(text)?.[1] ?? '');
  return offset === null ? null : { iana: null, offset, isExact: whole !== null, byTable: true };
};
