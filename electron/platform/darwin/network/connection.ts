/** Owns how a Mac is connected: the ways out that macOS holds, and how well its Wi-Fi is heard. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import {
  type Connection,
  type Medium,
  percentOfDbm,
  type WifiBand,
  type WifiSignal,
} from '../../../core/facts/network.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { profiled } from '../system-profiler.ts';
import { macosProxy, SCUTIL } from './proxy.ts';

const words = messages('macos-connection', {
  untold: 'macOS didn’t say whether it’s connected.',
});

interface Way {
  readonly name: string;
  /** It brings somebody who looks names up. */
  readonly names: boolean;
  readonly reachable: boolean;
}

/** Of each family the interfaces that lead out, the preferred one first. An interface without a router is not among them. */
export const parseWays = (stdout: string): readonly Way[] | undefined => {
  const families = stdout.split(/^IPv[46] network interface information$/m).slice(1);
  // An answer that was cut off, or of another form, is no "nothing".
  if (families.length !== 2 || !families.every((it) => /^ *REACH : flags 0x[0-9a-f]{8}/m.test(it))) return undefined;
  return families.flatMap((family) =>
    [...family.matchAll(/^ *([a-z_]+\d+) : flags (.*)\n(?: {8,}.*\n)*? +reach +: 0x([0-9a-f]{8})/gm)].map(
      ([, name = '', flags = '', reach = '']) => ({
        name,
        names: /\bDNS\b/.test(flags),
        reachable: (Number.parseInt(reach, 16) & 2) !== 0,
      }),
    ),
  );
};

/** What is kept of the answer: names and states of the ways, no address and no server. */
export const allowedWays = (stdout: string): string =>
  stdout
    .split('\n')
    .filter((line) => !/^ *(?:address|VPN server) *:/.test(line))
    .join('\n');

interface Radio {
  readonly name: string;
  readonly signal: WifiSignal;
}

/** "37 (6GHz, 160MHz)"; older systems write the channel alone, of which those up to 14 are at 2.4 GHz. */
export const bandOfChannel = (channel = ''): WifiBand | null => {
  const named = /\((2|5|6)GHz/.exec(channel)?.[1];
  if (named !== undefined) return named === '2' ? '2.4' : named === '5' ? '5' : '6';
  const number = /^\d{1,3}$/.test(channel) ? Number(channel) : 0;
  return number >= 1 && number <= 14 ? '2.4' : null;
};

/** The Wi-Fi interfaces that are joined to a network. */
const radios = async (machine: Machine): Promise<readonly Radio[]> => {
  const entries = await profiled(machine, 'SPAirPortDataType');
  return entries
    .flatMap((entry) => entry.spairport_airport_interfaces ?? [])
    .filter((it) => /^en\d+$/.test(it._name) && it.spairport_status_information?.endsWith('status_connected') === true)
    .map(({ _name, spairport_current_network_information: link }) => {
      const dbm = /^(-\d{1,3}) dBm/.exec(link?.spairport_signal_noise ?? '')?.[1];
      return {
        name: _name,
        signal: {
          percent: dbm === undefined ? null : percentOfDbm(Number(dbm)),
          band: bandOfChannel(link?.spairport_network_channel),
        },
      };
    });
};

const isTunnel = (name: string): boolean => /^(?:utun|ipsec|ppp|tun|tap)\d/.test(name);

/** Every Mac's Wi-Fi is an `en` like its cables: which is which only the list of radios tells. */
const mediumOf = (name: string | undefined, joined: readonly Radio[] | undefined): Medium | null => {
  if (name === undefined) return null;
  if (name.startsWith('pdp_ip')) return 'mobile';
  if (!name.startsWith('en') || joined === undefined) return null;
  return joined.some((radio) => radio.name === name) ? 'wifi' : 'cable';
};

export const connection = reader<Connection>(10_000, async (machine) => {
  const [answer, joined, proxy] = await Promise.all([
    runRequired(machine, SCUTIL, ['--nwi'], { timeoutMs: 5_000, maxBytes: 65_536 }),
    optional(radios(machine)),
    macosProxy(machine),
  ]);
  const ways = answer.code === 0 ? parseWays(answer.stdout) : undefined;
  if (ways === undefined) throw new FactUnavailable('unreadable', words.untold);
  const source = 'scutil --nwi';
  const nothing = { internet: null, proxy, metered: null } as const;
  const reachable = ways.filter((way) => way.reachable);
  const usable = reachable.map(({ name }) => name);
  const [way] = usable;
  if (way === undefined) return known({ ...nothing, route: 'none', medium: null, wifi: null }, source);
  const carrier = isTunnel(way) ? usable.find((name) => !isTunnel(name)) : way;
  const medium = mediumOf(carrier, joined);
  const wifi = medium === 'wifi' ? (joined?.find(({ name }) => name === carrier)?.signal ?? null) : null;
  const nameless = reachable.some(({ names }) => names) ? {} : ({ noNameServer: true } as const);
  // That a route exists does not say that packets arrive: macOS has no word of its own for that.
  return known({ ...nothing, route: isTunnel(way) ? 'vpn' : 'open', medium, wifi, ...nameless }, source);
});
