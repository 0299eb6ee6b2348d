/** Owns the Wi-Fi a Linux computer is on, and whether a VPN carries its traffic. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Network } from '../../../core/facts/index.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';

const INTERFACES = '/sys/class/net';

/** An address kept for documentation: the kernel is asked which way it would take, and nothing is sent. */
const FAR_AWAY = '192.0.2.1';

/** Of an interface, by the kernel's words. A tunnel does not know whether it is up, and says "unknown". */
const STATES = new Set(['up', 'unknown', 'down', 'dormant', 'lowerlayerdown', 'notpresent', 'testing']);

interface Interface {
  readonly name: string;
  readonly wireless: boolean;
  readonly tunnel: boolean;
}

/** The interfaces that are up. */
const interfacesUp = async (machine: Machine): Promise<readonly Interface[]> => {
  const entries = await machine.readDir(INTERFACES, { maxEntries: 1_000 });
  if (entries === undefined)
    throw new FactUnavailable('unreadable', 'The kernel does not list the network connections.');
  const found = await Promise.all(
    entries.map(async ({ name }): Promise<readonly Interface[]> => {
      const folder = `${INTERFACES}/${name}`;
      const [state, uevent, radio, tun] = await Promise.all([
        machine.readText(`${folder}/operstate`, { maxBytes: 4_096 }),
        machine.readText(`${folder}/uevent`, { maxBytes: 4_096 }),
        machine.stat(`${folder}/phy80211`),
        machine.readText(`${folder}/tun_flags`, { maxBytes: 4_096 }),
      ]);
      if (!STATES.has(state?.trim() ?? '')) {
        throw new FactUnavailable('unreadable', `The kernel does not tell whether ${name} is connected.`);
      }
      if (!['up', 'unknown'].includes(state?.trim() ?? '')) return [];
      // Flag 1 is a tunnel for addresses; flag 2 is the cable of a virtual machine.
      const isTun = tun !== undefined && (Number(tun.trim()) & 1) === 1;
      const tunnel = isTun || /^DEVTYPE=wireguard$/m.test(uevent ?? '');
      return [{ name, wireless: radio !== undefined, tunnel }];
    }),
  );
  return found.flat();
};

/** The values of one line of `nmcli -t`, in which `:` and `\` inside a value are escaped. */
export const parseTerse = (line: string): readonly string[] =>
  (`${line}:`.match(/(?:\\.|[^\\:])*:/g) ?? []).map((part) => part.slice(0, -1).replace(/\\(.)/g, '$1'));

/** `(none)`, whatever nmcli calls it in the person's language. */
const isNone = (flags: string): boolean => flags === '' || /^\([^)]*\)$/.test(flags);

const securityOf = (security: string, flags: readonly string[]): NonNullable<Network['wifi']>['security'] => {
  const words = security.split(' ');
  if (words.some((word) => /^(?:WPA[1-9]?|OWE)$/.test(word))) return 'protected';
  if (words.includes('WEP')) return 'wep';
  if (security === '' && flags.every(isNone)) return 'open';
  throw new FactUnavailable('unreadable', 'The protection of this Wi-Fi is of a kind Greenroom does not know.');
};

const weakness = { open: 2, wep: 1, protected: 0 } as const;

/** The network in use among `nmcli -t -f IN-USE,SSID,SECURITY,WPA-FLAGS,RSN-FLAGS`; the weakest where there are two. */
export const parseWifi = (stdout: string): Network['wifi'] => {
  const lines = stdout.split('\n').filter((line) => line !== '');
  const networks = lines.map((line) => parseTerse(line.slice(0, 1_000)));
  if (networks.some((values) => values.length !== 5)) {
    throw new FactUnavailable('unreadable', 'NetworkManager listed the Wi-Fi in a form Greenroom does not know.');
  }
  const used = networks
    .filter(([inUse]) => inUse === '*')
    .map(([, name = '', security = '', ...flags]) => ({
      name: name === '' ? null : name,
      security: securityOf(security, flags),
    }))
    .sort((a, b) => weakness[b.security] - weakness[a.security]);
  if (used[0] === undefined) throw new FactUnavailable('unsupported', 'NetworkManager does not look after this Wi-Fi.');
  return used[0];
};

const readWifi = async (machine: Machine, up: readonly Interface[]): Promise<Network['wifi']> => {
  if (!up.some(({ wireless }) => wireless)) return null;
  const fields = 'IN-USE,SSID,SECURITY,WPA-FLAGS,RSN-FLAGS';
  const args = ['-t', '-f', fields, 'dev', 'wifi', 'list', '--rescan', 'no'];
  const { code, stdout } = await runRequired(machine, '/usr/bin/nmcli', args, { maxBytes: 1_048_576 });
  if (code !== 0)
    throw new FactUnavailable('unreadable', 'NetworkManager did not tell which Wi-Fi this computer is on.');
  return parseWifi(stdout);
};

/** True when the way out leads through a tunnel; null when that cannot be told for certain. */
const readVpn = async (machine: Machine, up: readonly Interface[]): Promise<boolean | null> => {
  const route = await machine.run('/sbin/ip', ['route', 'get', FAR_AWAY], { timeoutMs: 3_000, maxBytes: 65_536 });
  const device = route?.code === 0 ? / dev (\S{1,15}) /.exec(route.stdout)?.[1] : undefined;
  const way = up.find(({ name }) => name === device);
  if (way === undefined) return null;
  if (way.tunnel) return true;
  // Another tunnel may carry a part of the traffic, and IPsec needs no interface of its own.
  if (up.some(({ tunnel }) => tunnel)) return null;
  const daemons = await Promise.all(['/run/charon.pid', '/run/pluto/pluto.pid'].map((file) => machine.stat(file)));
  return daemons.some((it) => it !== undefined) || way.name.startsWith('ppp') ? null : false;
};

export const network = reader<Network>(8_000, async (machine) => {
  const up = await interfacesUp(machine);
  // A way out that cannot be told harms only the question about a VPN.
  const [wifi, vpn = null] = await Promise.all([readWifi(machine, up), optional(readVpn(machine, up))]);
  return known({ wifi, vpn }, wifi === null ? INTERFACES : 'nmcli dev wifi list');
});
