/** Owns reading one rule of nftables: whom it is about, and what it does with them. */
import { type Part, type Statement, wordsIn } from './nftables-syntax.ts';
import { type Family, type Match, matchOf, type Rule, together, type Verdict } from './packet-filter.ts';

const NO_CONDITION = ['accept', 'drop', 'reject', 'return', 'continue', 'queue', 'jump', 'goto'];
const TWO_WORDS =
  /^(?:meta|ct|ip|ip6|tcp|udp|th|icmp|icmpv6|igmp|sctp|dccp|esp|ah|comp|udplite|ether|arp|rt|socket|vlan|exthdr)$/;

const verdictOf = (is: string, chain: string): Verdict => {
  if (is === 'jump' || is === 'goto') return { is: 'jump', chain, leaves: is === 'goto' };
  if (is === 'accept' || is === 'return') return { is };
  return is === 'drop' || is === 'reject' ? { is: 'drop' } : { is: 'unknown' };
};

/** Reads one rule for one family. `value` fills in what the file defined and the elements of named sets. */
export const rulesOf = (
  rule: Statement,
  family: Family,
  value: (part: Part | undefined) => readonly string[],
): readonly Rule[] => {
  const matches: Match[] = [];
  const found: Rule[] = [];
  const word = (at: number): string => (typeof rule[at] === 'string' ? rule[at] : '');
  for (let at = 0; at < rule.length; ) {
    const name = word(at);
    if (NO_CONDITION.includes(name)) {
      if (name !== 'continue') found.push({ match: together(matches), verdict: verdictOf(name, word(at + 1)) });
      break;
    }
    if (name === 'counter' || name === 'log' || name === 'comment') {
      at += name === 'comment' ? 2 : 1;
      if (name === 'counter') while (/^(?:packets|bytes|name|\d+|".*")$/.test(word(at))) at += 1;
      if (name === 'log') while (/^(?:prefix|level|flags|group|snaplen|queue-threshold)$/.test(word(at))) at += 2;
      continue;
    }
    if (name === 'limit' || (name === 'ct' && word(at + 1) === 'count')) {
      matches.push('at-will');
      at += 1;
      while (/^(?:count|rate|over|burst|until|packets?|bytes?|[kmgt]?bytes|\d+(?:\/\w+)?)$/.test(word(at))) at += 1;
      continue;
    }
    if (name === 'add' || name === 'update' || name === 'delete') {
      if (wordsIn(rule[at + 2]).includes('limit')) matches.push('odd');
      at += 3;
      continue;
    }
    let what = name;
    at += 1;
    if (name === 'fib') {
      while (at < rule.length && !/^(?:type|oif|oifname|missing|exists)$/.test(word(at))) at += 1;
      at += 1;
    } else if (TWO_WORDS.test(name)) {
      what = `${name} ${word(at)}`;
      at += 1;
    }
    if (word(at) === '&') {
      // Flags are masked before they are compared.
      const from = at;
      while (at < rule.length && !NO_CONDITION.includes(word(at)) && !/^(?:counter|log|comment)$/.test(word(at)))
        at += 1;
      const [, compared] = / == (\w+)$/.exec(rule.slice(from, at).join(' ')) ?? [];
      const match = matchOf(what, compared === undefined ? [] : [compared], false, family);
      matches.push(match === 'none' || match === 'every' ? match : 'odd');
      continue;
    }
    if (/^[<>]=?$/.test(word(at))) {
      matches.push('some');
      at += 2;
      continue;
    }
    const not = word(at) === '!=';
    if (not || word(at) === '==') at += 1;
    if (word(at) === 'vmap') {
      const entries = value(rule[at + 1])
        .join(' ')
        .replace(/\s*:\s*/g, ':')
        .split(/ (?=\S+:)/);
      for (const entry of entries) {
        const [, key = '', is = '', chain = ''] = /^(\S*?):(\w+)(?: (\S+))?$/.exec(entry) ?? [];
        const verdict = verdictOf(is, chain);
        const match = key === '' ? 'some' : matchOf(what, [key], false, family);
        found.push({ match: together([...matches, match]), verdict });
      }
      break;
    }
    const values = [...value(rule[at])];
    at += 1;
    // `established, related` with a blank between.
    while (typeof rule[at - 1] === 'string' && word(at - 1).endsWith(',')) values.push(...value(rule[at++]));
    // Flags may be written as `syn / fin,syn,rst,ack`.
    if (word(at) === '/') at += 2;
    matches.push(values.length === 0 ? 'some' : matchOf(what, values, not, family));
  }
  return found;
};
