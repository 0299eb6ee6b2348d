/** Owns giving a message its words in a language, by that language's own plurals, numbers, dates and lists. */
import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import { type Language, localeOf, translatedText } from './language.ts';
import { englishText, type Text, TOLD } from './messages.ts';
import { accented, pseudoText, pseudoValue } from './pseudo.ts';
import { isMessage, type Join, type Message, type Show, type Unit, type Value } from './value.ts';

/** Making one of these takes longer than formatting a hundred values with it. */
const kept = <A extends readonly unknown[], T>(make: (...options: A) => T): ((...options: A) => T) => {
  const made = new Map<string, T>();
  return (...options) => {
    const key = JSON.stringify(options);
    const one = made.get(key) ?? make(...options);
    made.set(key, one);
    return one;
  };
};

const formatters = {
  getNumberFormat: kept((locale, options) => new Intl.NumberFormat(locale, options)),
  getDateTimeFormat: kept((locale, options) => new Intl.DateTimeFormat(locale, options)),
  getPluralRules: kept((locale, options) => new Intl.PluralRules(locale, options)),
} satisfies Formatters;

/** The same for the pseudo-language, where a number is marked as a value. */
const pseudoFormatters: Formatters = {
  ...formatters,
  getNumberFormat: (locale, options) => {
    const numbers = formatters.getNumberFormat(locale, options);
    return { format: (number: number) => pseudoValue(numbers.format(number)) } as Intl.NumberFormat;
  },
};

const listFormat = kept((locale: string, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
const relativeTime = kept((locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** The system is asked for the locale of each text, which takes longer than all else of it; there are few locales. */
IntlMessageFormat.resolveLocale = kept(IntlMessageFormat.resolveLocale);

const parsed = kept(
  (language: Language, text: string) =>
    new IntlMessageFormat(language === 'pseudo' ? pseudoText(text) : text, localeOf[language], undefined, {
      formatters: language === 'pseudo' ? pseudoFormatters : formatters,
    }),
);

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const dateText = (locale: string, at: string, options: Intl.DateTimeFormatOptions): string => {
  const day = new Date(at);
  return Number.isNaN(day.getTime()) ? at : formatters.getDateTimeFormat(locale, options).format(day);
};

const shown: Readonly<Record<Show, Intl.DateTimeFormatOptions>> = {
  clock: CLOCK,
  day: { day: 'numeric', month: 'long' },
  date: DAY,
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  whole: { weekday: 'long', ...DAY },
  month: { month: 'long', year: 'numeric' },
};

const instantText = (locale: string, at: string, show?: Show): string => {
  if (show !== undefined) return dateText(locale, at, shown[show]);
  const day = new Date(at);
  // What is meant to the end of a day names the day alone.
  const isDay = day.getHours() === 23 && day.getMinutes() === 59;
  return dateText(locale, at, isDay ? DAY : { ...DAY, ...CLOCK });
};

const measureText = (locale: string, amount: number, unit: Unit): string =>
  formatters
    .getNumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'day' ? 'long' : 'short',
    })
    .format(amount);

const listText = (language: Language, items: readonly string[], join: Join): string => {
  if (join === 'sentence') return items.join(' ');
  const list = listFormat(localeOf[language], {
    type: join === 'and' ? 'conjunction' : join === 'or' ? 'disjunction' : 'unit',
  });
  return list
    .formatToParts(items)
    .map(({ type, value }) => (type === 'literal' && language === 'pseudo' ? accented(value) : value))
    .join('');
};

const valueText = (language: Language, value: Value): string => {
  if (isMessage(value)) return format(language, value);
  if (value.kind === 'list')
    return listText(
      language,
      value.items.map((item) => valueText(language, item)),
      value.join,
    );
  const text = plainValue(localeOf[language], value);
  return language === 'pseudo' ? pseudoValue(text) : text;
};

const plainValue = (locale: string, value: Exclude<Value, Message | { readonly kind: 'list' }>): string => {
  switch (value.kind) {
    case 'measure':
      return measureText(locale, value.amount, value.unit);
    case 'date':
      return dateText(locale, value.at, { ...DAY, timeZone: 'UTC' });
    case 'instant':
      return instantText(locale, value.at, value.show);
    case 'ago':
      return relativeTime(locale).format(-value.days, 'day');
    default:
      return value.text;
  }
};

/** A text of plain placeholders with its values; undefined when one is missing. */
const filled = (text: string, values: ReadonlyMap<string, string | number>): string | undefined => {
  let isWhole = true;
  const words = text.replace(/\{(\w+)\}/g, (_placeholder, key: string) => {
    isWhole &&= values.has(key);
    return String(values.get(key));
  });
  return isWhole ? words : undefined;
};

/** The words of a message; undefined for one that this Greenroom does not have, or without its values: a stored report may hold such. */
export const formatted = (language: Language, { id, values = {} }: Message): string | undefined => {
  const text = translatedText(language, id) ?? englishText(id);
  if (text === undefined) return undefined;
  const given = Object.entries(values).map(([key, value]): [string, string | number] => [
    key,
    typeof value === 'object' ? (id === TOLD && 'text' in value ? value.text : valueText(language, value)) : value,
  ]);
  // Most texts have no plural or select: to parse one takes longer than all the rest of a check.
  if (language !== 'pseudo' && !/\{\w+,/.test(text)) return filled(text, new Map(given));
  try {
    return String(parsed(language, text).format(Object.fromEntries(given)));
  } catch {
    return undefined;
  }
};

/** The words of a message in a language. */
export const format = (language: Language, message: Message): string => formatted(language, message) ?? message.id;

/** For machines, logs and stored reports: they read English, whatever the person's language. */
export const english = (text: Text): string => (isMessage(text) ? format('en', text) : text);
