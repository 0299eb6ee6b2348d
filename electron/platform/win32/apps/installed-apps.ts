/** Owns which meeting apps and browsers are installed: Uninstall entries, Store packages, versions browsers write down. */
import * as v from 'valibot';
import type { Product } from '../../../core/catalogue/catalogue.ts';
import { known } from '../../../core/facts/fact.ts';
import type { InstalledApp, InstalledApps } from '../../../core/facts/index.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { hostVariables, type Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { section } from '../section.ts';
import { architectureIn, type StorePackage, storePackage, traceOf } from './install-markers.ts';
import { type SoftwareList, softwareList } from './software-list.ts';

const words = messages('windows-apps', {
  part: 'Part of the list of installed programs couldn’t be read.',
  store: 'Apps from the Microsoft Store couldn’t be listed.',
  places: 'Greenroom couldn’t look for {app} everywhere it may be.',
});

const packagesSchema = v.object({ names: v.array(v.string()) });

/**
 * What a program was built for. Where a product numbers its builds per processor, one that does not say so can only be
 * told where there is no choice: a 64-bit Intel computer runs no ARM build.
 */
const architectureOf = (product: Product, name: string, machine: Machine): { architecture?: string } => {
  const stated = architectureIn(name);
  if (stated !== undefined) return { architecture: stated };
  return product.scheme === 'separate-series' && machine.host.arch === 'x64' ? { architecture: 'x64' } : {};
};

const fromUninstall = (product: Product, list: SoftwareList, machine: Machine): readonly InstalledApp[] =>
  list.entries.flatMap((entry): readonly InstalledApp[] => {
    const trace = traceOf(product, entry);
    if (trace === undefined) return [];
    return [
      {
        product: product.id,
        version: entry.version === '' ? null : entry.version,
        kind: trace.kind,
        ...(trace.branch === undefined ? {} : { branch: trace.branch }),
        ...architectureOf(product, entry.name, machine),
        scope: entry.key.startsWith('HKCU') ? 'user' : 'machine',
        source: entry.key,
      },
    ];
  });

/** Version numbers of four parts each, as Windows compares them. */
const newer = (a: StorePackage, b: StorePackage): number => {
  const [left, right] = [a.version.split('.').map(Number), b.version.split('.').map(Number)];
  return left.map((part, index) => part - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
};

/** An update leaves the old package listed until it is cleaned away; Windows starts the newest. */
const fromStore = (product: Product, packages: readonly StorePackage[]): readonly InstalledApp[] =>
  (product.traces.win32?.msix ?? []).flatMap((family): readonly InstalledApp[] => {
    const found = packages
      .filter((it) => it.family.toLowerCase() === family.toLowerCase())
      .sort(newer)
      .at(-1);
    if (found === undefined) return [];
    const { version, architecture, fullName } = found;
    return [{ product: product.id, version, kind: 'msix', architecture, scope: 'user', source: `package ${fullName}` }];
  });

/** Firefox writes "153.0 (x64 en-US)" here; a version never holds a blank otherwise. */
const versionIn = (value: string): string => value.split(' ', 1)[0] ?? '';

const fromValues = (product: Product, list: SoftwareList): readonly InstalledApp[] =>
  (product.traces.win32?.registry ?? []).flatMap((trace): readonly InstalledApp[] => {
    const found = list.values.find((it) => it.key === trace.key && it.name === trace.value);
    if (found === undefined || found.value === '') return [];
    return [
      {
        product: product.id,
        version: versionIn(found.value),
        kind: 'exe',
        scope: trace.key.startsWith('HKCU') ? 'user' : 'machine',
        source: `${trace.key}, ${trace.value}`,
      },
    ];
  });

const expanded = (path: string, machine: Machine): string | undefined => {
  const [, name, rest] = /^%([^%]+)%(.*)$/.exec(path) ?? [];
  const variable = hostVariables.find((it) => it === name);
  const folder = variable === undefined ? undefined : machine.variable(variable);
  return folder === undefined || rest === undefined ? undefined : `${folder}${rest}`;
};

const fromFiles = async (product: Product, machine: Machine): Promise<readonly InstalledApp[]> => {
  const paths = (product.traces.win32?.files ?? [])
    .map((path) => expanded(path, machine))
    .filter((it) => it !== undefined);
  const found = await Promise.all(paths.map(async (path) => ((await machine.stat(path)) === undefined ? [] : [path])));
  return found.flat().map((source) => ({ product: product.id, version: null, kind: 'exe', scope: 'user', source }));
};

const gapsOf = (
  list: SoftwareList,
  packages: readonly string[] | undefined,
  products: readonly Product[],
): readonly Message[] => {
  const gaps: Message[] = [];
  if (list.unread > 0) gaps.push(words.part);
  // Every Windows has packages of its own; none at all means that they were not seen.
  if (packages === undefined || packages.length === 0) gaps.push(words.store);
  for (const { name, traces } of products) {
    const looked = (traces.win32?.registry ?? []).every((trace) =>
      list.values.some((it) => it.key === trace.key && it.name === trace.value),
    );
    if (!looked) gaps.push(words.places({ app: product(name) }));
  }
  return gaps;
};

export const installedApps = reader<InstalledApps>(SCRIPT_TIMEOUT_MS, async (machine, { products }) => {
  const [list, packages] = await Promise.all([
    softwareList(machine),
    optional(section(machine, 'packages', packagesSchema)),
  ]);
  const store = (packages?.names ?? []).map(storePackage).filter((it) => it !== undefined);
  const found = await Promise.all(
    products.map(async (product) => {
      const uninstall = fromUninstall(product, list, machine);
      const values = uninstall.length > 0 ? [] : fromValues(product, list).slice(0, 1);
      return [...uninstall, ...fromStore(product, store), ...values, ...(await fromFiles(product, machine))];
    }),
  );
  return known(
    { apps: found.flat(), gaps: gapsOf(list, packages?.names, products) },
    'Uninstall entries and Store packages in the registry',
  );
});
