/** Owns policy values: each check and area declares its keys, and every value knows which layer it came from. */

import { parseRange } from '../versions/version-range.ts';
import { readWaiverLine } from '../waivers/parse-policy-waiver.ts';
import type { PolicyFault } from './source-tree.ts';

export type Importance = 'required' | 'advised' | 'off';

/** Strongest first. `user` never overrides what the organisation enforces. */
export const policyLayers = ['enforced', 'user', 'recommended', 'default'] as const;
export type PolicyLayer = (typeof policyLayers)[number];

interface KeyOf<Kind extends string, T> {
  readonly kind: Kind;
  readonly default: T;
  /** One sentence for the administrator's table. */
  readonly describe: string;
}

export type PolicyKey =
  | (KeyOf<'choice', string> & { readonly choices: readonly string[] })
  | (KeyOf<'number', number> & { readonly unit: string; readonly minimum: number; readonly maximum: number })
  | KeyOf<'boolean', boolean>
  /** Words for a person: one line or several, never markup. */
  | (KeyOf<'text', string> & { readonly maximumLength: number })
  /** A file that Greenroom reads, by its whole path; empty: none. */
  | (KeyOf<'file', string> & { readonly purpose: FilePurpose })
  /** An https address that Greenroom may ask or open; empty: none. */
  | (KeyOf<'address', string> & { readonly purpose: AddressPurpose })
  | (KeyOf<'list', readonly string[]> & { readonly of: string } & ListItems)
  /** A text for each language, or a range of versions for each product. */
  | (KeyOf<'map', Readonly<Record<string, string>>> & MapValues);

/** All that a file named by a policy may be read for: what is read goes there and nowhere else. */
export type FilePurpose = 'background picture' | 'calendar' | 'catalogue';
/** All that an address named by a policy may be used for. */
export type AddressPurpose = 'calendar' | 'catalogue' | 'help desk';

type ListItems =
  /** `waiver`: a line that `readWaiverLine` takes. */
  | { readonly items: 'text' | 'product' | 'waiver' }
  | { readonly items: 'file'; readonly purpose: FilePurpose }
  | { readonly items: 'address'; readonly purpose: AddressPurpose };
type MapValues =
  | { readonly names: 'language'; readonly values: 'text'; readonly maximumLength: number }
  | { readonly names: 'product'; readonly values: 'versions' };

export type PolicyKeys = Readonly<Record<string, PolicyKey>>;

type Widen<T> = T extends boolean
  ? boolean
  : T extends number
    ? number
    : T extends readonly string[]
      ? readonly string[]
      : T extends Readonly<Record<string, string>>
        ? Readonly<Record<string, string>>
        : string;
export type PolicyValues<P extends PolicyKeys> = {
  readonly [K in keyof P]: P[K] extends { kind: 'choice'; choices: readonly (infer C)[] } ? C : Widen<P[K]['default']>;
};

/** A whole number of days with its limits. */
export const days = <const D extends number>(fallback: D, describe: string, maximum = 3650) =>
  ({ kind: 'number', unit: 'days', default: fallback, minimum: 0, maximum, describe }) as const;

/** A whole number of anything else, with its limits. */
export const integerKey = <const D extends number>(
  fallback: D,
  unit: string,
  minimum: number,
  maximum: number,
  describe: string,
) => ({ kind: 'number', unit, default: fallback, minimum, maximum, describe }) as const;

export const choice = <const C extends readonly [string, ...string[]]>(
  choices: C,
  fallback: C[number],
  describe: string,
) => ({ kind: 'choice', choices, default: fallback, describe }) as const;

export const flag = (fallback: boolean, describe: string) =>
  ({ kind: 'boolean', default: fallback, describe }) as const;

export const text = (maximumLength: number, describe: string, fallback = '') =>
  ({ kind: 'text', maximumLength, default: fallback, describe }) as const;

export const file = (purpose: FilePurpose, describe: string) =>
  ({ kind: 'file', purpose, default: '', describe }) as const;

export const address = (purpose: AddressPurpose, describe: string) =>
  ({ kind: 'address', purpose, default: '', describe }) as const;

export const list = (of: string, describe: string, fallback: readonly string[] = []) =>
  ({ kind: 'list', of, items: 'text', default: fallback, describe }) as const;

const none: readonly string[] = [];
const nothing: Readonly<Record<string, string>> = {};

/** Ids of products in the catalogue. */
export const products = (describe: string) =>
  ({ kind: 'list', of: 'product ids', items: 'product', default: none, describe }) as const;

export const files = (purpose: FilePurpose, of: string, describe: string) =>
  ({ kind: 'list', of, items: 'file', purpose, default: none, describe }) as const;

export const addresses = (purpose: AddressPurpose, of: string, describe: string) =>
  ({ kind: 'list', of, items: 'address', purpose, default: none, describe }) as const;

/** What the organisation sets aside: lines that `readWaiverLine` takes. */
export const waiverLines = (describe: string) =>
  ({
    kind: 'list',
    of: 'lines such as “os-patches until 2026-12-31: the rollout is paused”',
    items: 'waiver',
    default: none,
    describe,
  }) as const;

/** A text for each language: "en", "de-CH". */
export const texts = (maximumLength: number, describe: string) =>
  ({ kind: 'map', names: 'language', values: 'text', maximumLength, default: nothing, describe }) as const;

/** A range of versions for each product: zoom → ">=6.0.2 <7". */
export const versionRanges = (describe: string) =>
  ({ kind: 'map', names: 'product', values: 'versions', default: nothing, describe }) as const;

/** The importance every check has, whatever else it declares. */
export const importanceKey = (fallback: Importance) =>
  choice(
    ['required', 'advised', 'off'],
    fallback,
    'Whether this check decides the verdict, only advises, or is left out.',
  );

/** What one layer says: id of a check or an area of settings → key → value, already of the declared type. */
export type PolicyLayerValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Policy {
  /** The file or store it came from, for a person; null when there is none. */
  readonly source: string | null;
  /** SHA-256 of the file, hexadecimal; null when there is none. */
  readonly digest: string | null;
  readonly layers: Readonly<Partial<Record<Exclude<PolicyLayer, 'default'>, PolicyLayerValues>>>;
  /** Where each value of the organisation stands: a file with line and column, a registry value. */
  readonly origins?: Readonly<Partial<Record<PolicyLayer, Readonly<Record<string, Readonly<Record<string, string>>>>>>>;
  /** What the organisation said and Greenroom cannot use. */
  readonly faults?: readonly PolicyFault[];
}

export const noPolicy: Policy = { source: null, digest: null, layers: {} };

export interface Setting {
  readonly value: unknown;
  readonly layer: PolicyLayer;
  /** Where it stands, when the organisation has set it. */
  readonly source?: string;
}

const own = (record: Readonly<Record<string, unknown>> | undefined, name: string): unknown =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

/** The value of one key of a check or an area of settings, and the layer that set it. */
export const settingOf = (policy: Policy, id: string, name: string, key: PolicyKey): Setting => {
  for (const layer of policyLayers) {
    if (layer === 'default') break;
    const values = policy.layers[layer];
    const value = own(own(values, id) as Readonly<Record<string, unknown>> | undefined, name);
    if (value === undefined || !accepts(key, value)) continue;
    const source = own(own(policy.origins?.[layer], id) as Readonly<Record<string, unknown>> | undefined, name);
    return { value, layer, ...(typeof source === 'string' ? { source } : {}) };
  }
  return { value: key.default, layer: 'default' };
};

/** All values of one check or area of settings. */
export const valuesOf = <P extends PolicyKeys>(policy: Policy, id: string, keys: P): PolicyValues<P> =>
  Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [name, settingOf(policy, id, name, key).value]),
  ) as PolicyValues<P>;

const LONGEST_PATH = 4096;
const LONGEST_LIST = 1000;

/** The whole path of a file, as Windows or any other system writes it; a share of another computer is none. */
const isWholePath = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= LONGEST_PATH && /^(?:\/|[A-Za-z]:[\\/])[^\0]*$/.test(value);

/** Whoever asks it parses it again; here it is only told apart from anything else. */
const isSecureAddress = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 2048 && /^https:\/\/[^\s/@\\?#]+(?:[/?#][^\s\\]*)?$/.test(value);

const isItem = (kind: ListItems['items'], value: unknown): boolean => {
  if (kind === 'waiver') return typeof value === 'string' && readWaiverLine(value) !== null;
  if (kind === 'file') return isWholePath(value);
  if (kind === 'address') return isSecureAddress(value);
  return typeof value === 'string' && value.length <= LONGEST_PATH && (kind === 'text' || isProductId(value));
};

const isProductId = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,60}$/.test(name);
const isLanguage = (name: string): boolean => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(name);

const isMap = (key: PolicyKey & { readonly kind: 'map' }, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const pairs = Object.entries(value);
  return (
    pairs.length <= LONGEST_LIST &&
    pairs.every(
      ([name, inner]) =>
        typeof inner === 'string' &&
        (key.values === 'text'
          ? isLanguage(name) && inner.length <= key.maximumLength
          : isProductId(name) && parseRange(inner) !== null),
    )
  );
};

/** Whether a value has the declared type and lies within its limits. */
export const accepts = (key: PolicyKey, value: unknown): boolean => {
  switch (key.kind) {
    case 'choice':
      return typeof value === 'string' && key.choices.includes(value);
    case 'number':
      return Number.isInteger(value) && (value as number) >= key.minimum && (value as number) <= key.maximum;
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string' && value.length <= key.maximumLength;
    case 'file':
    case 'address':
      return value === '' || isItem(key.kind, value);
    case 'list':
      return Array.isArray(value) && value.length <= LONGEST_LIST && value.every((item) => isItem(key.items, item));
    case 'map':
      return isMap(key, value);
  }
};

/** What a key accepts, in words: "one of required, advised, off". */
export const expected = (key: PolicyKey): string => {
  switch (key.kind) {
    case 'choice':
      return `one of ${key.choices.join(', ')}`;
    case 'number':
      return `a whole number of ${key.unit} from ${key.minimum} to ${key.maximum}`;
    case 'boolean':
      return 'true or false';
    case 'text':
      return `a text of at most ${key.maximumLength} characters`;
    case 'file':
      return 'the whole path of a file, or an empty text for none';
    case 'address':
      return 'an https address without a password in it, or an empty text for none';
    case 'list':
      return `a list of ${key.of}`;
    case 'map':
      return key.values === 'text'
        ? `languages (such as "en"), each with a text of at most ${key.maximumLength} characters`
        : 'product ids, each with a range of versions such as ">=6.0.2 <7"';
  }
};
