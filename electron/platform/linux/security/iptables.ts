/** Owns reading a file for iptables-restore, as far as what comes in is concerned. */
import {
  type Chain,
  type Family,
  type Match,
  matchOf,
  type Outcome,
  outcomeOf,
  together,
  type Verdict,
} from './packet-filter.ts';

/** What iptables calls a condition, in nftables' words, which `matchOf` weighs. */
const CONDITIONS: Readonly<Record<string, string>> = {
  '-i': 'iifname',
  '--in-interface': 'iifname',
  '-p': 'meta l4proto',
  '--protocol': 'meta l4proto',
  '-s': 'saddr',
  '--source': 'saddr',
  '--src-range': 'saddr',
  '-d': 'daddr',
  '--destination': 'daddr',
  '--ctstate': 'ct state',
  '--state': 'ct state',
  '--dport': 'tcp dport',
  '--dports': 'tcp dport',
  '--destination-port': 'tcp dport',
  '--destination-ports': 'tcp dport',
  '--sport': 'tcp sport',
  '--sports': 'tcp sport',
  '--source-port': 'tcp sport',
  '--icmp-type': 'icmp type',
  '--icmpv6-type': 'icmpv6 type',
  '--dst-type': 'fib',
  '--pkt-type': 'pkttype',
  '--limit': 'limit',
  '--hashlimit-upto': 'limit',
  '--hashlimit-above': 'limit',
  '--connlimit-above': 'limit',
  '--tcp-flags': 'tcp flags',
  '--ctstatus': 'ct status',
  '--rcheck': 'tcp flags',
  '--update': 'tcp flags',
  '--set': 'tcp flags',
};

/** Options that say nothing of whom a rule is about. */
const SAID =
  /^(?:-m|--match|--comment|--limit-burst|--hashlimit-(?:burst|mode|name|srcmask)|--connlimit-mask|--name|--seconds|--hitcount|--mask)$/;

/** Targets that let a packet go on through the chain. */
const GOES_ON = /^(?:LOG|NFLOG|ULOG|CT|MARK|CONNMARK|AUDIT|TRACE|CHECKSUM|TCPMSS|SET)$/;

const verdictOf = (target: string, leaves: boolean): Verdict => {
  if (target === 'ACCEPT') return { is: 'accept' };
  if (target === 'DROP' || target === 'REJECT' || target === 'TARPIT') return { is: 'drop' };
  if (target === 'RETURN') return { is: 'return' };
  return /^N?F?QUEUE$/.test(target) ? { is: 'unknown' } : { is: 'jump', chain: target, leaves };
};

const wordsOf = (line: string): readonly string[] => line.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? [];

const ruleOf = (words: readonly string[], family: Family): Chain['rules'] => {
  const matches: Match[] = [];
  for (let at = 0; at < words.length; ) {
    const not = words[at] === '!';
    if (not) at += 1;
    const option = words[at] ?? '';
    const value = words[at + 1] ?? '';
    if (['-j', '--jump', '-g', '--goto'].includes(option)) {
      const verdict = verdictOf(value, option === '-g' || option === '--goto');
      return GOES_ON.test(value) ? [] : [{ match: together(matches), verdict }];
    }
    if (option === '--syn') {
      at += 1;
      continue;
    }
    // What iptables-save writes for it.
    if (option === '--tcp-flags' && words[at + 2] === 'SYN' && !not) {
      at += 3;
      continue;
    }
    at += option === '--tcp-flags' ? 3 : 2;
    if (SAID.test(option)) continue;
    const what = Object.hasOwn(CONDITIONS, option) ? CONDITIONS[option] : undefined;
    if (what === undefined) {
      matches.push('some');
      // What nobody knows may stand alone.
      if (value.startsWith('-') || value === '!') at -= 1;
    } else {
      const list = value.split(',').map((one) => one.replace(/\+$/, ''));
      matches.push(matchOf(what, what === 'fib' ? [value.toLowerCase()] : list, not, family));
    }
  }
  return [];
};

/** What the rules of one family do with a stranger who wants to connect; null where the file has a form nobody knows. */
export const judgeIptables = (text: string, family: Family): Outcome | null => {
  const chains = new Map<string, Chain>();
  let table = '';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const [head = '', ...rest] = wordsOf(line);
    if (line === '' || line.startsWith('#') || line === 'COMMIT') continue;
    if (head.startsWith('*')) table = head.slice(1);
    else if (table === '') return null;
    else if (table !== 'filter') continue;
    else if (head.startsWith(':')) {
      const policy = rest[0] === 'DROP' ? 'drop' : 'accept';
      chains.set(head.slice(1), { entry: head === ':INPUT', policy, rules: [] });
    } else {
      const [, verb = '', name = '', more = ''] =
        /^(?:\[\d+:\d+\] )?(-A|--append|-I|--insert) (\S+)(.*)$/.exec(line) ?? [];
      const known = chains.get(name);
      if (verb === '' || known === undefined) return null;
      const own = ruleOf(wordsOf(more), family);
      const rules = verb === '-A' || verb === '--append' ? [...known.rules, ...own] : [...own, ...known.rules];
      chains.set(name, { ...known, rules });
    }
  }
  return chains.has('INPUT') ? outcomeOf(chains) : null;
};
