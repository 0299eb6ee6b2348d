/** Owns putting several sources of policy together, value by value: the strongest source that says something holds. */

import type { Dialect } from './decode-value.ts';
import type { Policy } from './policy.ts';
import { type KnownKeys, type ReadLayer, readPolicy } from './read.ts';
import type { ReadSource } from './source-tree.ts';

export interface PolicySource extends ReadSource {
  readonly source: string;
  readonly dialect: Dialect;
}

/** `weaker` fills what `stronger` leaves open. */
const below = <T>(
  stronger: Readonly<Record<string, Readonly<Record<string, T>>>>,
  weaker: Readonly<Record<string, Readonly<Record<string, T>>>>,
): Readonly<Record<string, Readonly<Record<string, T>>>> => {
  const ids = [...new Set([...Object.keys(stronger), ...Object.keys(weaker)])];
  return Object.fromEntries(ids.map((id) => [id, { ...weaker[id], ...stronger[id] }]));
};

const noLayer: ReadLayer = { values: {}, origins: {} };

const together = (layers: readonly ReadLayer[]): ReadLayer =>
  layers.reduce(
    (so, layer) => ({ values: below(so.values, layer.values), origins: below(so.origins, layer.origins) }),
    noLayer,
  );

/** What the organisation says, from its sources with the strongest first. Never throws: what cannot be used is a fault. */
export const organisationPolicy = (sources: readonly PolicySource[], vocabulary: KnownKeys): Omit<Policy, 'digest'> => {
  const read = sources.map(({ root, dialect }) => (root === null ? null : readPolicy(root, vocabulary, dialect)));
  const usable = read.filter((one) => one !== null);
  const enforced = together(usable.map((one) => one.enforced));
  const recommended = together(usable.map((one) => one.recommended));
  return {
    source: sources.length === 0 ? null : sources.map(({ source }) => source).join(', '),
    layers: { enforced: enforced.values, recommended: recommended.values },
    origins: { enforced: enforced.origins, recommended: recommended.origins },
    faults: sources.flatMap(({ faults }, index) => [...faults, ...(read[index]?.faults ?? [])]),
  };
};
