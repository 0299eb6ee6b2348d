/** Owns declaring messages: the English text stands in the file that says it. */
import type { ValuesOf } from './placeholders.ts';
import { isMessage, type Message, quote } from './value.ts';

export type { Message } from './value.ts';

declare const title: unique symbol;
/** What is wrong, in eight words or fewer: a test counts them. */
export interface Title extends Message {
  readonly [title]: true;
}

/** A text without placeholders is a message; one with placeholders makes a message of its values. */
type Declared<T extends Readonly<Record<string, string>>, M extends Message> = {
  readonly [K in keyof T]: T[K] extends `${string}{${string}`
    ? (values: { readonly [V in keyof ValuesOf<T[K]>]: ValuesOf<T[K]>[V] }) => M
    : M;
};

const texts = new Map<string, string>();

/** The English text of a message that this process has loaded. */
export const englishText = (id: string): string | undefined => texts.get(id);

const declare = <T extends Readonly<Record<string, string>>, M extends Message>(scope: string, own: T) =>
  Object.fromEntries(
    Object.entries(own).map(([key, text]) => {
      const id = `${scope}.${key}`;
      texts.set(id, text);
      return [key, text.includes('{') ? (values: Required<Message>['values']): Message => ({ id, values }) : { id }];
    }),
  ) as unknown as Declared<T, M>;

/**
 * Declares the messages of a file: `const words = messages('disk-space', { found: '{free} free on {disk}' })`, used as
 * `words.found({ free: size(bytes), disk: name(label) })`. Ids are `scope.key`, stable, and stand in stored reports.
 */
export const messages = <const T extends Readonly<Record<string, string>>>(
  scope: string,
  own: T,
): Declared<T, Message> => declare<T, Message>(scope, own);

/** Declares titles in the same way; their ids are `scope.title.key`. */
export const titles = <const T extends Readonly<Record<string, string>>>(scope: string, own: T): Declared<T, Title> =>
  declare<T, Title>(`${scope}.title`, own);

const plain = messages('text', { all: '{all}', told: '{words}' });

/** Several sentences as one message. */
export const sentences = (all: readonly Message[]): Message =>
  all.length === 1 && all[0] !== undefined
    ? all[0]
    : plain.all({ all: { kind: 'list', items: all, join: 'sentence' } });

/** Words that are not a message yet stand in English. */
export type Text = string | Message;

/** Its words are Greenroom’s own, so that the pseudo-language does not take them for a value. */
export const TOLD = 'text.told';

/** As a message: words that are none, as an earlier recording holds them, are the same in every language. */
export const asMessage = (text: Text): Message => (isMessage(text) ? text : plain.told({ words: quote(text) }));

export const messageOf = (text: Text): Message | undefined => (isMessage(text) ? text : undefined);
