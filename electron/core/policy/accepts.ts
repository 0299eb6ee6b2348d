/** Owns which values a policy key accepts, and how that is said to the person who wrote another one. */
import { type Message, messages } from '../messages/messages.ts';
import { list, term, type Value } from '../messages/value.ts';
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

const isItem = (kind: Exclude<ListItems['items'], 'choice'>, value: unknown): boolean => {
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
      return (
        Array.isArray(value) &&
        value.length <= LONGEST_LIST &&
        value.every((item) => (key.items === 'choice' ? key.choices.includes(item) : isItem(key.items, item)))
      );
    case 'map':
      return isMap(key, value);
  }
};

/** Whether only the organisation may say it. */
export const isPolicyOnly = (key: PolicyKey, value: unknown): boolean =>
  key.kind === 'choice' && key.policyOnly?.some((choice) => choice === value) === true;

const words = messages('accepts', {
  choice: 'one of {choices}',
  number: 'a whole number of {unit} from {least} to {most}',
  flag: '{yes} or {no}',
  text: 'a text of at most {n} characters',
  file: 'the whole path of a file, or an empty text for none',
  address: 'an https address without a password in it, or an empty text for none',
  list: 'a list of {items}',
  listOf: 'a list of {items}: any of {choices}',
  languages: 'languages (such as “{example}”), each with a text of at most {n} characters',
  versions: 'product ids, each with a range of versions such as “{example}”',
});

/** As it is typed: without the dots or commas of a language. */
const typed = (number: number): Value => term(String(number));

/** What a key accepts, in words: "one of required, advised, off". */
export const expected = (key: PolicyKey): Message => {
  switch (key.kind) {
    case 'choice':
      return words.choice({ choices: list(key.choices.map(term), 'comma') });
    case 'number':
      return words.number({ unit: key.unit, least: typed(key.minimum), most: typed(key.maximum) });
    case 'boolean':
      return words.flag({ yes: term('true'), no: term('false') });
    case 'text':
      return words.text({ n: typed(key.maximumLength) });
    case 'file':
      return words.file;
    case 'address':
      return words.address;
    case 'list':
      return key.items === 'choice'
        ? words.listOf({ items: key.of, choices: list(key.choices.map(term), 'comma') })
        : words.list({ items: key.of });
    case 'map':
      return key.values === 'text'
        ? words.languages({ example: term('en'), n: typed(key.maximumLength) })
        : words.versions({ example: term('>=6.0.2 <7') });
  }
};
