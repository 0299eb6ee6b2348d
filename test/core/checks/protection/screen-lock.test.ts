/** A screen that asks for the password within half an hour is quiet. */
import { expect, test } from 'vitest';
import { screenLock } from '../../../../electron/core/checks/protection/screen-lock.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { ScreenLock } from '../../../../electron/core/facts/index.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const finding = (lock: ScreenLock, policy = noPolicy) =>
  judged(screenLock, { screenLock: known(lock, 'test') }, { platform: 'darwin', policy })[0];

test.each<[string, ScreenLock, string, string]>([
  [
    'five minutes, at once',
    { locks: true, idleSeconds: 300, delaySeconds: 0 },
    'pass',
    'Your screen locks after 5 minutes',
  ],
  [
    'five minutes, delay not seen',
    { locks: true, idleSeconds: 300, delaySeconds: null },
    'pass',
    'Your screen locks after 5 minutes',
  ],
  ['thirty seconds', { locks: true, idleSeconds: 30, delaySeconds: 0 }, 'pass', 'Your screen locks after 30 seconds'],
  [
    'the delay counts',
    { locks: true, idleSeconds: 1_200, delaySeconds: 900 },
    'caution',
    'Your screen locks only after 35 minutes',
  ],
  ['just within', { locks: true, idleSeconds: 1_800, delaySeconds: 0 }, 'pass', 'Your screen locks after 30 minutes'],
  [
    'an hour',
    { locks: true, idleSeconds: 3_600, delaySeconds: 0 },
    'caution',
    'Your screen locks only after 60 minutes',
  ],
  [
    'it asks when it wakes, but may never go dark',
    { locks: true, idleSeconds: null, delaySeconds: 0 },
    'unknown',
    'Couldn’t check when your screen locks',
  ],
  ['never', { locks: false, idleSeconds: 300, delaySeconds: null }, 'caution', 'Your screen doesn’t lock by itself'],
])('%s', (_name, lock, state, title) => expect(finding(lock)).toMatchObject({ state, title }));

test('an organisation may want it sooner', () => {
  const strict = policyFor('screen-lock', { maximumMinutes: 5 });
  expect(finding({ locks: true, idleSeconds: 600, delaySeconds: 0 }, strict)?.state).toBe('caution');
  expect(finding({ locks: true, idleSeconds: 300, delaySeconds: 0 }, strict)?.state).toBe('pass');
});
