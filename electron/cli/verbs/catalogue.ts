/** Owns `greenroom catalogue`: show the one in use, verify a signed one, update from a file or an address. */

import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { asMessage, messages } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { date, place, term } from '../../core/messages/value.ts';
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import { catalogueSettings } from '../../core/settings/catalogue.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { InputError } from '../../core/text/input-error.ts';
import { managedPolicy } from '../../engine/run/effective-policy.ts';
import { loadCatalogue, openSignedCatalogue, storeCatalogue } from '../../engine/storage/catalogue-store.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { WrongUsage } from '../exit.ts';
import { readInputFile } from '../input-file.ts';
import { type Io, painterFor, say, warn } from '../io.ts';

const words = says('catalogue-verb', {
  reading: 'Reading the catalogue…',
  title:
    'Catalogue of {date}: {n, plural, one {# product} other {# products}}, {m, plural, one {# system release} other {# system releases}}.',
  titleFrom:
    'Catalogue of {date}, {source}: {n, plural, one {# product} other {# products}}, {m, plural, one {# system release} other {# system releases}}.',
  unconfirmed: 'no confirmed version',
  noKey: 'Name the public key of whoever signs the catalogue: --key=FILE.',
  noSource: 'Name a file or an https address, or a policy that does: --policy=FILE.',
  sameDay: 'The catalogue in use is of the same day. Nothing was changed.',
  inUse: 'In use from now on. {about}',
  signed: '{file}: signed by this key. {about}',
});

const refusals = messages('catalogue-refused', {
  notNamed: 'this policy names no catalogue',
  onlyHttps: 'only https addresses and files are read',
});

const MAX_MEBIBYTES = 8;
const TIMEOUT_MS = 20_000;

const folder = (): string => stateFolder(localMachine().host);

export const showCatalogue = async (options: { readonly json?: boolean }, io: Io): Promise<number> => {
  const { catalogue, source, notices } = await loadCatalogue(folder());
  for (const notice of notices) warn(io, `${notice}\n`);
  if (options.json === true) {
    io.stdout.write(`${asciiJson({ ...catalogue, source }, 2)}\n`);
    return 0;
  }
  const paint = painterFor(io);
  const lines = catalogue.products.map((product) => {
    const newest = product.newest
      .filter((release) => release.confirmed)
      .map((release) => `${release.platform} ${release.version} (${release.date})`);
    return `${paint('strong', product.name)}\n  ${product.retired === undefined ? newest.join(', ') || words.unconfirmed : product.retired.words}`;
  });
  say(
    io,
    `${words.titleFrom({ date: date(catalogue.asOf), source: term(source), n: catalogue.products.length, m: catalogue.systems.length })}\n\n${lines.join('\n')}\n`,
  );
  return 0;
};

const told = (catalogue: Catalogue): string =>
  words.title({ date: date(catalogue.asOf), n: catalogue.products.length, m: catalogue.systems.length });

interface KeyOptions {
  readonly key?: string;
}

const keyOf = async (io: Io, options: KeyOptions): Promise<{ readonly keyName: string; readonly key: string }> => {
  if (options.key === undefined) throw new WrongUsage(words.noKey);
  return { keyName: options.key, key: await readInputFile(io, options.key, 1) };
};

/** The policy in a file that was named, else the one that the organisation has set on this computer. */
const policyOf = async (io: Io, file: string | undefined): Promise<Policy> => {
  if (file === undefined) return managedPolicy(localMachine());
  const { parsePolicyFile } = await import('../../engine/run/policy-file.ts');
  return parsePolicyFile(file, await readInputFile(io, file, 4));
};

/** Where to update from, and whose signature counts: what the person names, else what the policy does. */
const sourceOf = async (io: Io, source: string | undefined, options: KeyOptions & { readonly policy?: string }) => {
  if (source !== undefined && options.key !== undefined) return { source, ...(await keyOf(io, options)) };
  const policy = await policyOf(io, options.policy);
  const { address, file, publicKey } = valuesOf(policy, catalogueSettings.id, catalogueSettings.policy);
  const named = address !== '' ? address : file;
  const from = source ?? named;
  if (from === '' && options.policy !== undefined) throw new InputError(options.policy, refusals.notNamed);
  if (from === '') throw new WrongUsage(words.noSource);
  if (options.key !== undefined || publicKey === '') return { source: from, ...(await keyOf(io, options)) };
  return { source: from, keyName: policy.source ?? 'policy', key: publicKey };
};

/** Says whether a file holds a catalogue that this key signed. */
export const verifyCatalogue = async (file: string, options: KeyOptions, io: Io): Promise<number> => {
  const { keyName, key } = await keyOf(io, options);
  const catalogue = openSignedCatalogue(file, await readInputFile(io, file, MAX_MEBIBYTES), keyName, key);
  say(io, `${words.signed({ file: place(file), about: asMessage(told(catalogue)) })}\n`);
  return 0;
};

const textOf = async (io: Io, source: string): Promise<string> => {
  if (/^https:\/\//i.test(source)) {
    // The only way to the network in the program stands in a file of its own, loaded here and nowhere else.
    const { fetchCatalogue } = await import('../../engine/network/fetch-catalogue.ts');
    return fetchCatalogue(source, { timeoutMs: TIMEOUT_MS, maxBytes: MAX_MEBIBYTES * 1024 * 1024 });
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) throw new InputError(source, refusals.onlyHttps);
  return readInputFile(io, source, MAX_MEBIBYTES);
};

/** Takes a newer signed catalogue from a file or an https address that the person or the policy named. */
export const updateCatalogue = async (
  asked: string | undefined,
  options: KeyOptions & { readonly policy?: string },
  io: Io,
): Promise<number> => {
  const { source, keyName, key } = await sourceOf(io, asked, options);
  if (io.stderr.isTTY === true) warn(io, `${words.reading}\n`);
  const text = await textOf(io, source);
  const fresh = await storeCatalogue({ name: source, text, keyName, key, folder: folder(), now: new Date() });
  say(io, `${fresh === null ? words.sameDay : words.inUse({ about: asMessage(told(fresh)) })}\n`);
  return 0;
};
