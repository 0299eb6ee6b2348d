/** Owns which meeting apps and browsers are installed: app bundles, known by their bundle identifier wherever they lie. */

import { posix } from 'node:path';
import type { Catalogue, Product } from '../../../core/catalogue/catalogue.ts';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { InstalledApp, InstalledApps } from '../../../core/facts/index.ts';
import { english } from '../../../core/messages/format.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { place } from '../../../core/messages/value.ts';
import type { DirEntry, Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { bundleInfo, infoPath, SAFARI, versionIn } from './bundle.ts';

const words = messages('macos-apps', {
  link: '{path} leads to another place, which isn’t opened.',
  folder: 'The folder {folder} couldn’t be read, so apps in it aren’t known.',
  bundle: '{path} couldn’t be read, so it isn’t known which app it is.',
});

/** More than the fullest Mac has; beyond it a folder is no folder of apps. */
const MAX_ENTRIES = 2_000;

interface Bundle {
  readonly path: string;
  readonly scope: InstalledApp['scope'];
}

/** Places a link may lead to. Anywhere else macOS might ask the person for consent, or a network drive might not answer. */
const followed = ['/Applications/', '/System/', '/Library/', '/opt/', '/nix/store/'];

const bundleAt = async (
  machine: Machine,
  path: string,
  { kind }: DirEntry,
  scope: Bundle['scope'],
  gaps: Message[],
): Promise<Bundle[]> => {
  if (kind === 'folder') return [{ path, scope }];
  if (kind !== 'link') return [];
  const link = await attempt(machine.readLink(path));
  const target = typeof link === 'string' ? posix.resolve(posix.dirname(path), link) : '';
  if (followed.some((place) => target.startsWith(place))) return [{ path: target, scope }];
  gaps.push(words.link({ path: place(path) }));
  return [];
};

/** Bundles in a folder and in its folders, one level deep. A link counts as what it points to. */
const bundlesIn = async (
  machine: Machine,
  folder: string,
  scope: Bundle['scope'],
  gaps: Message[],
  depth = 0,
): Promise<Bundle[]> => {
  const entries = await attempt(machine.readDir(folder, { maxEntries: MAX_ENTRIES }));
  if (entries instanceof FactUnavailable) {
    gaps.push(words.folder({ folder: place(folder) }));
    return [];
  }
  const found = (entries ?? []).map(async (entry): Promise<Bundle[]> => {
    const path = posix.join(folder, entry.name);
    if (entry.name.toLowerCase().endsWith('.app')) return bundleAt(machine, path, entry, scope, gaps);
    const inner = entry.kind === 'folder' && depth === 0 && !entry.name.startsWith('.');
    return inner ? bundlesIn(machine, path, scope, gaps, depth + 1) : [];
  });
  return (await Promise.all(found)).flat();
};

const productNamed = (products: readonly Product[], bundle: string): Product | undefined => {
  const name = posix.basename(bundle).toLowerCase();
  return products.find((product) => product.traces.darwin?.apps.some((app) => app.toLowerCase() === name));
};

const productWithId = (products: readonly Product[], id: string): Product | undefined =>
  products.find((product) =>
    product.traces.darwin?.bundleIds.some((bundleId) => bundleId.toLowerCase() === id.toLowerCase()),
  );

/** Firefox ESR has the name and the identifier of Firefox; the place its source comes from tells them apart. */
const firefoxBranch = async (machine: Machine, bundle: string, id: string): Promise<'esr' | undefined> => {
  if (id.toLowerCase().endsWith('esr')) return 'esr';
  const ini = await attempt(machine.readText(`${bundle}/Contents/Resources/application.ini`, { maxBytes: 65_536 }));
  return typeof ini === 'string' && /^SourceRepository=.*\/mozilla-esr\d+\s*$/m.test(ini) ? 'esr' : undefined;
};

const appIn = async (
  machine: Machine,
  products: readonly Product[],
  { path, scope }: Bundle,
  gaps: Message[],
): Promise<InstalledApp | null> => {
  const info = await attempt(bundleInfo(machine, path));
  // Before macOS 13 Safari is not in the place that is always asked for.
  if (info === undefined && path === SAFARI) return null;
  const common = { kind: 'bundle', scope, source: infoPath(path) } as const;
  if (info === undefined || info instanceof FactUnavailable) {
    const product = productNamed(products, path);
    if (product !== undefined) return { product: product.id, version: null, ...common };
    // Without an Info.plist it is an iPad app or a leftover: neither is in the catalogue.
    if (info !== undefined) gaps.push(words.bundle({ path: place(path) }));
    return null;
  }
  const product = productWithId(products, info.CFBundleIdentifier) ?? productNamed(withoutId(products), path);
  if (product === undefined) return null;
  const branch = product.scheme === 'firefox' ? await firefoxBranch(machine, path, info.CFBundleIdentifier) : undefined;
  const version = versionIn(info, product.traces.darwin?.versionKey);
  return { product: product.id, version, ...common, ...(branch === undefined ? {} : { branch }) };
};

/** Products whose bundle identifier is not known go by the name of their folder. */
const withoutId = (products: readonly Product[]): readonly Product[] =>
  products.filter((product) => product.traces.darwin?.bundleIds.length === 0);

const readApps = async (machine: Machine, catalogue: Catalogue): Promise<InstalledApps> => {
  const gaps: Message[] = [];
  const own = posix.join(machine.host.home, 'Applications');
  const found = await Promise.all([
    bundlesIn(machine, '/Applications', 'machine', gaps),
    bundlesIn(machine, own, 'user', gaps),
  ]);
  const bundles = new Map([...found.flat(), { path: SAFARI, scope: 'machine' } as const].map((it) => [it.path, it]));
  const apps = await Promise.all([...bundles.values()].map((it) => appIn(machine, catalogue.products, it, gaps)));
  const inOrder = apps
    .filter((app) => app !== null)
    .sort((a, b) => a.product.localeCompare(b.product) || a.source.localeCompare(b.source));
  return { apps: inOrder, gaps: gaps.toSorted((a, b) => (english(a) < english(b) ? -1 : 1)) };
};

export const installedApps = reader<InstalledApps>(8_000, async (machine, catalogue) =>
  known(await readApps(machine, catalogue), 'app bundles in /Applications and ~/Applications'),
);
