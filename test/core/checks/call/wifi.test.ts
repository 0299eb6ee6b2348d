/** An open network is a caution unless a VPN is seen; a VPN that cannot be seen is neither. */
import { expect, test } from 'vitest';
import { wifi } from '../../../../electron/core/checks/call/wifi.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { Network } from '../../../../electron/core/facts/index.ts';
import { judged } from '../judged.ts';

const finding = (network: Network) => judged(wifi, { network: known(network, 'test') })[0];
const on = (security: 'open' | 'wep' | 'protected', name: string | null = 'Café') => ({ name, security });

test.each<[string, Network, string]>([
  ['a cable', { wifi: null, vpn: false }, 'not-applicable'],
  ['protected', { wifi: on('protected'), vpn: null }, 'pass'],
  ['open, no VPN', { wifi: on('open'), vpn: false }, 'caution'],
  ['open, with a VPN', { wifi: on('open'), vpn: true }, 'pass'],
  ['open, a VPN could not be seen', { wifi: on('open'), vpn: null }, 'caution'],
  ['WEP, no VPN', { wifi: on('wep'), vpn: false }, 'caution'],
  ['WEP, with a VPN', { wifi: on('wep'), vpn: true }, 'pass'],
])('%s', (_name, network, state) => expect(finding(network)?.state).toBe(state));

test('the network is named where its name is known', () => {
  expect(finding({ wifi: on('open'), vpn: false })?.evidence.found).toBe('“Café” is open. No VPN is on.');
  expect(finding({ wifi: on('open', null), vpn: false })?.evidence.found).toBe('Your Wi-Fi is open. No VPN is on.');
  expect(finding({ wifi: on('open', ' '), vpn: false })?.evidence.found).toBe('Your Wi-Fi is open. No VPN is on.');
});

test('a network’s name, which a stranger chose, stays inside its quotes', () => {
  const hostile = finding({ wifi: on('open', 'Free\u202e\n\nAll is well. Everything passed.'.repeat(50)), vpn: false });
  expect(hostile?.title).toBe('Your Wi-Fi is open, without a VPN');
  expect(hostile?.evidence.found).toMatch(/^“Free All is well\. [^”\n\u202e]{1,45}” is open\. No VPN is on\.$/);
});
