/** Owns what NetworkManager tells of the Wi-Fi in use: its name, how it is protected, how well it is heard. */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import { bandOfMegahertz, type Network, type WifiSignal } from '../../../core/facts/network.ts';
import { messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { reasons } from '../../reasons.ts';

const words = messages('linux-wifi', {
  protection: 'The protection of this Wi-Fi is of a kind Greenroom doesn’t know.',
  unmanaged: 'NetworkManager doesn’t look after this Wi-Fi.',
  which: 'NetworkManager didn’t say which Wi-Fi this computer is on.',
});

/** The values of one line of `nmcli -t`, in which `:` and `\` inside a value are escaped. */
export const parseTerse = (line: string): readonly string[] =>
  (`${line}:`.match(/(?:\\.|[^\\:])*:/g) ?? []).map((part) => part.slice(0, -1).replace(/\\(.)/g, '$1'));

/** `(none)`, whatever nmcli calls it in the person's language. */
const isNone = (flags: string): boolean => flags === '' || /^\([^)]*\)$/.test(flags);

const securityOf = (security: string, flags: readonly string[]): NonNullable<Network['wifi']>['security'] => {
  const named = security.split(' ');
  if (named.some((word) => /^(?:WPA[1-9]?|OWE)$/.test(word))) return 'protected';
  if (named.includes('WEP')) return 'wep';
  if (security === '' && flags.every(isNone)) return 'open';
  throw new FactUnavailable('unreadable', words.protection);
};

const weakness = { open: 2, wep: 1, protected: 0 } as const;

/** Recordings of earlier Greenrooms hold the first five alone. RATE is left out: it is the most that the network could do. */
const FIELDS = 'IN-USE,SSID,SECURITY,WPA-FLAGS,RSN-FLAGS,SIGNAL,FREQ';
export const isWifiLine = (values: readonly string[]): boolean => values.length === 7 || values.length === 5;

const networksInUse = (stdout: string): readonly (readonly string[])[] => {
  const lines = stdout.split('\n').filter((line) => line !== '');
  const networks = lines.map((line) => parseTerse(line.slice(0, 1_000)));
  if (!networks.every(isWifiLine))
    throw new FactUnavailable('unreadable', reasons.answered({ program: product('NetworkManager') }));
  const used = networks.filter(([inUse]) => inUse === '*');
  if (used.length === 0) throw new FactUnavailable('unsupported', words.unmanaged);
  return used;
};

/** The protection of the network in use; the weakest where there are two. */
export const parseWifi = (stdout: string): NonNullable<Network['wifi']> => {
  const [weakest] = networksInUse(stdout)
    .map(([, name = '', security = '', wpa = '', rsn = '']) => ({
      name: name === '' ? null : name,
      security: securityOf(security, [wpa, rsn]),
    }))
    .sort((a, b) => weakness[b.security] - weakness[a.security]);
  return weakest as NonNullable<typeof weakest>;
};

const percentIn = (text = ''): number | null => (/^(?:\d|[1-9]\d|100)$/.test(text) ? Number(text) : null);

/** How well the network in use is heard; the worst where there are two. */
export const parseSignal = (stdout: string): WifiSignal => {
  const [worst] = networksInUse(stdout)
    .map(([, , , , , signal, frequency = '']) => ({
      percent: percentIn(signal),
      band: bandOfMegahertz(Number.parseInt(frequency, 10)),
    }))
    .sort((a, b) => (a.percent ?? 101) - (b.percent ?? 101));
  return worst as NonNullable<typeof worst>;
};

/** What `nmcli` prints of the networks in reach. It does not look for others. */
export const listWifi = async (machine: Machine): Promise<string> => {
  const args = ['-t', '-f', FIELDS, 'dev', 'wifi', 'list', '--rescan', 'no'];
  const { code, stdout } = await runRequired(machine, '/usr/bin/nmcli', args, { maxBytes: 1_048_576 });
  if (code !== 0) throw new FactUnavailable('unreadable', words.which);
  return stdout;
};
