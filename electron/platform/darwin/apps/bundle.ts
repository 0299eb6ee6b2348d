/** Owns reading what an app bundle says of itself. */
import * as v from 'valibot';
import type { Machine } from '../../machine/machine.ts';
import { looseDict, readPlist } from '../plist/read.ts';

/** Where Safari lives since macOS 13; /Applications/Safari.app is a link to it. */
export const SAFARI = '/System/Cryptexes/App/System/Applications/Safari.app';

const schema = looseDict({ CFBundleIdentifier: v.optional(v.string(), '') });
type BundleInfo = v.InferOutput<typeof schema>;

export const infoPath = (bundle: string): string => `${bundle}/Contents/Info.plist`;

/** The Info.plist of a bundle; undefined when it has none. Throws `FactUnavailable`. */
export const bundleInfo = (machine: Machine, bundle: string): Promise<BundleInfo | undefined> =>
  readPlist(machine, infoPath(bundle), schema);

/** A version as found, or null: not there, empty, or no text that a version could be. */
export const versionIn = (info: BundleInfo, key = 'CFBundleShortVersionString'): string | null => {
  const value = Object.hasOwn(info, key) ? info[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' && value.length <= 64 ? value.trim() : null;
};

/** The version of an installed app; null when it cannot be read. */
export const shortVersion = async (machine: Machine, bundle: string): Promise<string | null> => {
  const info = await bundleInfo(machine, bundle);
  return info === undefined ? null : versionIn(info);
};
