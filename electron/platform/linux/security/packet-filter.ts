/** Owns what a packet filter does with a stranger's attempt to connect, by its chains and rules: what they do, not what they say. */

/**
 * Whom a rule is about: every new connection over TCP from outside, none, those of some senders, some that nobody can
 * weigh, those whose sender meets it at will (a source port, a rate), or those that no honest sender makes.
 */
export type Match = 'every' | 'none' | 'senders' | 'some' | 'at-will' | 'odd';

export type Verdict =
  | { readonly is: 'accept' | 'drop' | 'return' | 'unknown' }
  /** `leaves`: what the other chain does not decide does not come back to this one. */
  | { readonly is: 'jump'; readonly chain: string; readonly leaves: boolean };

export interface Rule {
  readonly match: Match;
  readonly verdict: Verdict;
}

export interface Chain {
  /** Where the kernel enters it with what comes in; absent for chains that others jump to. */
  readonly entry: boolean;
  readonly policy: 'accept' | 'drop';
  readonly rules: readonly Rule[];
}

/** `partly`: what comes in depends on what nobody can see from here. */
export type Outcome = 'accept' | 'drop' | 'partly';

/** Deeper than any rules that people write. */
const DEEPEST = 16;

const effective = (match: Match, verdict: Verdict): Match => {
  if (match === 'at-will') return verdict.is === 'accept' ? 'every' : verdict.is === 'drop' ? 'none' : 'some';
  if (match === 'odd') return verdict.is === 'drop' ? 'none' : 'some';
  return match;
};

const outcomeOfChain = (chain: Chain, chains: ReadonlyMap<string, Chain>): Outcome => {
  let letsSomeIn = false;
  let refusesSome = false;
  const walk = (rules: readonly Rule[], depth: number): Outcome | 'next' => {
    if (depth > DEEPEST) return 'partly';
    for (const { match, verdict } of rules) {
      const about = effective(match, verdict);
      if (about === 'none') continue;
      const own =
        verdict.is === 'jump'
          ? walk(chains.get(verdict.chain)?.rules ?? [{ match: 'every', verdict: { is: 'unknown' } }], depth + 1)
          : verdict.is === 'unknown'
            ? 'partly'
            : verdict.is;
      const leaves = verdict.is === 'jump' && verdict.leaves;
      if (about === 'every') {
        if (own === 'return' || (own === 'next' && leaves)) return 'next';
        if (own !== 'next') return own;
        continue;
      }
      const passesOver = own === 'return' || (own === 'next' && leaves);
      if (own === 'accept' || own === 'partly' || passesOver) letsSomeIn = true;
      // Keeping some senders out leaves every other stranger.
      if ((own === 'drop' && about === 'some') || own === 'partly' || passesOver) refusesSome = true;
    }
    return 'next';
  };
  const found = walk(chain.rules, 0);
  const end = found === 'next' ? chain.policy : found;
  if (end === 'drop') return letsSomeIn ? 'partly' : 'drop';
  return end === 'accept' && !refusesSome ? 'accept' : 'partly';
};

/** What all chains together do: one that drops has the last word, whatever the others accept. */
export const outcomeOf = (chains: ReadonlyMap<string, Chain>): Outcome => {
  const each = [...chains.values()].filter(({ entry }) => entry).map((chain) => outcomeOfChain(chain, chains));
  if (each.includes('drop')) return 'drop';
  return each.includes('partly') ? 'partly' : 'accept';
};

export type Family = 'ip' | 'ip6';

/** Between this computer and its own virtual machines, containers and tunnels: no stranger comes in there. */
const OWN_INTERFACE =
  /^(?:lo$|docker|br-|virbr|veth|vnet|lxcbr|lxdbr|incusbr|podman|cni|vboxnet|vmnet|waydroid|wg|tun|tap|tailscale|zt)/;

/** More ports than any service needs. */
const MANY_PORTS = 10_000;

const ofPorts = (ports: readonly string[], not: boolean): Match => {
  if (not) return 'every';
  const sizes = ports.map((port) => {
    const [, from, to] = /^(\d{1,5})[-:](\d{0,5})$/.exec(port) ?? [];
    return from === undefined ? 1 : Number(to || 65_535) - Number(from) + 1;
  });
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all >= 65_535) return 'every';
  return all >= MANY_PORTS || ports.some((port) => port.startsWith('@')) ? 'some' : 'none';
};

const ofSenders = (addresses: readonly string[], not: boolean): Match => {
  if (addresses.some((address) => /^(?:0\.0\.0\.0|::)\/0$/.test(address))) return not ? 'none' : 'every';
  const single = addresses.every((address) => /^[\da-f.:]+(?:\/(?:32|128))?$/i.test(address) && !address.includes('-'));
  if (single) return not ? 'every' : 'none';
  return not ? 'some' : 'senders';
};

const turned = (not: boolean, meets: boolean): Match => (meets === not ? 'none' : 'every');

const OTHER_PROTOCOLS = /^(?:udp|udplite|icmp|icmpv6|icmpx|igmp|sctp|dccp|esp|ah|comp)\b/;

/** Whom one condition is about, in nftables' own words: `tcp dport`, `ct state`, `ip saddr`. */
export const matchOf = (what: string, values: readonly string[], not: boolean, family: Family): Match => {
  if (OTHER_PROTOCOLS.test(what)) return 'none';
  if (/^ip6? /.test(what) && !what.startsWith(`${family} `)) return 'none';
  const plain = values.map((value) => value.replace(/^"|"$/g, ''));
  switch (what.replace(/^ip6? /, '').replace(/^meta (?=iif|oif|mark|pkttype)/, '')) {
    case 'iif':
    case 'iifname':
      if (plain.every((name) => OWN_INTERFACE.test(name))) return turned(not, false);
      return 'some';
    case 'ct state':
      return turned(
        not,
        plain.some((state) => /^(?:new|untracked)$/i.test(state)),
      );
    case 'meta l4proto':
    case 'protocol':
    case 'nexthdr':
      return turned(
        not,
        plain.some((name) => /^(?:tcp|6|all)$/i.test(name)),
      );
    case 'meta nfproto':
    case 'meta protocol':
      return turned(not, plain.includes(family === 'ip' ? 'ipv4' : 'ipv6') || plain.includes(family));
    case 'tcp dport':
    case 'th dport':
      return ofPorts(plain, not);
    case 'tcp sport':
    case 'th sport':
      return 'at-will';
    case 'saddr':
      return ofSenders(plain, not);
    case 'daddr':
      return plain.every((it) => /^(?:127\.|22[4-9]\.|23\d\.|255\.|ff[\da-f]{2}:|::1)/i.test(it))
        ? turned(not, false)
        : 'some';
    case 'pkttype':
      return turned(not, plain.includes('host') || plain.includes('unicast'));
    case 'fib':
      return turned(not, plain.includes('local'));
    case 'limit':
    case 'ct count':
      return 'at-will';
    case 'tcp flags':
      // Every new connection begins with it.
      return !not && plain.join() === 'syn' ? 'every' : 'odd';
    case 'ct status':
      return 'odd';
    default:
      return 'some';
  }
};

const WEIGHT: readonly Match[] = ['none', 'odd', 'some', 'senders', 'at-will', 'every'];

/** A rule holds where all its conditions hold. */
export const together = (matches: readonly Match[]): Match => WEIGHT.find((it) => matches.includes(it)) ?? 'every';
