/** Owns reading a message back from a stored report: nothing from the disk is believed before it has this shape. */
import * as v from 'valibot';
import { sanitize } from '../text/sanitize.ts';
import { joins, type Message, mapWords, shows, units, wordKinds } from './value.ts';

/** Sentences inside sentences: no message of Greenroom's goes deeper. */
const DEEPEST = 12;

/** As the longest of a value’s words. */
const LONGEST = 400;

const text = v.pipe(v.string(), v.maxLength(2_000));
const number = v.pipe(v.number(), v.finite());
const at = v.pipe(v.string(), v.maxLength(40));

const plainValue = v.union([
  number,
  text,
  v.object({ kind: v.picklist(wordKinds), text }),
  v.object({ kind: v.literal('measure'), amount: number, unit: v.picklist(units) }),
  v.object({ kind: v.literal('date'), at }),
  v.object({ kind: v.literal('instant'), at, show: v.exactOptional(v.picklist(shows)) }),
  v.object({ kind: v.literal('ago'), days: number }),
]);
const listValue = v.object({ kind: v.literal('list'), items: v.array(v.unknown()), join: v.picklist(joins) });
/** An id is shown where its message is gone: nothing else may stand there. */
const id = v.pipe(v.string(), v.regex(/^[\w.-]{1,120}$/));
const message = v.object({ id, values: v.exactOptional(v.record(text, v.unknown())) });

const isMessageTo = (depth: number, value: unknown): boolean =>
  depth > 0 && v.is(message, value) && Object.values(value.values ?? {}).every((one) => isValueTo(depth - 1, one));

const isValueTo = (depth: number, value: unknown): boolean =>
  v.is(plainValue, value) ||
  isMessageTo(depth, value) ||
  (depth > 0 && v.is(listValue, value) && value.items.every((item) => isValueTo(depth - 1, item)));

/** As `greenroom.report/2` publishes it: an id, and values by the names of its placeholders. */
export const messageSchema = v.pipe(
  message,
  v.check((value) => isMessageTo(DEEPEST, value), 'not a message'),
  v.transform((value) => mapWords(value as Message, (_kind, words) => sanitize(words, LONGEST))),
);
