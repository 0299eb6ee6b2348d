/** Owns the settings an organisation prescribes on a Mac. macOS lets nobody else write them. */
import { posix } from 'node:path';
import type * as v from 'valibot';
import type { Machine } from '../machine/machine.ts';
import { readPlist } from './plist/read.ts';

const FOLDER = '/Library/Managed Preferences';

/** What is prescribed for a domain, on the whole Mac and for this account; the account's settings come last. */
export const managedSettings = async <S extends v.GenericSchema>(
  machine: Machine,
  domain: string,
  schema: S,
): Promise<readonly v.InferOutput<S>[]> => {
  const folders = [FOLDER, posix.join(FOLDER, posix.basename(machine.host.home))];
  const lists = await Promise.all(folders.map((folder) => readPlist(machine, `${folder}/${domain}.plist`, schema)));
  return lists.filter((list) => list !== undefined);
};
