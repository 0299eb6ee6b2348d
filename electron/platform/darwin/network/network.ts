/** Owns how the Wi-Fi is protected and, where it is not, whether a VPN carries the traffic. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Network } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { profiled, profilerSource } from '../system-profiler.ts';

const words = messages('macos-network', {
  protection: 'macOS names a kind of Wi-Fi protection Greenroom doesn’t know.',
  connected: 'macOS didn’t say whether it is on Wi-Fi.',
});

type Security = NonNullable<Network['wifi']>['security'];

/** Words of macOS for Wi-Fi that is on but joined to nothing. */
const idle = ['status_off', 'status_disassociated', 'status_inactive'];

/** By the end of the word: macOS loses the first letter of some. Opportunistic encryption is not told apart here. */
const securityOf = (mode: string | undefined): Security => {
  const kind = /security_mode_([a-z0-9_]{1,64})$/.exec(mode ?? '')?.[1] ?? '';
  if (kind === 'none') return 'open';
  if (/(?:^|_)wep/.test(kind)) return 'wep';
  if (/^wpa[23]?(?:_|$)/.test(kind)) return 'protected';
  throw new FactUnavailable('unreadable', words.protection);
};

const order: readonly Security[] = ['open', 'wep', 'protected'];

/** The weakest protection of the networks that are joined; null when none is. */
const wifiOf = async (machine: Machine): Promise<Network['wifi']> => {
  const entries = await profiled(machine, 'SPAirPortDataType');
  // awdl0 carries AirDrop, llw0 its helper: each looks joined to a network that is none.
  const interfaces = entries
    .flatMap((entry) => entry.spairport_airport_interfaces ?? [])
    .filter(({ _name }) => /^en\d+$/.test(_name));
  const joined = interfaces.filter((it) => it.spairport_status_information?.endsWith('status_connected'));
  const rest = interfaces.filter((it) => !joined.includes(it));
  const isIdle = (status = ''): boolean => idle.some((word) => status.endsWith(word));
  if (interfaces.length === 0 || !rest.every((it) => isIdle(it.spairport_status_information)))
    throw new FactUnavailable('unreadable', words.connected);
  const found = joined.map((it) => securityOf(it.spairport_current_network_information?.spairport_security_mode));
  const weakest = order.find((security) => found.includes(security));
  // The name is kept from programs without permission to know where the Mac is.
  return weakest === undefined ? null : { name: null, security: weakest };
};

export const ROUTE = '/sbin/route';
/** An address of no real computer (RFC 5737): nothing is sent, only the way there is asked for. */
const ANYWHERE = '192.0.2.1';

/** Whether traffic leaves through a tunnel. Tunnels that carry nothing stand on every Mac, so that the route decides. */
const vpnOf = async (machine: Machine): Promise<boolean | null> => {
  const result = await optional(machine.run(ROUTE, ['-n', 'get', ANYWHERE], { timeoutMs: 3_000 }));
  const name = result?.code === 0 ? /^ *interface: ([a-z]{1,12})\d{1,4}$/m.exec(result.stdout)?.[1] : undefined;
  if (name === undefined) return null;
  return ['utun', 'ipsec', 'ppp', 'tun', 'tap'].includes(name) ? true : name === 'en' ? false : null;
};

export const network = reader<Network>(10_000, async (machine) => {
  const wifi = await wifiOf(machine);
  // A protected network needs none, and so no program is started to look for one.
  const vpn = wifi === null || wifi.security === 'protected' ? null : await vpnOf(machine);
  return known({ wifi, vpn }, profilerSource('SPAirPortDataType'));
});
