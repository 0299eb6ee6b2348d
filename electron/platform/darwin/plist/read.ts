/** Owns turning a property list, from a file or a command, into a checked value; what does not fit cannot be told. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place, term, type Value } from '../../../core/messages/value.ts';
import type { CommandResult, Machine } from '../../machine/machine.ts';
import { reasons } from '../../reasons.ts';
import { PlistError, parsePlist } from './index.ts';

const words = messages('plist', {
  damaged: '{what} is damaged or cut off, so nothing can be read from it.',
  unfinished: '“{command}” didn’t finish as it should.',
  answer: 'The answer of “{command}”',
});

export const answerOf = (command: string): Value => words.answer({ command: term(command) });

/** System settings are a few kilobytes; the install history of an old Mac reaches some hundred. */
const MAX_BYTES = 8 * 1024 * 1024;

const isDict = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;

/**
 * A dictionary. Valibot takes any object for one, a list or a date too: with all keys optional, a list would then pass for
 * a dictionary that says nothing, and "nothing is set up" would be read from nonsense.
 */
export const dict = <E extends v.ObjectEntries>(entries: E) =>
  v.pipe(v.custom<Record<string, unknown>>(isDict), v.object(entries));

/** As `dict`, with the keys that are not named. */
export const looseDict = <E extends v.ObjectEntries>(entries: E) =>
  v.pipe(v.custom<Record<string, unknown>>(isDict), v.looseObject(entries));

/** Parses and checks a property list. Throws `FactUnavailable` that names `what`. */
export const plistAs = <S extends v.GenericSchema>(
  input: Uint8Array | string,
  what: Value,
  schema: S,
): v.InferOutput<S> => {
  let value: unknown;
  try {
    value = parsePlist(input);
  } catch (error) {
    if (!(error instanceof PlistError)) throw error;
    throw new FactUnavailable('unreadable', words.damaged({ what }));
  }
  const result = v.safeParse(schema, value);
  if (!result.success) throw new FactUnavailable('unreadable', reasons.form({ what }));
  return result.output;
};

/** A property-list file; undefined when there is none. */
export const readPlist = async <S extends v.GenericSchema>(
  machine: Machine,
  path: string,
  schema: S,
): Promise<v.InferOutput<S> | undefined> => {
  const bytes = await machine.readBytes(path, { maxBytes: MAX_BYTES });
  return bytes === undefined ? undefined : plistAs(bytes, place(path), schema);
};

/** The output of a command that prints a property list. Only a clean exit counts: half an answer is none. */
export const printedPlist = <S extends v.GenericSchema>(
  result: CommandResult,
  command: string,
  schema: S,
): v.InferOutput<S> => {
  if (result.code !== 0) throw new FactUnavailable('unreadable', words.unfinished({ command: term(command) }));
  return plistAs(result.stdout, answerOf(command), schema);
};
