/** Owns reading a policy file: every wrong key, type or value is named with its place and what would be right. */
import * as v from 'valibot';
import { BadInput } from './bad-input.ts';
import { parseInput, placeOf } from './json-input.ts';
import { accepts, expected, type PolicyLayerValues } from './policy.ts';
import { type Governed, settingsAreas } from './settings/index.ts';

export const POLICY_SCHEMA = 'greenroom.policy/1';

const values = v.record(v.string(), v.record(v.string(), v.unknown()));

const schema = v.strictObject({
  schema: v.literal(POLICY_SCHEMA),
  /** Enforced: a person cannot change these. */
  checks: v.exactOptional(values),
  settings: v.exactOptional(values),
  /** Defaults that a person may change. */
  recommended: v.exactOptional(v.strictObject({ checks: v.exactOptional(values), settings: v.exactOptional(values) })),
  /** Where `greenroom catalogue update` takes a newer catalogue from, and the key that must have signed it. */
  catalogue: v.exactOptional(
    v.strictObject({
      source: v.pipe(
        v.string(),
        v.regex(/^(?:https:\/\/|\/|[A-Za-z]:\\)/, 'expected an https address or the whole path of a file'),
      ),
      key: v.pipe(v.string(), v.startsWith('-----BEGIN PUBLIC KEY-----', 'expected an Ed25519 public key in PEM form')),
    }),
  ),
});

export interface PolicyFile {
  readonly enforced: PolicyLayerValues;
  readonly recommended: PolicyLayerValues;
  /** Null where the policy names none. */
  readonly catalogue: { readonly source: string; readonly key: string } | null;
}

/** The known name that differs least from `name`; undefined when none is near. */
const nearest = (name: string, known: readonly string[]): string | undefined => {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
        next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
      }
      row = next;
    }
    return row[b.length] ?? 0;
  };
  const short = name.slice(0, 60);
  const [best] = known
    .map((word) => ({ word, far: distance(short.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= Math.max(2, best.word.length / 3) ? best.word : undefined;
};

const suggestion = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known);
  return near === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean "${near}"?`;
};

/** Reads a policy file in JSON. Throws `BadInput` with file, line and column of the first fault. */
export const parsePolicyFile = (file: string, text: string, checks: readonly Governed[]): PolicyFile => {
  const policy = parseInput(file, text, schema);
  const block = (
    kind: 'check' | 'area of settings',
    known: readonly Governed[],
    found: PolicyLayerValues | undefined,
    path: readonly string[],
  ): PolicyLayerValues => {
    for (const [id, settings] of Object.entries(found ?? {})) {
      const governed = known.find((candidate) => candidate.id === id);
      if (governed === undefined) {
        const ids = known.map((candidate) => candidate.id);
        throw new BadInput(file, `there is no ${kind} "${id}". ${suggestion(id, ids)}`, placeOf(text, [...path, id]));
      }
      for (const [name, value] of Object.entries(settings)) {
        const place = placeOf(text, [...path, id, name]);
        const key = Object.hasOwn(governed.policy, name) ? governed.policy[name] : undefined;
        if (key === undefined) {
          throw new BadInput(
            file,
            `${kind} "${id}" has no setting "${name}". ${suggestion(name, Object.keys(governed.policy))}`,
            place,
          );
        }
        if (!accepts(key, value)) throw new BadInput(file, `"${id}.${name}" must be ${expected(key)}`, place);
      }
    }
    return found ?? {};
  };
  const layer = (found: typeof policy.recommended, path: readonly string[]): PolicyLayerValues => ({
    ...block('check', checks, found?.checks, [...path, 'checks']),
    ...block('area of settings', settingsAreas, found?.settings, [...path, 'settings']),
  });
  return {
    enforced: layer(policy, []),
    recommended: layer(policy.recommended, ['recommended']),
    catalogue: policy.catalogue ?? null,
  };
};
