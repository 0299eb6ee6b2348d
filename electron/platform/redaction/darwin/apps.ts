/** Owns taking the list of a person's other programs out of a recorded Mac: only apps of the catalogue stay. */
import { posix } from 'node:path';
import * as v from 'valibot';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { infoPath } from '../../darwin/apps/bundle.ts';
import { PlistError, parsePlist } from '../../darwin/plist/index.ts';
import type { Reading } from '../../machine/recording.ts';

const INFO = infoPath('');
const schema = v.object({ CFBundleIdentifier: v.string() });

/** What an Info.plist identifies itself as: undefined when it says nothing, null when it cannot be read. */
const identifierIn = (base64: string): string | undefined | null => {
  try {
    const result = v.safeParse(schema, parsePlist(Buffer.from(base64, 'base64')));
    return result.success ? result.output.CFBundleIdentifier : undefined;
  } catch (error) {
    if (error instanceof PlistError) return null;
    throw error;
  }
};

const isInfo = (reading: Reading): reading is Extract<Reading, { op: 'readBytes' }> =>
  reading.op === 'readBytes' && reading.path.endsWith(`.app${INFO}`);

/** Bundles of the catalogue, by identifier or by the name of their folder, and those that nobody could read. */
const keptBundles = (reads: readonly Reading[], catalogue: Catalogue): ReadonlySet<string> => {
  const traces = catalogue.products.flatMap(({ traces: { darwin } }) => (darwin === undefined ? [] : [darwin]));
  const known = new Set(traces.flatMap(({ bundleIds, apps }) => [...bundleIds, ...apps]).map((it) => it.toLowerCase()));
  const kept = new Set<string>();
  for (const reading of reads) {
    if (!isInfo(reading)) continue;
    const bundle = reading.path.slice(0, -INFO.length);
    const id = 'base64' in reading ? identifierIn(reading.base64) : 'missing' in reading ? undefined : null;
    const names = [id ?? '', posix.basename(bundle)].map((name) => name.toLowerCase());
    // An app that cannot be read is named in a finding; without it the recording would give another one.
    if (id === null || names.some((name) => known.has(name))) kept.add(bundle);
  }
  return kept;
};

const isAppFolder = (path: string): boolean => posix.basename(path) === 'Applications';
const isApp = (name: string): boolean => name.toLowerCase().endsWith('.app');

/**
 * The readings without those of other apps, and folders of apps without their names. What could not be read stays, since
 * findings tell of it.
 */
export const withoutOtherApps = (reads: readonly Reading[], catalogue: Catalogue): readonly Reading[] => {
  const kept = keptBundles(reads, catalogue);
  const of = <O extends Reading['op']>(op: O, path: string) =>
    reads.find((it): it is Extract<Reading, { op: O }> => it.op === op && 'path' in it && it.path === path);

  const isKept = (path: string): boolean => {
    const listing = of('readDir', path);
    if (!isApp(path)) return listing !== undefined && ('cannotTell' in listing || innerOf(listing).length > 0);
    const link = of('readLink', path);
    if (link === undefined || 'missing' in link) return kept.has(path);
    if (!('target' in link)) return true;
    const target = posix.resolve(posix.dirname(path), link.target);
    // A link without a bundle behind it was not followed: a finding says so.
    return kept.has(target) || of('readBytes', infoPath(target)) === undefined;
  };
  const innerOf = (listing: Extract<Reading, { op: 'readDir' }>) =>
    'entries' in listing ? listing.entries.filter((it) => isKept(posix.join(listing.path, it.name))) : [];

  const isInAppFolder = (path: string): boolean => isAppFolder(posix.dirname(path));
  return reads.flatMap((reading): readonly Reading[] => {
    if (isInfo(reading)) {
      if (!kept.has(reading.path.slice(0, -INFO.length))) return [];
      return 'base64' in reading && identifierIn(reading.base64) === null ? [{ ...reading, base64: '' }] : [reading];
    }
    switch (reading.op) {
      case 'readText': {
        const bundle = /^(.{1,1000}?\.app)\/Contents\//i.exec(reading.path)?.[1];
        return bundle === undefined || kept.has(bundle) ? [reading] : [];
      }
      case 'readLink':
        return !isApp(reading.path) || isKept(reading.path) ? [reading] : [];
      case 'readDir': {
        if (!isAppFolder(reading.path) && !isInAppFolder(reading.path)) return [reading];
        if (!isAppFolder(reading.path) && !isKept(reading.path)) return [];
        return 'entries' in reading ? [{ ...reading, entries: innerOf(reading) }] : [reading];
      }
      default:
        return [reading];
    }
  });
};
