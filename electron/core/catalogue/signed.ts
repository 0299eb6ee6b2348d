/** Owns the envelope in which a catalogue travels: the catalogue's own bytes, and who signed them. */

import * as v from 'valibot';
import { messages } from '../messages/messages.ts';
import { date } from '../messages/value.ts';
import { InputError } from '../text/input-error.ts';
import { parseInput } from '../text/json-input.ts';

const SIGNED_SCHEMA = 'greenroom.signed-catalogue/1';

const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'expected Base64'));

const schema = v.strictObject({
  schema: v.literal(SIGNED_SCHEMA),
  /** The catalogue as JSON in UTF-8, Base64. The signature covers exactly these bytes. */
  catalogue: base64,
  /** Ed25519 signature of those bytes, Base64. */
  signature: base64,
});

export type SignedCatalogue = v.InferOutput<typeof schema>;

/** Reads an envelope. It proves nothing yet. Throws `InputError` with file, line and column. */
export const parseSignedCatalogue = (file: string, text: string): SignedCatalogue => parseInput(file, text, schema);

/** An envelope as a file. */
export const signedCatalogueText = (catalogue: string, signature: string): string =>
  `${JSON.stringify({ schema: SIGNED_SCHEMA, catalogue, signature }, null, 1)}\n`;

const words = messages('signed-catalogue', {
  older: 'this catalogue is of {fresh}, older than the one in use of {current}',
  ahead: 'this catalogue is dated {fresh}, which is in the future',
});

/** Days that a catalogue's date may lie ahead of this computer's clock. */
const CLOCK_DAYS = 2;

/**
 * Whether a catalogue of `fresh` may take the place of one of `current`. Throws `InputError` when it is older (an old list
 * hides new faults) or from the future (it would keep every later one out). False when both are of the same day.
 */
export const mayReplace = (file: string, fresh: string, current: string, now: string): boolean => {
  if (fresh < current) throw new InputError(file, words.older({ fresh: date(fresh), current: date(current) }));
  if (Date.parse(fresh) > Date.parse(now) + CLOCK_DAYS * 86_400_000) {
    throw new InputError(file, words.ahead({ fresh: date(fresh) }));
  }
  return fresh > current;
};
