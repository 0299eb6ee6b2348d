/** Owns whether Windows is on Wi-Fi. How that is protected, Windows tells only together with the computer's location. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Network } from '../../../core/facts/index.ts';
import { factNotRevealed } from '../../../core/facts/not-revealed.ts';
import { messages } from '../../../core/messages/messages.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { section } from '../section.ts';

const words = messages('windows-network', {
  none: 'Windows names no network card at all.',
  part: 'Windows didn’t describe every network card.',
});

const schema = v.object({ cards: v.array(v.object({ kind: v.number(), state: v.number() })) });

/** `NetworkInterfaceType.Wireless80211`. */
const WIFI = 71;
/** `OperationalStatus`: Down, NotPresent, LowerLayerDown. */
const notConnected = [2, 6, 7];

export const network = reader<Network>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const { cards } = await section(machine, 'network', schema);
  if (cards.length === 0) throw new FactUnavailable('unreadable', words.none);
  if (cards.some(({ kind, state }) => kind === WIFI && !notConnected.includes(state)))
    throw factNotRevealed('win32 network');
  // What Windows did not say of a card reads 0, which is no kind and no state.
  if (cards.some(({ kind, state }) => kind === 0 || state === 0)) throw new FactUnavailable('unreadable', words.part);
  return known({ wifi: null, vpn: null }, 'Network cards');
});
