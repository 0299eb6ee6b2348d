/** Owns which values a policy key accepts, and how that is said to the person who wrote another one. */
import { parseRange } from '../versions/version-range.ts';
import { readWaiverLine } from '../waivers/parse-policy-waiver.ts';
import type { ListItems, PolicyKey, ValueOf } from './policy.ts';

const LONGEST_PATH = 4096;
const LONGEST_LIST = 1000;

/** The absolute path of a file on this computer, as any system writes it. UNC paths are refused. */
const isWholePath = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= LONGEST_PATH && /^(?:\/|[A-Za-z]:[\\/])[^\0]*$/.test(value);

/** Only the form: the address is parsed where it is used. */
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
export const accepts = <K extends PolicyKey>(key: K, value: unknown): value is ValueOf<K> => {
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

/** Whether only the organisation may say it. */
export const isPolicyOnly = (key: PolicyKey, value: unknown): boolean =>
  key.kind === 'choice' && key.policyOnly?.some((choice) => choice === value) === true;

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
