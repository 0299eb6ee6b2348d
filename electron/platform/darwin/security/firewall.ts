/** Owns whether the firewall of macOS is on. Its settings file is gone since macOS 15, so macOS itself is asked. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Firewall } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { reader } from '../../reader.ts';
import { profiled, profilerSource } from '../system-profiler.ts';

const words = messages('macos-firewall', {
  untold: 'macOS didn’t say whether its firewall is on.',
});

/** By the end of the word: macOS loses the first letter of some. */
const states = [
  { ending: 'globalstate_allow_all', on: false },
  { ending: 'globalstate_limit_connections', on: true },
  { ending: 'globalstate_block_all', on: true },
] as const;

export const firewall = reader<Firewall>(10_000, async (machine) => {
  const entries = await profiled(machine, 'SPFirewallDataType');
  const told = entries.flatMap((entry) => entry.spfirewall_globalstate ?? []);
  const state = states.find(({ ending }) => told.length === 1 && told[0]?.endsWith(ending));
  if (state === undefined) throw new FactUnavailable('unreadable', words.untold);
  return known({ on: state.on, name: 'The macOS firewall', off: [] }, profilerSource('SPFirewallDataType'));
});
