/** Owns the catalogue in use: the built-in one, or a newer one that was signed by a key the user or the policy named. */

import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { builtInCatalogue } from '../../core/catalogue/index.ts';
import { parseCatalogue } from '../../core/catalogue/schema.ts';
import { mayReplace, parseSignedCatalogue } from '../../core/catalogue/signed.ts';
import { localise } from '../../core/messages/localise.ts';
import { messages } from '../../core/messages/messages.ts';
import { InputError } from '../../core/text/input-error.ts';
import { parseInput } from '../../core/text/json-input.ts';
import { SilentFolder } from './answers.ts';
import { createFeedStore, withAnswers } from './feed-store.ts';
import { writeAtomically } from './files/atomic-file.ts';
import { toldBy } from './files/storage-error.ts';
import { textIn } from './files/stored-file.ts';
import { inTurn } from './turns/turn.ts';

export interface CurrentCatalogue {
  readonly catalogue: Catalogue;
  /** `BUILT_IN`, `BUILT_IN_ASKED`, or the file it was read from. */
  readonly source: string;
  /** Why a stored catalogue is not used, as sentences for the person. */
  readonly notices: readonly string[];
}

const words = messages('catalogue-store', {
  noKey: 'this is no Ed25519 public key in PEM form',
  otherSignature: 'the signature doesn’t belong to this catalogue and this key',
  passedOver: 'The updated catalogue isn’t used: {reason}. The built-in one is.',
});

const BUILT_IN = 'built in';
/** The built-in list with what makers were asked for. */
const BUILT_IN_ASKED = 'built in, with newer versions from their makers';
export const isBuiltIn = (source: string): boolean => source === BUILT_IN || source === BUILT_IN_ASKED;

const stored = v.strictObject({ key: v.string(), signed: v.string() });

const fileIn = (folder: string): string => path.join(folder, 'catalogue.json');

/** An Ed25519 public key in PEM. Throws `InputError` about `file` for anything else. */
const publicKey = (file: string, pem: string): KeyObject => {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, like a key of another kind.
  }
  throw new InputError(file, words.noKey);
};

/**
 * The catalogue in an envelope, once its signature by `key` (PEM, named `keyName` in errors) and its shape hold. Throws
 * `InputError`.
 */
export const openSignedCatalogue = (file: string, text: string, keyName: string, key: string): Catalogue => {
  const envelope = parseSignedCatalogue(file, text);
  const bytes = Buffer.from(envelope.catalogue, 'base64');
  if (!verify(null, bytes, publicKey(keyName, key), Buffer.from(envelope.signature, 'base64'))) {
    throw new InputError(file, words.otherSignature);
  }
  return parseCatalogue(`${file} (catalogue inside)`, bytes.toString('utf8'), packageJson.version);
};

const builtInWithAnswers = async (folder: string, now: Date): Promise<CurrentCatalogue> => {
  const { value, notices } = await createFeedStore(folder).load();
  const catalogue = withAnswers(builtInCatalogue, value, now.toISOString().slice(0, 10));
  return { catalogue, source: catalogue === builtInCatalogue ? BUILT_IN : BUILT_IN_ASKED, notices };
};

/**
 * The catalogue in use: a signed one as it is, else the built-in one with what makers were asked for. A stored one that is
 * damaged, older than the built-in one or not signed is passed over, and said so.
 */
export const loadCatalogue = async (folder: string, now = new Date()): Promise<CurrentCatalogue> => {
  const signed = await loadSigned(folder);
  if (signed === null) return builtInWithAnswers(folder, now);
  if (!isBuiltIn(signed.source)) return signed;
  const builtIn = await builtInWithAnswers(folder, now);
  return { ...builtIn, notices: [...new Set([...signed.notices, ...builtIn.notices])] };
};

/** Null where none is stored, or only one that the built-in one has overtaken. */
const loadSigned = async (folder: string): Promise<CurrentCatalogue | null> => {
  const file = fileIn(folder);
  const builtIn = { catalogue: builtInCatalogue, source: BUILT_IN };
  const passedOver = (error: unknown): CurrentCatalogue => {
    const reason = toldBy(error);
    const told = error instanceof SilentFolder ? reason : words.passedOver({ reason });
    return { ...builtIn, notices: [localise(told)] };
  };
  try {
    const text = await textIn(file);
    if (text === null) return null;
    const { key, signed } = parseInput(file, text, stored);
    const catalogue = openSignedCatalogue(file, signed, file, key);
    if (catalogue.asOf <= builtInCatalogue.asOf) return null;
    return { catalogue, source: file, notices: [] };
  } catch (error) {
    return passedOver(error);
  }
};

export interface CatalogueUpdate {
  /** Name of the source in errors. */
  readonly name: string;
  /** The envelope. */
  readonly text: string;
  readonly keyName: string;
  /** Ed25519 public key, PEM. */
  readonly key: string;
  readonly folder: string;
  readonly now: Date;
}

/**
 * Puts a signed catalogue in the place of the one in use, in one step. Resolves to the new catalogue, or to null when the
 * one in use is of the same day. Throws `InputError` when it may not be used; the one in use is then kept.
 */
export const storeCatalogue = async ({
  name,
  text,
  keyName,
  key,
  folder,
  now,
}: CatalogueUpdate): Promise<Catalogue | null> => {
  const fresh = openSignedCatalogue(name, text, keyName, key);
  return inTurn(folder, async () => {
    // What makers were asked for is no list of anybody's: a signed one may be older than those answers.
    const current = (await loadSigned(folder))?.catalogue ?? builtInCatalogue;
    if (!mayReplace(name, fresh.asOf, current.asOf, now.toISOString())) return null;
    await writeAtomically(fileIn(folder), JSON.stringify({ key, signed: text }));
    return fresh;
  });
};
