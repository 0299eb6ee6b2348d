/** Every name of the zones' table, held against CLDR and the IANA database. */
import { describe, expect, test } from 'vitest';
import { resolveZoneName } from '../../../electron/core/calendar/resolve-zone-name.ts';
import { ZONE_NAMES } from '../../../electron/core/calendar/zone-names.ts';
import { CLDR_WINDOWS_ZONES } from './cldr-windows-zones.ts';

const rows = ZONE_NAMES.trim()
  .split('\n')
  .map((line) => line.split('|'));

/** Hours from UTC in each month of 2026. */
const clockOf = (timeZone: string): readonly number[] => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  return Array.from({ length: 12 }, (_, month) => {
    const name =
      format.formatToParts(Date.UTC(2026, month, 15)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) + Number(minutes ?? 0) / 60);
  });
};

test('every zone of the table is one of the database', () => {
  for (const [name = '', iana = ''] of rows) expect(() => clockOf(iana), name).not.toThrow();
});

test.each(CLDR_WINDOWS_ZONES)('%s has the clock that CLDR gives it', (windows, iana) => {
  const meaning = resolveZoneName(windows);
  expect(clockOf(meaning?.iana ?? 'Etc/Unknown')).toEqual(clockOf(iana));
});

/** Places that changed their clocks after these names were made: the place decides. */
const MOVED =
  /Greenland|Asuncion|Caracas|Casablanca|Sao Tome|Windhoek|Amman|Damascus|Istanbul|Kaliningrad|Tbilisi|Moscow|Volgograd|Novosibirsk|Astana|Ekaterinburg|Sri Jayawardenepura|Krasnoyarsk|Irkutsk|Yakutsk|Vladivostok|Magadan/;

test('an offset in a name is the standard time of its zone, unless the place changed its clock', () => {
  for (const [name = '', iana = ''] of rows) {
    const [, sign, hours, minutes] = /^\((?:UTC|GMT)\s?([+-])(\d{1,2})[:.]?(\d{2})?\)/i.exec(name) ?? [];
    if (sign === undefined || MOVED.test(name)) continue;
    const said = (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes ?? 0) / 60);
    expect(Math.min(...clockOf(iana)), name).toBe(said);
  }
});

describe('names that programs write', () => {
  test.each([
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US and Canada)', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US &amp; Canada)', 'America/New_York'],
    ['(UTC+01:00) Bern, Vienna, Rome, Berlin, Stockholm, Amsterdam', 'Europe/Berlin'],
    ['W. Europe Daylight Time', 'Europe/Berlin'],
    ['eastern standard time', 'America/New_York'],
    ['Eastern', 'America/New_York'],
    ['/Europe/Stockholm', 'Europe/Stockholm'],
    ['/mozilla.org/20050126_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['/freeassociation.sourceforge.net/Tzfile/America/Indiana/Knox', 'America/Indiana/Knox'],
    ['Europe_London', 'Europe/London'],
    ['America/Los Angeles', 'America/Los_Angeles'],
    ['3DEurope/Tallinn', 'Europe/Tallinn'],
    ['tzone://Microsoft/Utc', 'Etc/UTC'],
  ])('%s', (name, iana) => expect(clockOf(resolveZoneName(name)?.iana ?? 'Etc/Unknown')).toEqual(clockOf(iana)));

  test.each([
    ['(GMT +01:00)', 60],
    ['UTC-3', -180],
    ['+0530', 330],
    ['(UTC+03:00) Nowhere on earth', 180],
  ])('%s is an offset', (name, offset) => expect(resolveZoneName(name)).toMatchObject({ iana: null, offset }));

  test.each(['Customized Time Zone', 'Customized Time Zone 1', 'Nowhere/Land', '__proto__', 'constructor', ''])(
    '%j says nothing',
    (name) => expect(resolveZoneName(name)).toBeNull(),
  );
});
