/** When a system was last updated, where its history, its version and its clock do not agree. */
import { expect, test } from 'vitest';
import { lastUpdate } from '../../../../electron/core/checks/system/last-update.ts';
import { patchDayAfter } from '../../../../electron/core/checks/system/update-clock.ts';

const NOW = '2026-11-29T15:00:00.000Z';
const at = (day: string): string => `${day}T06:00:00.000Z`;

test.each([
  ['win32', '10.0.26200.9886', at('2026-11-11'), false, 'a build newer than all that are listed'],
  ['win32', '10.0.14393.9140', at('2026-11-11'), true, 'a build of May of the oldest release that is kept up'],
  ['win32', '10.0.22621.3000', at('2026-11-11'), true, 'a release whose updates have ended'],
  ['win32', '10.0.26100.32698', at('2026-11-11'), true, 'a server, which counts otherwise, of April'],
  ['win32', '10.0.26100.33690', at('2026-11-11'), false, 'a server newer than all that are listed'],
  ['darwin', '26.6.2', undefined, false, 'nothing newer is known'],
  ['darwin', '26.6.1', at('2026-11-20'), true, 'Safari of last week on a macOS that lacks the fixes of August'],
  ['darwin', '26.6', undefined, true, 'no history at all'],
  ['darwin', '15.10', undefined, false, 'the numbers are counted, not spelled'],
  ['darwin', '27.0', at('2026-10-02'), false, 'a release whose fixes are not listed'],
] as const)('%s %s, last installed %s: silent is %s (%s)', (platform, version, stated, silent, _what) => {
  expect(lastUpdate(platform, version, stated, NOW).isSilent).toBe(silent);
});

test('a Mac may be kept from a release for 90 days, no longer', () => {
  expect(lastUpdate('darwin', '26.6.1', undefined, '2026-11-15T12:00:00.000Z').isSilent).toBe(false);
  expect(lastUpdate('darwin', '26.6.1', undefined, '2026-11-17T00:00:00.000Z').isSilent).toBe(true);
});

test('a day that is still to come is none on which anything was installed', () => {
  expect(lastUpdate('linux', '', at('2027-06-01'), NOW).at).toBeUndefined();
  expect(lastUpdate('linux', '', '2026-11-30T14:00:00.000Z', NOW).at).toBe('2026-11-30T14:00:00.000Z');
});

test.each([
  ['2026-09-08T16:59:00.000Z', '2026-09-08T17:00:00.000Z'],
  ['2026-09-08T17:30:00.000Z', '2026-10-13T17:00:00.000Z'],
  ['2026-11-10T17:30:00.000Z', '2026-11-10T18:00:00.000Z'],
])('what was installed at %s is current until %s', (installed, next) => {
  expect(patchDayAfter(installed)).toBe(next);
});
