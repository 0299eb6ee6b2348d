/** Owns reading the policy of the organisation on a Mac: what device management prescribes, which nobody else can write. */

import { posix } from 'node:path';
import { messages } from '../../core/messages/messages.ts';
import { quote } from '../../core/messages/value.ts';
import type { Origin, PolicyNode } from '../../core/policy/source-tree.ts';
import { type FoundPolicy, orUnusable, type PolicyReader, unusable } from '../policy-source.ts';
import { PlistError, parsePlist } from './plist/index.ts';
import type { PlistValue } from './plist/value.ts';

const words = messages('darwin-policy', { noList: 'this is no property list: {reason}' });

export const BUNDLE_ID = 'org.greenroom.Greenroom';
const FOLDER = '/Library/Managed Preferences';
const MAX_BYTES = 1024 * 1024;

/** Keys that profiles and the system add to what was prescribed. */
const foreign = /^Payload[A-Z]|^_/;

const nodeOf = (value: PlistValue, source: string): PolicyNode => {
  const origin: Origin = { source, place: null };
  if (Array.isArray(value))
    return {
      kind: 'list',
      origin,
      items: value.map((item, index) => nodeOf(item as PlistValue, `${source}[${index}]`)),
    };
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return { kind: 'scalar', origin, value };
    case 'bigint':
      return { kind: 'scalar', origin, value: String(value) };
  }
  if (value instanceof Date || value instanceof Uint8Array) return { kind: 'scalar', origin, value: null };
  const entries = Object.entries(value)
    .filter(([key]) => !foreign.test(key))
    .map(([key, inner]) => {
      const at = source.endsWith('.plist') ? `${source}: ${key}` : `${source}.${key}`;
      return { key, origin: { source: at, place: null }, value: nodeOf(inner as PlistValue, at) };
    });
  return { kind: 'map', origin, entries };
};

const policyIn = (bytes: Uint8Array, source: string): FoundPolicy => {
  try {
    return { source, dialect: 'plist', root: nodeOf(parsePlist(bytes), source), faults: [] };
  } catch (error) {
    if (error instanceof PlistError) return unusable(source, 'plist', words.noList({ reason: quote(error.message) }));
    throw error;
  }
};

/** The account's own comes first, as macOS itself has it. */
export const darwinPolicy: PolicyReader = async (machine) => {
  const folders = [posix.join(FOLDER, posix.basename(machine.host.home)), FOLDER];
  const found = await Promise.all(
    folders.map(async (folder): Promise<FoundPolicy | undefined> => {
      const source = `${folder}/${BUNDLE_ID}.plist`;
      return orUnusable(
        source,
        'plist',
        machine.readBytes(source, { maxBytes: MAX_BYTES }).then((bytes) => bytes && policyIn(bytes, source)),
      );
    }),
  );
  return found.filter((one) => one !== undefined);
};
