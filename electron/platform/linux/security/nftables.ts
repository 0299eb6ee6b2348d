/** Owns reading a file of rules for nftables, as far as what comes in is concerned. */
import { rulesOf } from './nftables-rule.ts';
import { includesFiles, type Part, type Statement, statementsOf, wordsIn } from './nftables-syntax.ts';
import { type Chain, type Family, type Outcome, outcomeOf, type Rule } from './packet-filter.ts';

interface Table {
  readonly chains: Map<string, { entry: boolean; policy: Chain['policy']; rules: Statement[] }>;
  readonly sets: Map<string, readonly string[]>;
}

const FAMILIES = ['ip', 'ip6', 'inet', 'arp', 'bridge', 'netdev'];
export interface FilterOutcome {
  readonly ip: Outcome;
  readonly ip6: Outcome;
}

/** What the rules do with a stranger who wants to connect; null where other files hold rules too, or in a form nobody knows. */
export const judgeNftables = (text: string): FilterOutcome | null => {
  let statements: readonly Statement[];
  try {
    statements = statementsOf(text);
  } catch {
    return null;
  }
  if (includesFiles(statements)) return null;
  const tables = new Map<string, Table>();
  const defined = new Map<string, readonly string[]>();
  const tableOf = (family: string, name: string): Table => {
    const key = `${family} ${name}`;
    const table = tables.get(key) ?? { chains: new Map(), sets: new Map() };
    tables.set(key, table);
    return table;
  };
  const chainOf = (table: Table, name: string) => {
    const chain = table.chains.get(name) ?? { entry: false, policy: 'accept' as const, rules: [] };
    table.chains.set(name, chain);
    return chain;
  };
  const readChain = (table: Table, name: string, content: Part | undefined): void => {
    const chain = chainOf(table, name);
    for (const statement of typeof content === 'string' ? [] : (content ?? [])) {
      const [first, second] = statement;
      const said = statement.filter((part) => typeof part === 'string').join(' ');
      if (first === 'type') chain.entry = /^type filter hook (?:input|prerouting)\b/.test(said);
      else if (first === 'policy') chain.policy = second === 'drop' ? 'drop' : 'accept';
      else if (first !== 'comment' && first !== 'flags' && first !== 'device') chain.rules.push(statement);
    }
  };
  const readSet = (table: Table, name: string, content: Part | undefined): void => {
    const elements = (typeof content === 'string' ? [] : (content ?? [])).find(([first]) => first === 'elements');
    // One that is empty here is filled while the rules are at work.
    if (elements !== undefined) table.sets.set(name, wordsIn(elements[2]));
  };
  const readTable = (table: Table, content: Part | undefined): boolean =>
    (typeof content === 'string' ? [] : (content ?? [])).every(([kind, name, inner]) => {
      if (kind === 'chain') readChain(table, String(name), inner);
      if (kind === 'set') readSet(table, String(name), inner);
      // A table that is put to sleep does nothing.
      return kind !== 'flags' || name !== 'dormant';
    });

  for (const statement of statements) {
    const said = statement[0] === 'add' || statement[0] === 'create' ? statement.slice(1) : statement;
    const insert = said[0] === 'insert';
    const [kind, ...rest] = insert ? said.slice(1) : said;
    const hasFamily = FAMILIES.includes(String(rest[0]));
    const family = hasFamily ? String(rest[0]) : 'ip';
    const [first, second, ...more] = hasFamily ? rest.slice(1) : rest;
    if (kind === 'flush' && rest[0] === 'ruleset') tables.clear();
    else if (kind === 'define') defined.set(`$${rest[0]}`, rest.slice(2).flatMap(wordsIn));
    else if (kind === 'table') {
      if (!readTable(tableOf(family, String(first)), second)) tables.delete(`${family} ${String(first)}`);
    } else if (kind === 'chain') readChain(tableOf(family, String(first)), String(second), more[0]);
    else if (kind === 'set') readSet(tableOf(family, String(first)), String(second), more[0]);
    else if (kind === 'rule') {
      const { rules } = chainOf(tableOf(family, String(first)), String(second));
      if (insert) rules.unshift(more);
      else rules.push(more);
    } else if ((kind === 'delete' || kind === 'destroy' || kind === 'flush') && rest[0] === 'table') {
      const [, ...which] = rest;
      tables.delete(FAMILIES.includes(String(which[0])) ? which.join(' ') : `ip ${which[0]}`);
    } else return null;
  }

  const outcome = (family: Family): Outcome => {
    const chains = new Map<string, Chain>();
    for (const [key, table] of tables) {
      const kept = key.split(' ')[0];
      if (kept !== 'inet' && kept !== family) continue;
      const value = (part: Part | undefined): readonly string[] =>
        wordsIn(part).flatMap((word) =>
          word.startsWith('$')
            ? (defined.get(word) ?? ['@'])
            : word.startsWith('@')
              ? (table.sets.get(word.slice(1)) ?? ['@'])
              : [word],
        );
      for (const [name, { entry, policy, rules }] of table.chains) {
        const own = rules.flatMap((rule) => rulesOf(rule, family, value));
        const renamed = own.map(
          ({ match, verdict }): Rule => ({
            match,
            verdict: verdict.is === 'jump' ? { ...verdict, chain: `${key} ${verdict.chain}` } : verdict,
          }),
        );
        chains.set(`${key} ${name}`, { entry, policy, rules: renamed });
      }
    }
    return outcomeOf(chains);
  };
  return { ip: outcome('ip'), ip6: outcome('ip6') };
};
