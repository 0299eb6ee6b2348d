/** Owns turning a node of a policy into the value that its key declares, or telling what is wrong and where exactly. */
import { type Message, messages, sentences } from '../messages/messages.ts';
import { quote, term, type Value } from '../messages/value.ts';
import { sanitize } from '../text/sanitize.ts';
import { accepts, expected } from './accepts.ts';
import { nearest, suggestion } from './did-you-mean.ts';
import type { PolicyKey, PolicyValue } from './policy.ts';
import type { Origin, PolicyNode } from './source-tree.ts';

const words = messages('policy-value', {
  misfit: '“{key}” must be {wanted}; here stands {found}.',
  stranger: '“{key}” names “{product}”, which is no program that Greenroom knows.',
  map: 'a block of names and values',
  list: 'a list',
  nothing: 'nothing',
  text: '“{text}”',
  unquoted: 'Write {value} without quotes.',
  unquotedNumber: 'Write the number without quotes.',
});

/** The registry has no true and false and writes lists its own way; only a file has to say what it is. */
export type Dialect = 'file' | 'registry' | 'plist';

export interface Misfit {
  readonly origin: Origin;
  readonly message: Message;
}

export interface ReadValue {
  /** Undefined when nothing of it can be used. */
  readonly value: PolicyValue | undefined;
  readonly misfits: readonly Misfit[];
}

/** What stands there, for a person. */
const shown = (node: PolicyNode): Value => {
  if (node.kind === 'map') return words.map;
  if (node.kind === 'list') return words.list;
  if (node.value === null) return words.nothing;
  if (typeof node.value !== 'string') return term(String(node.value));
  return words.text({ text: quote(sanitize(node.value, 40)) });
};

const plainly = (key: PolicyKey, node: PolicyNode, dialect: Dialect): unknown => {
  if (node.kind !== 'scalar') return undefined;
  const { value } = node;
  if (dialect === 'registry' && key.kind === 'boolean' && (value === 0 || value === 1)) return value === 1;
  return value;
};

/** What may help beside what was expected: the nearest choice, or how true and false are written. */
const hint = (key: PolicyKey, node: PolicyNode): Message | null => {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return null;
  if (key.kind === 'choice' || (key.kind === 'list' && key.items === 'choice')) return nearest(node.value, key.choices);
  if (key.kind === 'boolean' && /^(?:yes|no|on|off|true|false)$/i.test(node.value))
    return words.unquoted({ value: term(/^(?:yes|on|true)$/i.test(node.value) ? 'true' : 'false') });
  return key.kind === 'number' && /^\d+$/.test(node.value) ? words.unquotedNumber : null;
};

/** Lists and maps as the registry writes them: a list also as a sub-key whose names mean nothing. */
const itemsOf = (node: PolicyNode, dialect: Dialect): readonly PolicyNode[] | null => {
  if (node.kind === 'list') return node.items;
  return dialect === 'registry' && node.kind === 'map' ? node.entries.map(({ value }) => value) : null;
};

/** Programs that are named and that nobody knows. The value holds: a newer catalogue may know them. */
const strangersIn = (
  name: string,
  key: PolicyKey,
  node: PolicyNode,
  products: readonly string[],
): readonly Misfit[] => {
  const stranger = (product: string, origin: Origin): readonly Misfit[] => {
    if (products.includes(product)) return [];
    const message = sentences([
      words.stranger({ key: term(name), product: quote(sanitize(product, 40)) }),
      suggestion(product, products),
    ]);
    return [{ origin, message }];
  };
  if (key.kind === 'list' && key.items === 'product' && node.kind === 'list')
    return node.items.flatMap((item) =>
      item.kind === 'scalar' && typeof item.value === 'string' ? stranger(item.value, item.origin) : [],
    );
  if (key.kind === 'map' && key.names === 'product' && node.kind === 'map')
    return node.entries.flatMap((entry) => stranger(entry.key, entry.origin));
  return [];
};

/**
 * Reads the value of one key, named `name` in messages. Of a list or a map what fits is kept, so that one wrong entry does
 * not open the door for all that the others forbid.
 */
export const readValue = (
  name: string,
  key: PolicyKey,
  node: PolicyNode,
  dialect: Dialect,
  products?: readonly string[],
): ReadValue => {
  const strangers = products === undefined ? [] : strangersIn(name, key, node, products);
  const wrong = (at: PolicyNode): Misfit => {
    const more = hint(key, at);
    const misfit = words.misfit({ key: term(name), wanted: expected(key), found: shown(at) });
    return { origin: at.origin, message: sentences(more === null ? [misfit] : [misfit, more]) };
  };
  if (key.kind === 'list') {
    const items = itemsOf(node, dialect);
    if (items === null) return { value: undefined, misfits: [wrong(node)] };
    const fits = (item: PolicyNode): boolean => item.kind === 'scalar' && accepts(key, [item.value]);
    const value = items.filter(fits).map((item) => (item.kind === 'scalar' ? item.value : null));
    const misfits = items.filter((item) => !fits(item)).map(wrong);
    const fitting = accepts(key, value);
    return {
      value: fitting ? value : undefined,
      misfits: [...misfits, ...strangers, ...(fitting ? [] : [wrong(node)])],
    };
  }
  if (key.kind === 'map') {
    if (node.kind !== 'map') return { value: undefined, misfits: [wrong(node)] };
    const pairs = node.entries.map(({ key: inner, value }) => ({
      inner,
      node: value,
      value: plainly(key, value, dialect),
    }));
    const fits = ({ inner, value }: (typeof pairs)[number]): boolean => accepts(key, { [inner]: value });
    const value = Object.fromEntries(pairs.filter(fits).map(({ inner, value: one }) => [inner, one]));
    const misfits = pairs.filter((pair) => !fits(pair)).map((pair) => wrong(pair.node));
    return { value: accepts(key, value) ? value : undefined, misfits: [...misfits, ...strangers] };
  }
  const value = plainly(key, node, dialect);
  return accepts(key, value) ? { value, misfits: [] } : { value: undefined, misfits: [wrong(node)] };
};
