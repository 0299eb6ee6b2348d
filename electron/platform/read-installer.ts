/** Owns looking at one installer that somebody names: where it says it came from, who signed it, what it says it installs. */
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { installerProduct } from '../core/checks/apps/installer-name.ts';
import type { InstallerFile, Platform } from '../core/facts/index.ts';
import type { InstallerEvidence, InstallerReader } from './installer-reader.ts';
import type { Machine } from './machine/machine.ts';

const readers: Readonly<Record<Platform, () => Promise<InstallerReader>>> = {
  linux: async () => (await import('./linux/apps/installer-file.ts')).installerFile,
  darwin: async () => (await import('./darwin/apps/installer-file.ts')).installerFile,
  win32: async () => (await import('./win32/apps/installer-file.ts')).installerFile,
};

const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** One installer by its absolute path. Throws `FactUnavailable` where nothing can be told of it. */
export const readInstaller = async (
  machine: Machine,
  path: string,
  catalogue: Catalogue,
): Promise<Pick<InstallerFile, 'product' | 'path' | 'from' | 'signature'> & Pick<InstallerEvidence, 'gaps'>> => {
  const named = installerProduct(baseName(path), catalogue);
  const read = await readers[machine.host.platform]();
  const { product = named, from, signature, gaps } = await read(machine, path, catalogue, named);
  return { product, path, from, signature, gaps };
};
