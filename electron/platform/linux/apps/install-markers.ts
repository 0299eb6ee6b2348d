/** Owns what the Linux catalogue entries are looked up by, and what every place of programs has in common. */

import type { Catalogue, LinuxTraces, PackageDatabase } from '../../../core/catalogue/catalogue.ts';
import type { InstalledApp } from '../../../core/facts/index.ts';
import type { Message } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';

/** One kind of place where programs are found. It throws `FactUnavailable` when the place is there but cannot be read. */
export interface AppPlace {
  /** "Flatpak apps", in the sentence that tells of a gap. */
  readonly name: Message;
  find(machine: Machine, catalogue: Catalogue): Promise<readonly InstalledApp[]>;
}

export interface Sought {
  readonly product: string;
  readonly branch?: string;
}

const soughtBy = (
  catalogue: Catalogue,
  names: (traces: LinuxTraces) => readonly { readonly name: string; readonly branch?: string }[],
): ReadonlyMap<string, Sought> =>
  new Map(
    catalogue.products.flatMap((product) =>
      (product.traces.linux === undefined ? [] : names(product.traces.linux)).map(({ name, branch }) => [
        name,
        branch === undefined ? { product: product.id } : { product: product.id, branch },
      ]),
    ),
  );

export const soughtPackages = (catalogue: Catalogue, database: PackageDatabase): ReadonlyMap<string, Sought> =>
  soughtBy(catalogue, ({ packages = [] }) =>
    packages.filter(({ databases }) => databases === undefined || databases.includes(database)),
  );

export const soughtFlatpaks = (catalogue: Catalogue): ReadonlyMap<string, Sought> =>
  soughtBy(catalogue, ({ flatpak = [] }) => flatpak.map((name) => ({ name })));

export const soughtSnaps = (catalogue: Catalogue): ReadonlyMap<string, Sought> =>
  soughtBy(catalogue, ({ snap = [] }) => snap.map((name) => ({ name })));

const architectures: Readonly<Record<string, string>> = {
  amd64: 'x64',
  x86_64: 'x64',
  arm64: 'arm64',
  aarch64: 'arm64',
  i386: 'ia32',
  i686: 'ia32',
};

/** Node's name of an architecture, as a property to spread; nothing for one that is not known. */
export const architectureOf = (name: string): { readonly architecture?: string } =>
  Object.hasOwn(architectures, name) ? { architecture: architectures[name] ?? name } : {};

/** No version is this long; what is longer is kept to be shown, not to fill a report. */
const LONGEST_VERSION = 200;

/** A version as found, or null when there is none. */
export const versionText = (text: string | undefined): string | null => {
  const found = text?.slice(0, LONGEST_VERSION).trim() ?? '';
  return found === '' ? null : found;
};
