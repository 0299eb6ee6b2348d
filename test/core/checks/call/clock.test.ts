/** A clock is called wrong only by proof; how it is set is told where the system tells. */
import { expect, test } from 'vitest';
import { clock } from '../../../../electron/core/checks/call/clock.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { Clock } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { judged, laptop, NOW } from '../judged.ts';

const finding = (fact: Clock | null, builtOn: string | null, virtualMachine: string | null = null) =>
  judged(clock, {
    clock: fact === null ? unknown('not-revealed', asMessage('Not told.')) : known(fact, 'test'),
    ownProgram: known({ version: '1.0.0', builtOn, electron: null }, 'test'),
    computer: known({ ...laptop, virtualMachine }, 'test'),
  })[0];
const kept: Clock = { isSetByItself: true, setAt: null };

test.each<[string, Clock | null, string | null, string | null, string, string | null]>([
  ['earlier than Greenroom itself', kept, '2026-11-24', null, 'fail', 'before-call'],
  ['the same, and nothing else is told', null, '2026-11-24', null, 'fail', 'before-call'],
  // A zone ahead may have built it tomorrow.
  ['as early as a zone can be', kept, '2026-11-23', null, 'pass', null],
  ['set later than it says now', { ...kept, setAt: '2026-11-22T12:06:00.000Z' }, null, null, 'caution', 'before-call'],
  ['set a moment ahead', { ...kept, setAt: '2026-11-22T12:04:00.000Z' }, null, null, 'pass', null],
  ['set by nobody', { isSetByItself: false, setAt: null }, null, null, 'caution', 'after-call'],
  ['set by the host', { isSetByItself: false, setAt: null }, null, 'KVM', 'not-applicable', null],
  ['nothing told', { isSetByItself: null, setAt: null }, null, null, 'unknown', 'after-call'],
  ['not revealed', null, NOW.slice(0, 10), null, 'unknown', 'after-call'],
])('%s', (_name, fact, builtOn, machine, state, when) => {
  const found = finding(fact, builtOn, machine);
  expect([found?.state, found?.when]).toEqual([state, when]);
});
