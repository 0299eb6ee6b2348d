/** Owns the values that stand in a message: each has a kind, by which it is formatted, redacted and compared. */
import { sanitize } from '../text/sanitize.ts';
import type { IsoDate, IsoTime } from '../text/time.ts';

/**
 * Words that are the same in every language. `name`: given by people, to a network, drive, calendar, program or meeting;
 * `product`: a program, system or service as its maker calls it; `place`: a path, key or address; `term`: an id, a command, a
 * setting's key; `quote`: a sentence of somebody else's.
 */
export const wordKinds = ['name', 'product', 'version', 'place', 'term', 'quote'] as const;
export type WordKind = (typeof wordKinds)[number];

export const units = ['percent', 'megabyte', 'gigabyte', 'terabyte', 'second', 'minute', 'hour', 'day'] as const;
export type Unit = (typeof units)[number];

export type Value =
  | { readonly kind: WordKind; readonly text: string }
  /** An amount that moves by itself from one look to the next: a level, an age, a size. What is counted is a plain number. */
  | { readonly kind: 'measure'; readonly amount: number; readonly unit: Unit }
  /** A day of the calendar, as "10 June 2028". */
  | { readonly kind: 'date'; readonly at: IsoTime | IsoDate }
  /** An instant by the clock of this place, as "4 December 2026, 17:00", or what `show` says of it alone. */
  | { readonly kind: 'instant'; readonly at: IsoTime; readonly show?: Show }
  /** "today", "yesterday", "12 days ago", "in 3 days". */
  | { readonly kind: 'ago'; readonly days: number }
  /** `and`, `or`: as the language lists them; `comma`: side by side; `sentence`: one after the other. */
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly join: Join }
  | Message;

/** `clock`: "17:00"; `day`: "4 December"; `date`: "4 December 2026"; `weekday`: "Friday 4 December"; `whole`: with its year; `month`: "December 2026". */
export const shows = ['clock', 'day', 'date', 'weekday', 'whole', 'month'] as const;
export type Show = (typeof shows)[number];

export const joins = ['and', 'or', 'comma', 'sentence'] as const;
export type Join = (typeof joins)[number];

/** One sentence as data. It is the same in every language: `format` gives it words. */
export interface Message {
  readonly id: string;
  /** By the placeholders of its text: numbers, the words of a select, and values with their kinds. */
  readonly values?: Readonly<Record<string, number | string | Value>>;
}

const word =
  (kind: WordKind, longest: number) =>
  (text: string): Value => ({ kind, text: sanitize(text, longest) });

export const name = word('name', 60);
export const product = word('product', 60);
export const version = word('version', 40);
export const place = word('place', 200);
export const term = word('term', 120);
export const quote = word('quote', 400);

export const measure = (amount: number, unit: Unit): Value => ({ kind: 'measure', amount, unit });

/** "0.4 GB", "112 GB", "1.9 TB": rounded down. */
export const size = (bytes: number): Value => {
  const [unit, one] =
    bytes < 1e9
      ? (['megabyte', 1e6] as const)
      : bytes < 1e12
        ? (['gigabyte', 1e9] as const)
        : (['terabyte', 1e12] as const);
  const amount = bytes / one;
  return measure(amount < 10 && unit !== 'megabyte' ? Math.floor(amount * 10) / 10 : Math.floor(amount), unit);
};

export const date = (at: IsoTime | IsoDate): Value => ({ kind: 'date', at });
export const instant = (at: IsoTime, show?: Show): Value => ({
  kind: 'instant',
  at,
  ...(show === undefined ? {} : { show }),
});

/** How long before the day of `now` the day of `at` was. */
export const ago = (at: IsoTime | IsoDate, now: IsoTime): Value => ({
  kind: 'ago',
  days: Math.floor((Date.parse(now.slice(0, 10)) - Date.parse(at.slice(0, 10))) / 86_400_000),
});

export const list = (items: readonly Value[], join: Join = 'and'): Value => ({ kind: 'list', items, join });

/** The message with other words: what of it may not leave the computer is replaced by its kind. */
export const mapWords = (message: Message, replace: (kind: WordKind, text: string) => string): Message => {
  const mapped = (value: Value): Value => {
    if (isMessage(value)) return mapWords(value, replace);
    if (value.kind === 'list') return { ...value, items: value.items.map(mapped) };
    return 'text' in value ? { ...value, text: replace(value.kind, value.text) } : value;
  };
  if (message.values === undefined) return message;
  const values = Object.entries(message.values).map(([key, value]) => [
    key,
    typeof value === 'object' ? mapped(value) : value,
  ]);
  return { ...message, values: Object.fromEntries(values) };
};

export const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'id' in value;
