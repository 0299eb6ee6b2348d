/** Owns comparing a message with an earlier one: what is snoozed comes back when its sentence says more. */
import { isMessage, type Message, type Value } from './value.ts';

type Held = number | string | Value;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const valueSaysMore = (then: Held | undefined, now: Held): boolean => {
  // A smaller number of things is no worse.
  if (typeof now === 'number') return typeof then !== 'number' || now > then;
  if (typeof now === 'string' || typeof then !== 'object') return now !== then;
  if (isMessage(now)) return !isMessage(then) || saysMore(then, now);
  if (isMessage(then) || then.kind !== now.kind) return true;
  // Levels and ages move on by themselves.
  if (now.kind === 'measure' || now.kind === 'ago') return false;
  if (now.kind === 'list' && then.kind === 'list') {
    const before = then.items;
    return now.items.some((item) => before.every((one) => valueSaysMore(one, item)));
  }
  return !isSame(then, now);
};

/** Whether `now` says more than `then`: another sentence, another name or version, or a larger number of things. */
export const saysMore = (then: Message, now: Message): boolean =>
  then.id !== now.id ||
  Object.entries(now.values ?? {}).some(([key, value]) => {
    const before = then.values ?? {};
    return valueSaysMore(Object.hasOwn(before, key) ? before[key] : undefined, value);
  });
