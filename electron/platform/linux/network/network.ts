/** Owns the Wi-Fi a Linux computer is on, and whether a VPN carries its traffic. */

import { known } from '../../../core/facts/fact.ts';
import type { Network } from '../../../core/facts/index.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { INTERFACES, type Interface, interfacesOf, wayOut } from './interfaces.ts';
import { listWifi, parseWifi } from './wifi-list.ts';

const readWifi = async (machine: Machine, up: readonly Interface[]): Promise<Network['wifi']> =>
  up.some(({ wireless }) => wireless) ? parseWifi(await listWifi(machine)) : null;

/** True when the way out leads through a tunnel; null when that cannot be told for certain. */
const readVpn = async (machine: Machine, up: readonly Interface[]): Promise<boolean | null> => {
  const device = await wayOut(machine);
  const way = up.find(({ name }) => name === device);
  if (way === undefined) return null;
  if (way.tunnel) return true;
  // Another tunnel may carry a part of the traffic, and IPsec needs no interface of its own.
  if (up.some(({ tunnel }) => tunnel)) return null;
  const daemons = await Promise.all(['/run/charon.pid', '/run/pluto/pluto.pid'].map((file) => machine.stat(file)));
  return daemons.some((it) => it !== undefined) || way.name.startsWith('ppp') ? null : false;
};

export const network = reader<Network>(8_000, async (machine) => {
  const up = (await interfacesOf(machine)).filter((one) => one.up);
  // A way out that cannot be told harms only the question about a VPN.
  const [wifi, vpn = null] = await Promise.all([readWifi(machine, up), optional(readVpn(machine, up))]);
  return known({ wifi, vpn }, wifi === null ? INTERFACES : 'nmcli dev wifi list');
});
