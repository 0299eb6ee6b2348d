/** Owns picking the installers out of a download folder: by their names, the newest of them, without looking into folders. */
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { installerProduct } from '../core/checks/apps/installer-name.ts';
import type { InstallerFile } from '../core/facts/index.ts';
import { isoTime } from '../core/text/time.ts';
import type { Machine } from './machine/machine.ts';

/** Whoever keeps more installers than this has no use for a list of them. */
const MOST_FILES = 20;
/** Names that fit, of which the time is asked: a folder full of them must not take long. */
const MOST_NAMES = 200;
const MOST_ENTRIES = 20_000;

export type FoundInstaller = Pick<InstallerFile, 'product' | 'path' | 'sizeBytes' | 'modifiedAt'>;

/** The newest installers in a folder, newest first; empty when there is no such folder. Throws `FactUnavailable`. */
export const installersIn = async (
  machine: Machine,
  folder: string,
  separator: '/' | '\\',
  catalogue: Catalogue,
): Promise<readonly FoundInstaller[]> => {
  const entries = (await machine.readDir(folder, { maxEntries: MOST_ENTRIES })) ?? [];
  const named = entries.flatMap(({ name, kind }) => {
    const product = kind === 'file' ? installerProduct(name, catalogue, machine.host.platform) : null;
    return product === null ? [] : [{ product, path: `${folder}${separator}${name}` }];
  });
  const found = await Promise.all(
    named.slice(0, MOST_NAMES).map(async ({ product, path }) => {
      const stat = await machine.stat(path);
      const modifiedAt = stat === undefined ? undefined : isoTime(stat.modifiedMs);
      return stat === undefined || modifiedAt === undefined
        ? []
        : [{ product, path, sizeBytes: stat.size, modifiedAt }];
    }),
  );
  return found
    .flat()
    .toSorted((a, b) => (a.modifiedAt > b.modifiedAt ? -1 : a.modifiedAt < b.modifiedAt ? 1 : 0))
    .slice(0, MOST_FILES);
};
