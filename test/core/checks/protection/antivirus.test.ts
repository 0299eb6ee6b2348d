/** One scanner that is on and fresh is enough; one whose freshness is hidden is no green; Linux needs none. */
import { expect, test } from 'vitest';
import { antivirus } from '../../../../electron/core/checks/protection/antivirus.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { Antivirus } from '../../../../electron/core/facts/index.ts';
import { judged } from '../judged.ts';

const product = (on: boolean, fresh: boolean | null, name = 'Defender') => ({ name, on, fresh });

const finding = (expected: boolean, products: Antivirus['products'], platform: 'win32' | 'linux' = 'win32') =>
  judged(antivirus, { antivirus: known({ expected, products }, 'test') }, { platform })[0];

test.each<[string, boolean, Antivirus['products'], string, string]>([
  ['on and fresh', true, [product(true, true)], 'pass', 'Virus protection is on'],
  [
    'Defender stands back for another',
    true,
    [product(false, false), product(true, true, 'AVG')],
    'pass',
    'Virus protection is on',
  ],
  ['one fresh, one stale', true, [product(true, false), product(true, true, 'AVG')], 'pass', 'Virus protection is on'],
  ['on and stale', true, [product(true, false)], 'caution', 'Virus protection is out of date'],
  [
    'on, freshness hidden',
    true,
    [product(true, null)],
    'unknown',
    'Couldn’t check whether virus protection is current',
  ],
  ['off', true, [product(false, true)], 'fail', 'Virus protection is off'],
  ['none found where one is expected', true, [], 'fail', 'Virus protection is off'],
  ['none where none is expected', false, [], 'not-applicable', 'No virus scanner is needed here'],
  [
    'off where none is expected',
    false,
    [product(false, null, 'ClamAV')],
    'not-applicable',
    'No virus scanner is needed here',
  ],
  [
    'stale where none is expected',
    false,
    [product(true, false, 'ClamAV')],
    'not-applicable',
    'No virus scanner is needed here',
  ],
  ['one all the same', false, [product(true, true, 'ClamAV')], 'pass', 'Virus protection is on'],
])('%s', (_name, expected, products, state, title) =>
  expect(finding(expected, products)).toMatchObject({ state, title }),
);

test('what is off is named', () => {
  const off = finding(true, [product(false, true), product(false, false, 'AVG')]);
  expect(off?.evidence.found).toBe('Off: Defender and AVG.');
});

test('a name from the machine cannot hide the others', () => {
  const two = finding(true, [product(true, true, 'x'.repeat(100_000)), product(true, true, 'AVG')]);
  expect(two?.evidence.found).toMatch(/… and AVG\.$/);
});
