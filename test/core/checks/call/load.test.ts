/** A program that eats the processor is named; a computer that is busy with nothing in particular is left in peace. */
import { expect, test } from 'vitest';
import { load } from '../../../../electron/core/checks/call/load.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { Load } from '../../../../electron/core/facts/index.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const finding = (processorPercent: number, memoryPercent: number, busiest: Load['busiest'], policy = noPolicy) =>
  judged(load, { load: known({ processorPercent, memoryPercent, busiest }, 'test') }, { policy })[0];

const by = (name: string, percent: number) => ({ name, percent });

test.each<[string, number, number, Load['busiest'], string, string]>([
  ['idle', 4, 40, [by('firefox', 2)], 'pass', 'The computer has room for a call'],
  ['idle, programs not seen', 4, 40, [], 'pass', 'The computer has room for a call'],
  ['a game', 96, 60, [by('game', 80.4), by('firefox', 3)], 'caution', 'game is using much of the processor'],
  ['one core of eight', 18, 60, [by('loop', 12.5)], 'pass', 'The computer has room for a call'],
  [
    'busy with many small things',
    92,
    60,
    [by('sh', 6), by('apt-get', 5)],
    'pass',
    'The computer is busy for the moment',
  ],
  ['busy, programs not seen', 92, 60, [], 'unknown', 'Couldn’t check what keeps the processor busy'],
  ['memory full', 20, 97.3, [by('browser', 9)], 'caution', 'The memory is nearly full'],
  ['memory full and busy with small things', 92, 97, [by('sh', 6)], 'caution', 'The memory is nearly full'],
  ['memory full and busy with nobody knows what', 92, 97, [], 'caution', 'The memory is nearly full'],
])('%s', (_name, processor, memory, busiest, state, title) =>
  expect(finding(processor, memory, busiest)).toMatchObject({ state, title }),
);

test('the limits are the organisation’s', () => {
  const policy = policyFor('load', { processorPercent: 50, memoryPercent: 70 });
  expect(finding(60, 20, [by('game', 55)], policy)?.state).toBe('caution');
  expect(finding(20, 71, [by('game', 5)], policy)?.state).toBe('caution');
});

test('the evidence names the greatest', () => {
  expect(finding(96, 60, [by('game', 80), by('x'.repeat(9_000), 3), by('c', 2), by('d', 1)])?.evidence.found).toMatch(
    /^96% of the processor and 60% of the memory are in use\. Most of it by game \(80%\), x{59}… \(3%\), c \(2%\) and 1 more\.$/,
  );
});

test('what had to be moved to the disk is told when it is much', () => {
  const found = (swappedBytes: number) =>
    judged(load, {
      load: known({ processorPercent: 4, memoryPercent: 97, busiest: [], swappedBytes }, 'test'),
    })[0]?.evidence.found;
  expect(found(6.2e9)).toContain('6.2 GB of it had to be moved to the disk.');
  expect(found(0.9e9)).not.toContain('disk');
});
