/** Owns reading a policy from its nodes: what holds, where each value came from, and everything that cannot be used. */

import { english } from '../messages/format.ts';
import { type Message, messages, sentences } from '../messages/messages.ts';
import { term, version } from '../messages/value.ts';
import { accepts, isPolicyOnly } from './accepts.ts';
import { type Dialect, readValue } from './decode-value.ts';
import { suggestion } from './did-you-mean.ts';
import { isNeeded, readNeeds } from './needs.ts';
import type { PolicyKeys, PolicyLayerValues, PolicyValue } from './policy.ts';
import { type Origin, originText, type PolicyEntry, type PolicyFault, type PolicyNode } from './source-tree.ts';

const words = messages('policy-read', {
  noBlock: '{what} must be a block of names and values',
  policy: 'a policy',
  quoted: '“{key}”',
  checkHasNone: 'the check “{id}” has no setting “{name}”.',
  areaHasNone: 'the area of settings “{id}” has no setting “{name}”.',
  noCheck: 'there is no check “{id}”.',
  noArea: 'there is no area of settings “{id}”.',
  stranger: 'a policy has no “{key}” here.',
  noRange: '“{key}” must be a range of versions, such as “{example}”',
  newer: 'This policy is for Greenroom {range}; this is {own}. What this version doesn’t know in it doesn’t hold.',
  noSchema: '“{line}” is missing',
  otherSchema: '“{key}” must be {schema}: this version of Greenroom reads no other',
});

const quoted = (key: string): Message => words.quoted({ key: term(key) });

export const POLICY_SCHEMA = 'greenroom.policy/1';

/** What a policy may configure: a check or an area of settings. */
export interface Configurable {
  readonly id: string;
  readonly policy: PolicyKeys;
}

/** Everything that a policy may configure. */
export interface KnownKeys {
  readonly checks: readonly Configurable[];
  readonly areas: readonly Configurable[];
  /** Which Greenroom this is. */
  readonly appVersion: string;
  /** Programs that may be named, for whoever writes a policy; absent: a check tells what it does not know. */
  readonly products?: readonly string[];
}

/** Id → key → value, as a file of settings holds them: anybody may have written it. */
export type StoredValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * What stored settings say, as far as this version knows the key and the value fits. What only the organisation may say
 * reads as the default: an earlier version let a person say it too.
 */
export const decodeStored = (
  stored: StoredValues,
  { checks, areas }: Pick<KnownKeys, 'checks' | 'areas'>,
): PolicyLayerValues =>
  Object.fromEntries(
    [...checks, ...areas].map(({ id, policy }) => {
      const values = Object.hasOwn(stored, id) ? (stored[id] ?? {}) : {};
      const fitting = Object.entries(policy).flatMap(([name, key]): [string, PolicyValue][] => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        return accepts(key, value) ? [[name, isPolicyOnly(key, value) ? key.default : value]] : [];
      });
      return [id, Object.fromEntries(fitting)];
    }),
  );

/** Id → key → where its value stands. */
export type LayerOrigins = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ReadLayer {
  readonly values: PolicyLayerValues;
  readonly origins: LayerOrigins;
}

export interface ReadPolicy {
  readonly enforced: ReadLayer;
  readonly recommended: ReadLayer;
  readonly faults: readonly PolicyFault[];
}

type Fault = (origin: Origin, message: Message, decides: boolean) => void;

/** The registry does not tell capital letters from small ones. */
const same = (a: string, b: string, dialect: Dialect): boolean =>
  a === b || (dialect === 'registry' && a.toLowerCase() === b.toLowerCase());

const entriesOf = (node: PolicyNode, what: Message, fault: Fault, decides: boolean): readonly PolicyEntry[] => {
  if (node.kind === 'map') return node.entries;
  fault(node.origin, words.noBlock({ what }), decides);
  return [];
};

/** Reads a policy. Never throws: what cannot be used is a fault, and the rest holds. */
export const readPolicy = (root: PolicyNode, knownKeys: KnownKeys, dialect: Dialect): ReadPolicy => {
  const faults: PolicyFault[] = [];
  const fault: Fault = (origin, message, decides) => faults.push({ origin, message, decides });

  const keysOf = (
    owner: Configurable,
    kind: 'check' | 'area',
    entries: readonly PolicyEntry[],
    layer: 'enforced' | 'recommended',
  ): readonly (readonly [key: string, value: PolicyValue, origin: string])[] =>
    entries.flatMap(({ key: name, origin, value: node }) => {
      const decides = layer === 'enforced' && kind === 'check';
      const known = Object.keys(owner.policy).find((candidate) => same(candidate, name, dialect));
      const key = known === undefined ? undefined : owner.policy[known];
      if (known === undefined || key === undefined) {
        const has = kind === 'check' ? words.checkHasNone : words.areaHasNone;
        const unknown = has({ id: term(owner.id), name: term(name) });
        fault(origin, sentences([unknown, suggestion(name, Object.keys(owner.policy))]), decides);
        return [];
      }
      const { value, misfits } = readValue(`${owner.id}.${known}`, key, node, dialect, knownKeys.products);
      for (const misfit of misfits) fault(misfit.origin, misfit.message, decides);
      // A value that was meant to hold and cannot be read leaves the default in force, and nobody weaker changes it.
      if (value === undefined)
        return layer === 'enforced' ? [[known, key.default, originText(node.origin)] as const] : [];
      return [[known, value, originText(node.origin)] as const];
    });

  const blockOf = (
    known: readonly Configurable[],
    kind: 'check' | 'area',
    entry: PolicyEntry,
    layer: 'enforced' | 'recommended',
  ) =>
    entriesOf(entry.value, quoted(entry.key), fault, layer === 'enforced').flatMap(({ key: id, origin, value }) => {
      const owner = known.find((candidate) => same(candidate.id, id, dialect));
      const decides = layer === 'enforced' && kind === 'check';
      if (owner === undefined) {
        const ids = known.map((candidate) => candidate.id);
        const unknown = (kind === 'check' ? words.noCheck : words.noArea)({ id: term(id) });
        fault(origin, sentences([unknown, suggestion(id, ids)]), decides);
        return [];
      }
      const stated = keysOf(owner, kind, entriesOf(value, quoted(id), fault, decides), layer);
      return stated.length === 0 ? [] : [[owner.id, stated] as const];
    });

  const layerOf = (entries: readonly PolicyEntry[], layer: 'enforced' | 'recommended'): ReadLayer => {
    const blocks = entries.flatMap((entry) => {
      if (same(entry.key, 'checks', dialect)) return blockOf(knownKeys.checks, 'check', entry, layer);
      if (same(entry.key, 'settings', dialect)) return blockOf(knownKeys.areas, 'area', entry, layer);
      return [];
    });
    const pick = (index: 1 | 2) =>
      Object.fromEntries(
        blocks.map(([id, stated]) => [id, Object.fromEntries(stated.map((one) => [one[0], one[index]]))]),
      );
    return { values: pick(1) as PolicyLayerValues, origins: pick(2) as LayerOrigins };
  };

  const strangers = (entries: readonly PolicyEntry[], known: readonly string[], decides: boolean): void => {
    for (const { key, origin } of entries) {
      if (!known.some((name) => same(name, key, dialect)))
        fault(origin, sentences([words.stranger({ key: term(key) }), suggestion(key, known)]), decides);
    }
  };

  /** What a policy for a newer Greenroom says instead of a fault for each thing that it alone knows. */
  const needsOf = (entries: readonly PolicyEntry[]): PolicyFault | null => {
    const needs = entries.find(({ key }) => same(key, 'needs', dialect));
    if (needs === undefined) return null;
    const inner = entriesOf(needs.value, quoted('needs'), fault, true);
    strangers(inner, ['greenroom'], true);
    const wanted = inner.find(({ key }) => same(key, 'greenroom', dialect))?.value;
    if (wanted === undefined) return null;
    const range = wanted.kind === 'scalar' && typeof wanted.value === 'string' ? readNeeds(wanted.value) : null;
    const { appVersion } = knownKeys;
    if (range === null)
      fault(wanted.origin, words.noRange({ key: term('needs.greenroom'), example: term('>=0.3.0') }), true);
    if (range === null || isNeeded(appVersion, range)) return null;
    const message = words.newer({ range: term(range), own: version(appVersion) });
    return { origin: wanted.origin, message, decides: true };
  };

  const entries = entriesOf(root, words.policy, fault, true);
  strangers(entries, ['schema', 'needs', 'checks', 'settings', 'recommended', '$schema'], true);
  const marker = entries.find(({ key }) => key === 'schema');
  if (marker === undefined) {
    if (dialect === 'file' && root.kind === 'map')
      fault(root.origin, words.noSchema({ line: term(`schema: ${POLICY_SCHEMA}`) }), true);
  } else if (marker.value.kind !== 'scalar' || marker.value.value !== POLICY_SCHEMA) {
    fault(marker.value.origin, words.otherSchema({ key: term('schema'), schema: term(POLICY_SCHEMA) }), true);
  }
  const tooOld = needsOf(entries);
  const adjustable = entries.find(({ key }) => same(key, 'recommended', dialect));
  const inner = adjustable === undefined ? [] : entriesOf(adjustable.value, quoted('recommended'), fault, false);
  strangers(inner, ['checks', 'settings'], false);
  const read = { enforced: layerOf(entries, 'enforced'), recommended: layerOf(inner, 'recommended') };
  // Names and values that a newer version knows are no faults: that this one does not know them is one sentence.
  return { ...read, faults: tooOld === null ? withoutEchoes(faults) : [tooOld] };
};

/** One wrong place is told once, by the first that saw it. */
const withoutEchoes = (faults: readonly PolicyFault[]): readonly PolicyFault[] => {
  const told = new Set<string>();
  return faults.filter(({ origin, message }) => {
    const at = origin.place === null ? `${origin.source} ${english(message)}` : originText(origin);
    return !told.has(at) && told.add(at);
  });
};
