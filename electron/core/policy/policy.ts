/** Owns policy values: each check and area declares its keys, and every value knows which layer it came from. */

import { type Message, messages } from '../messages/messages.ts';
import type { PolicyFault } from './source-tree.ts';

export type Importance = 'required' | 'advised' | 'off';

/** Whom what a check finds is for. `hidden`: only the result that the organisation reads holds it. */
export type Audience = 'person' | 'helpdesk' | 'hidden';

/** Strongest first. `user` never overrides what the organisation enforces. */
export const policyLayers = ['enforced', 'user', 'recommended', 'default'] as const;
export type PolicyLayer = (typeof policyLayers)[number];

interface KeyOf<Kind extends string, T> {
  readonly kind: Kind;
  readonly default: T;
  /** One sentence for the administrator's table. */
  readonly describe: Message;
}

export type PolicyKey =
  /** `policyOnly`: choices that no person's own settings may make. */
  | (KeyOf<'choice', string> & { readonly choices: readonly string[]; readonly policyOnly?: readonly string[] })
  | (KeyOf<'number', number> & { readonly unit: Message; readonly minimum: number; readonly maximum: number })
  | KeyOf<'boolean', boolean>
  /** Words for a person: one line or several, never markup. */
  | (KeyOf<'text', string> & { readonly maximumLength: number })
  /** A file that Greenroom reads, by its whole path; empty: none. */
  | (KeyOf<'file', string> & { readonly purpose: FilePurpose })
  /** An https address that Greenroom may ask or open; empty: none. */
  | (KeyOf<'address', string> & { readonly purpose: AddressPurpose })
  | (KeyOf<'list', readonly string[]> & { readonly of: Message } & ListItems)
  /** A text for each language, or a range of versions for each product. */
  | (KeyOf<'map', Readonly<Record<string, string>>> & MapValues);

/** All that a file named by a policy may be read for: what is read goes there and nowhere else. */
export type FilePurpose = 'background picture' | 'calendar' | 'catalogue';
/** All that an address named by a policy may be used for. */
export type AddressPurpose = 'calendar' | 'catalogue' | 'help desk';

export type ListItems =
  /** `waiver`: a line that `readWaiverLine` takes. */
  | { readonly items: 'text' | 'product' | 'waiver' }
  | { readonly items: 'choice'; readonly choices: readonly string[] }
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
export type PolicyValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/** What a key holds: one of its choices, or a value of its kind. */
export type ValueOf<K extends PolicyKey> = K extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : Widen<K['default']>;
export type PolicyValues<P extends PolicyKeys> = { readonly [K in keyof P]: ValueOf<P[K]> };

const units = messages('policy-unit', {
  days: 'days',
  hours: 'hours',
  minutes: 'minutes',
  seconds: 'seconds',
  percent: 'per cent',
  gigabytes: 'gigabytes',
  checks: 'checks',
});

const items = messages('policy-item', {
  products: 'product ids',
  waivers: 'lines such as “os-patches until 2026-12-31: the rollout is paused”',
  calendars: 'ids of calendars',
  calendarFiles: 'whole paths of calendar files (.ics)',
  folders: 'whole paths of folders',
  addresses: 'https addresses',
  mailAddresses: 'mail addresses',
  checks: 'ids of checks',
  programs: 'program names',
  fixes: 'ids of fixes',
  services: 'services, of: SSH, Remote Desktop, VNC, Screen Sharing, Remote Management',
  signers: 'organisations or Apple team ids',
  domains: 'domains',
});

const importance = messages('importance', {
  describe: 'Whether this check decides the verdict by itself, counts as it stands, or is left out.',
});

/** A whole number of days with its limits. */
export const days = <const D extends number>(fallback: D, describe: Message, maximum = 3650) =>
  ({ kind: 'number', unit: units.days, default: fallback, minimum: 0, maximum, describe }) as const;

/** A whole number of anything else, with its limits. */
export const integerKey = <const D extends number>(
  fallback: D,
  unit: keyof typeof units,
  minimum: number,
  maximum: number,
  describe: Message,
) => ({ kind: 'number', unit: units[unit], default: fallback, minimum, maximum, describe }) as const;

export const choice = <const C extends readonly [string, ...string[]]>(
  choices: C,
  fallback: C[number],
  describe: Message,
) => ({ kind: 'choice', choices, default: fallback, describe }) as const;

export const flag = (fallback: boolean, describe: Message) =>
  ({ kind: 'boolean', default: fallback, describe }) as const;

export const text = (maximumLength: number, describe: Message, fallback = '') =>
  ({ kind: 'text', maximumLength, default: fallback, describe }) as const;

export const file = (purpose: FilePurpose, describe: Message) =>
  ({ kind: 'file', purpose, default: '', describe }) as const;

export const address = (purpose: AddressPurpose, describe: Message) =>
  ({ kind: 'address', purpose, default: '', describe }) as const;

export const list = (of: keyof typeof items, describe: Message, fallback: readonly string[] = []) =>
  ({ kind: 'list', of: items[of], items: 'text', default: fallback, describe }) as const;

const none: readonly string[] = [];
const nothing: Readonly<Record<string, string>> = {};

/** Ids of products in the catalogue. */
export const products = (describe: Message) =>
  ({ kind: 'list', of: items.products, items: 'product', default: none, describe }) as const;

/** Any of these words. */
export const choices = (of: keyof typeof items, all: readonly string[], describe: Message) =>
  ({ kind: 'list', of: items[of], items: 'choice', choices: all, default: none, describe }) as const;

export const files = (purpose: FilePurpose, of: keyof typeof items, describe: Message) =>
  ({ kind: 'list', of: items[of], items: 'file', purpose, default: none, describe }) as const;

export const addresses = (purpose: AddressPurpose, of: keyof typeof items, describe: Message) =>
  ({ kind: 'list', of: items[of], items: 'address', purpose, default: none, describe }) as const;

/** What the organisation sets aside: lines that `readWaiverLine` takes. */
export const waiverLines = (describe: Message) =>
  ({
    kind: 'list',
    of: items.waivers,
    items: 'waiver',
    default: none,
    describe,
  }) as const;

/** A text for each language: "en", "de-CH". */
export const texts = (maximumLength: number, describe: Message) =>
  ({ kind: 'map', names: 'language', values: 'text', maximumLength, default: nothing, describe }) as const;

/** A range of versions for each product: zoom → ">=6.0.2 <7". */
export const versionRanges = (describe: Message) =>
  ({ kind: 'map', names: 'product', values: 'versions', default: nothing, describe }) as const;

/** The importance every check has, whatever else it declares. */
export const importanceKey = () =>
  ({
    ...choice(['required', 'advised', 'off'], 'advised', importance.describe),
    policyOnly: ['required'],
  }) as const;

const audience = messages('policy.audience', {
  any: 'For whom it is: people themselves, people with a word that the help desk puts it right, or nobody who works here: then only the result that you collect holds it, and people’s verdict does not count it.',
  shown:
    'For whom it is: people themselves, or people with a word that the help desk puts it right. It cannot be hidden from people.',
});

const audiences = ['person', 'helpdesk', 'hidden'] as const;

/** Whom what a check finds is for, whatever else it declares. */
export const audienceKey = () =>
  ({
    ...choice(audiences, 'person', audience.any),
    policyOnly: ['helpdesk', 'hidden'],
  }) as const;

/** Of a check that only works with the person: what it asks or sees of them is not kept from them. */
export const shownAudienceKey = () =>
  ({
    ...choice(['person', 'helpdesk'], 'person', audience.shown),
    policyOnly: ['helpdesk'],
  }) as const;

/** What one layer says: id of a check or an area of settings → key → value. Every value was decoded by its key. */
export type PolicyLayerValues = Readonly<Record<string, Readonly<Record<string, PolicyValue>>>>;

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

export interface Setting<K extends PolicyKey = PolicyKey> {
  readonly value: ValueOf<K>;
  readonly layer: PolicyLayer;
  /** Where it stands, when the organisation has set it. */
  readonly source?: string;
}

/** The value of one key of a check or an area of settings, and the layer that set it. */
export const settingOf = <K extends PolicyKey>(policy: Policy, id: string, name: string, key: K): Setting<K> => {
  const entryOf = <T>(ids: Readonly<Record<string, Readonly<Record<string, T>>>> | undefined): T | undefined => {
    const entries = ids !== undefined && Object.hasOwn(ids, id) ? ids[id] : undefined;
    return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
  };
  for (const layer of policyLayers) {
    if (layer === 'default') break;
    const value = entryOf(policy.layers[layer]);
    if (value === undefined) continue;
    const source = entryOf(policy.origins?.[layer]);
    // What a layer says of a key was decoded by that key.
    return { value: value as ValueOf<K>, layer, ...(source === undefined ? {} : { source }) };
  }
  return { value: key.default as ValueOf<K>, layer: 'default' };
};

/** All values of one check or area of settings. */
export const valuesOf = <P extends PolicyKeys>(policy: Policy, id: string, keys: P): PolicyValues<P> =>
  Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [name, settingOf(policy, id, name, key).value]),
  ) as PolicyValues<P>;
