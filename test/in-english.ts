/** What is told in messages, as a person reads it in English: for tests that compare sentences. */
import { english } from '../electron/core/messages/format.ts';
import { isMessage } from '../electron/core/messages/value.ts';

const deep = (value: unknown): unknown => {
  if (isMessage(value) && Object.keys(value).every((key) => key === 'id' || key === 'values')) return english(value);
  if (Array.isArray(value)) return value.map(deep);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one)]));
};

/** The same value, with a text in the place of every message. */
export const inEnglish = <T>(value: T): T => deep(value) as T;
