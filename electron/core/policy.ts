/** Owns policy values: each check declares its keys, and every value knows which layer it came from. */

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
  | KeyOf<'file', string>
  /** An https address that Greenroom may ask; empty: none. */
  | KeyOf<'address', string>
  | (KeyOf<'list', readonly string[]> & { readonly of: string; readonly items: 'text' | 'file' | 'address' });

export type PolicyKeys = Readonly<Record<string, PolicyKey>>;

type Widen<T> = T extends boolean
  ? boolean
  : T extends number
    ? number
    : T extends readonly string[]
      ? readonly string[]
      : string;
export type PolicyValues<P extends PolicyKeys> = {
  readonly [K in keyof P]: P[K] extends { kind: 'choice'; choices: readonly (infer C)[] } ? C : Widen<P[K]['default']>;
};

/** A whole number of days with its limits. */
export const days = <const D extends number>(fallback: D, describe: string, maximum = 3650) =>
  ({ kind: 'number', unit: 'days', default: fallback, minimum: 0, maximum, describe }) as const;

/** A whole number of anything else, with its limits. */
export const whole = <const D extends number>(
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

export const list = (
  of: string,
  describe: string,
  fallback: readonly string[] = [],
  items: 'text' | 'file' | 'address' = 'text',
) => ({ kind: 'list', of, items, default: fallback, describe }) as const;

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
}

export const noPolicy: Policy = { source: null, digest: null, layers: {} };

export interface Setting {
  readonly value: unknown;
  readonly layer: PolicyLayer;
}

const own = (record: Readonly<Record<string, unknown>> | undefined, name: string): unknown =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

/** The value of one key of a check or an area of settings, and the layer that set it. */
export const settingOf = (policy: Policy, id: string, name: string, key: PolicyKey): Setting => {
  for (const layer of policyLayers) {
    if (layer === 'default') break;
    const values = policy.layers[layer];
    const value = own(own(values, id) as Readonly<Record<string, unknown>> | undefined, name);
    if (value !== undefined && accepts(key, value)) return { value, layer };
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

const isItem = (kind: 'text' | 'file' | 'address', value: unknown): boolean => {
  if (kind === 'file') return isWholePath(value);
  return kind === 'address' ? isSecureAddress(value) : typeof value === 'string' && value.length <= LONGEST_PATH;
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
  }
};
