/** Owns how a Linux computer is connected: its way out, what carries it, and what NetworkManager thinks of it. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import { type Connection, type Medium, percentOfDbm, type WifiSignal } from '../../../core/facts/network.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { INTERFACES, type Interface, interfaceOut, interfacesOf } from './interfaces.ts';
import { hasNoNameServer } from './name-servers.ts';
import { networkManagerWord } from './network-manager.ts';
import { linuxProxy } from './proxy.ts';
import { listWifi, parseSignal } from './wifi-list.ts';

const words = messages('linux-connection', {
  untold: 'The kernel doesn’t describe the network connection that leads out.',
});

/** What has a device behind it is no bridge, and no cable of a virtual machine. */
const mediumOf = async (machine: Machine, { name, wireless, mobile }: Interface): Promise<Medium | null> => {
  if (wireless) return 'wifi';
  if (mobile) return 'mobile';
  return (await machine.stat(`${INTERFACES}/${name}/device`)) === undefined ? null : 'cable';
};

/** Below a tunnel: of the interfaces that could carry it, when all are of one kind. */
const mediumBelow = async (machine: Machine, up: readonly Interface[]): Promise<Medium | null> => {
  const others = up.filter(({ name, tunnel }) => !tunnel && name !== 'lo');
  const media = await Promise.all(others.map((one) => mediumOf(machine, one)));
  const kinds = new Set(media.filter((medium) => medium !== null));
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null;
};

/** The kernel's own measure: "wlan1: 0000   70.  -30.  -256 …", in dBm where it is below zero. */
export const parseWireless = (table: string): number | null => {
  const levels = [...table.matchAll(/^ *\S{1,15}: +[0-9a-f]{4} +-?\d+\.? +(-\d{1,3})\.? /gm)].map(([, level]) =>
    percentOfDbm(Number(level)),
  );
  return levels.length === 0 ? null : Math.min(...levels);
};

const signalOf = async (machine: Machine): Promise<WifiSignal> => {
  const list = await optional(listWifi(machine).then(parseSignal));
  if (list !== undefined && list.percent !== null) return list;
  const table = await optional(machine.readText('/proc/net/wireless', { maxBytes: 65_536 }));
  return { percent: parseWireless(table ?? ''), band: list?.band ?? null };
};

export const connection = reader<Connection>(8_000, async (machine) => {
  const interfaces = await interfacesOf(machine);
  const up = interfaces.filter((one) => one.up);
  const [out, word] = await Promise.all([interfaceOut(machine), optional(networkManagerWord(machine))]);
  const way = up.find(({ name }) => name === out);
  const { internet = null, metered = null } = word ?? {};
  if (out !== null && !interfaces.some(({ name }) => name === out))
    throw new FactUnavailable('unreadable', words.untold);
  // A route through an interface that is down leads nowhere: the kernel keeps it when a cable is pulled.
  if (way === undefined)
    return known({ route: 'none', medium: null, internet: null, proxy: null, metered: null, wifi: null }, INTERFACES);
  const medium = way.tunnel ? await mediumBelow(machine, up) : await mediumOf(machine, way);
  const wifi = medium === 'wifi' ? await signalOf(machine) : null;
  const route = way.tunnel ? 'vpn' : 'open';
  const [isNameless, proxy] = await Promise.all([hasNoNameServer(machine), linuxProxy(machine)]);
  const nameless = isNameless ? ({ noNameServer: true } as const) : {};
  return known(
    { route, medium, internet, proxy, metered, wifi, ...nameless },
    internet === null ? INTERFACES : 'NetworkManager',
  );
});
