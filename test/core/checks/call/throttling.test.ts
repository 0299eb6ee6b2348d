/** Heat and a processor that is held back are told where the system tells them; nothing told is neither green nor red. */
import { expect, test } from 'vitest';
import { throttling } from '../../../../electron/core/checks/call/throttling.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { Throttling } from '../../../../electron/core/facts/index.ts';
import { judged } from '../judged.ts';

test.each<[Throttling['heat'], number | null, string, string]>([
  [null, null, 'not-applicable', 'Heat isn’t told here'],
  ['nominal', null, 'pass', 'Nothing slows your computer down much'],
  ['fair', 100, 'pass', 'Nothing slows your computer down much'],
  ['serious', null, 'caution', 'Your computer is too hot'],
  ['critical', 100, 'caution', 'Your computer is too hot'],
  ['nominal', 40, 'caution', 'Your computer is slowed down'],
  [null, 0, 'caution', 'Your computer is slowed down'],
  [null, 100, 'pass', 'Nothing slows your computer down much'],
])('heat %s, speed %s', (heat, speedPercent, state, title) => {
  const [finding] = judged(throttling, { throttling: known({ heat, speedPercent }, 'test') }, { platform: 'darwin' });
  expect(finding).toMatchObject({ state, title });
});

test('both are told where both hold', () => {
  const [finding] = judged(throttling, { throttling: known({ heat: 'critical', speedPercent: 25 }, 'test') });
  expect(finding?.evidence.found).toMatch(/slow down greatly.*25/);
});
