/** On mains is quiet; on battery it must last for the call; a desktop has nothing to be asked. */
import { expect, test } from 'vitest';
import { power } from '../../../../electron/core/checks/call/power.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { Power } from '../../../../electron/core/facts/index.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const finding = (battery: Power['battery'], sleepAfterMinutes: number | null = 15, policy = noPolicy) =>
  judged(power, { power: known({ battery, sleepAfterMinutes }, 'test') }, { platform: 'win32', policy })[0];

const unplugged = (percent: number, minutesLeft: number | null = null) => ({ percent, onMains: false, minutesLeft });

test.each<[string, Power['battery'], number | null, string, string]>([
  ['plugged in', { percent: 80, onMains: true, minutesLeft: null }, 15, 'pass', 'Your computer is plugged in'],
  [
    'plugged in just now, nearly empty',
    { percent: 3, onMains: true, minutesLeft: 4 },
    15,
    'pass',
    'Your computer is plugged in',
  ],
  ['full, three hours left', unplugged(95, 180), 3, 'pass', 'Your battery is at 95%'],
  ['half, no estimate', unplugged(50), 3, 'pass', 'Your battery is at 50%'],
  ['half, forty minutes left', unplugged(50, 40), 3, 'caution', 'Your battery won’t last the call'],
  ['exactly enough', unplugged(50, 60), 3, 'pass', 'Your battery is at 50%'],
  ['a fifth, said to last for hours', unplugged(20, 200), 3, 'caution', 'Your battery may not last the call'],
  ['a fifth, no estimate', unplugged(20), 3, 'caution', 'Your battery may not last the call'],
  ['nearly empty', unplugged(7, 90), 3, 'fail', 'Your battery is nearly empty: 7%'],
  ['a desktop', null, 30, 'not-applicable', 'This computer has no battery'],
  ['a desktop, sleep not seen', null, null, 'not-applicable', 'This computer has no battery'],
  ['a desktop that sleeps at once', null, 1, 'caution', 'Your computer sleeps after 1 minute'],
  [
    'plugged in, sleeps at once',
    { percent: 80, onMains: true, minutesLeft: null },
    1,
    'caution',
    'Your computer sleeps after 1 minute',
  ],
  ['Windows 11 as it comes, on battery', unplugged(90), 3, 'pass', 'Your battery is at 90%'],
])('%s', (_name, battery, sleep, state, title) => expect(finding(battery, sleep)).toMatchObject({ state, title }));

test('a longer call asks more of the battery', () => {
  const policy = policyFor('power', { callMinutes: 120 });
  expect(finding(unplugged(50, 90), 15, policy)?.title).toBe('Your battery won’t last the call');
});

test('a battery that is low and a sleep that is near are both fixed', () => {
  expect(finding(unplugged(20), 1)?.remedies.map((remedy) => remedy.id)).toEqual([
    'power/plug-in',
    'power/sleep-win32',
  ]);
});
