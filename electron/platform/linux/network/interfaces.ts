/** Owns which network interfaces of a Linux computer are up, and which of them leads out. */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { term } from '../../../core/messages/value.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';

const words = messages('linux-network', {
  notListed: 'The kernel doesn’t list the network connections.',
  connected: 'The kernel doesn’t say whether {card} is connected.',
  wayOut: 'The kernel doesn’t say whether there is a way out.',
});

export const INTERFACES = '/sys/class/net';

/** An address kept for documentation: the kernel is asked which way it would take, and nothing is sent. */
const FAR_AWAY = '192.0.2.1';

/** Of an interface, by the kernel's words. A tunnel does not know whether it is up, and says "unknown". */
const STATES = new Set(['up', 'unknown', 'down', 'dormant', 'lowerlayerdown', 'notpresent', 'testing']);

export interface Interface {
  readonly name: string;
  readonly wireless: boolean;
  readonly tunnel: boolean;
  readonly mobile: boolean;
  readonly up: boolean;
}

export const interfacesOf = async (machine: Machine): Promise<readonly Interface[]> => {
  const entries = await machine.readDir(INTERFACES, { maxEntries: 1_000 });
  if (entries === undefined) throw new FactUnavailable('unreadable', words.notListed);
  const found = await Promise.all(
    entries.map(async ({ name }): Promise<readonly Interface[]> => {
      const folder = `${INTERFACES}/${name}`;
      const [state, uevent, radio, tun] = await Promise.all([
        machine.readText(`${folder}/operstate`, { maxBytes: 4_096 }),
        machine.readText(`${folder}/uevent`, { maxBytes: 4_096 }),
        machine.stat(`${folder}/phy80211`),
        machine.readText(`${folder}/tun_flags`, { maxBytes: 4_096 }),
      ]);
      // No interface, as the list of bonds is none; or gone since it was listed.
      if (state === undefined) return [];
      if (!STATES.has(state.trim())) {
        throw new FactUnavailable('unreadable', words.connected({ card: term(name) }));
      }
      // Flag 1 is a tunnel for addresses; flag 2 is the cable of a virtual machine.
      const isTun = tun !== undefined && (Number(tun.trim()) & 1) === 1;
      const tunnel = isTun || /^DEVTYPE=wireguard$/m.test(uevent ?? '');
      const up = ['up', 'unknown'].includes(state.trim());
      return [{ name, wireless: radio !== undefined, tunnel, mobile: /^DEVTYPE=wwan$/m.test(uevent ?? ''), up }];
    }),
  );
  return found.flat();
};

/**
 * The interface by which the kernel would send a packet, policy rules included; null when it says that none leads there,
 * undefined when it does not tell.
 */
export const wayOut = async (machine: Machine): Promise<string | null | undefined> => {
  const route = await machine.run('/sbin/ip', ['route', 'get', FAR_AWAY], { timeoutMs: 3_000, maxBytes: 65_536 });
  if (route?.code === 2 && /Network is unreachable|No route to host/.test(route.stderr)) return null;
  return route?.code === 0 ? / dev (\S{1,15}) /.exec(route.stdout)?.[1] : undefined;
};

const ZERO = /^0+$/;
/** Flags of a route (linux/route.h): up; it turns away what it gets. */
const UP = 0x1;
const REJECT = 0x200;

interface Default {
  readonly name: string;
  readonly metric: number;
}

const inUse = (flags: number): boolean => (flags & UP) !== 0 && (flags & REJECT) === 0;

const defaultsOf4 = (table: string): readonly Default[] =>
  table.split('\n').flatMap((row) => {
    const [name = '', destination = '', , flags = '', , , metric = '', mask = ''] = row.trim().split(/\s+/);
    const isDefault = ZERO.test(destination) && ZERO.test(mask) && inUse(Number.parseInt(flags, 16));
    return isDefault ? [{ name, metric: Number(metric) }] : [];
  });

const defaultsOf6 = (table: string): readonly Default[] =>
  table.split('\n').flatMap((row) => {
    const [destination = '', length = '', , , , metric = '', , , flags = '', name = ''] = row.trim().split(/\s+/);
    const isDefault = destination.length === 32 && ZERO.test(destination) && length === '00';
    return isDefault && name !== 'lo' && inUse(Number.parseInt(flags, 16))
      ? [{ name, metric: Number.parseInt(metric, 16) }]
      : [];
  });

const preferred = (ways: readonly Default[]): string | undefined =>
  ways.toSorted((a, b) => a.metric - b.metric)[0]?.name;

/** Of the kernel's own tables, without policy rules: IPv4 first, as a computer may have IPv6 alone. */
const byTables = async (machine: Machine, isUnreachable: boolean): Promise<string | null> => {
  const [table4, table6] = await Promise.all(
    ['/proc/net/route', '/proc/net/ipv6_route'].map((file) => machine.readText(file, { maxBytes: 1_048_576 })),
  );
  // What the kernel says with policy rules holds for IPv4: its main table alone does not know a rule that turns all away.
  const way4 = isUnreachable ? undefined : preferred(defaultsOf4(table4 ?? ''));
  const way = way4 ?? preferred(defaultsOf6(table6 ?? ''));
  if (way !== undefined) return way;
  // An empty table is no answer alone: without a single route the kernel has none, not even its heading.
  if (!isUnreachable && !/^Iface\s+Destination/.test(table4 ?? ''))
    throw new FactUnavailable('unreadable', words.wayOut);
  return null;
};

/** The interface that leads out; null when none does. Throws `FactUnavailable` when that cannot be told. */
export const interfaceOut = (machine: Machine): Promise<string | null> =>
  optional(wayOut(machine)).then((way) => way ?? byTables(machine, way === null));
