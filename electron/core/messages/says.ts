/** Owns messages that a view says itself, and hands on to nobody: declared as messages are, read in the person's language. */
import { localise } from './localise.ts';
import { type Message, messages } from './messages.ts';
import type { ValuesOf } from './placeholders.ts';

type Said<T extends Readonly<Record<string, string>>> = {
  readonly [K in keyof T]: T[K] extends `${string}{${string}`
    ? (values: { readonly [V in keyof ValuesOf<T[K]>]: ValuesOf<T[K]>[V] }) => string
    : string;
};

/** `const words = says('wall', { again: 'Check again' })`: `words.again` is a text, in the language spoken when it is read. */
export const says = <const T extends Readonly<Record<string, string>>>(scope: string, own: T): Said<T> => {
  const declared = Object.entries(messages(scope, own)) as readonly [
    string,
    Message | ((values: unknown) => Message),
  ][];
  const said = declared.map(([key, one]): [string, PropertyDescriptor] => [
    key,
    {
      enumerable: true,
      get: () => (typeof one === 'function' ? (values: unknown) => localise(one(values)) : localise(one)),
    },
  ]);
  return Object.defineProperties({}, Object.fromEntries(said)) as Said<T>;
};
