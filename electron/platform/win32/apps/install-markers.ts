/** Owns matching what Windows lists as installed against the traces of the catalogue. */
import type { Product, WindowsTraces } from '../../../core/catalogue/catalogue.ts';

export interface UninstallEntry {
  /** Whole registry path: "HKLM\SOFTWARE\…\Uninstall\ZoomUMX". */
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
}

export type UninstallTrace = NonNullable<WindowsTraces['uninstall']>[number];

/** `*` stands for any text, at the start or the end of the pattern only. Case does not matter. */
const matches = (pattern: string | undefined, value: string): boolean => {
  if (pattern === undefined) return true;
  const wanted = pattern.toLowerCase();
  const found = value.toLowerCase();
  const core = wanted.replace(/^\*/, '').replace(/\*$/, '');
  if (wanted.startsWith('*') && wanted.endsWith('*')) return found.includes(core);
  if (wanted.startsWith('*')) return found.endsWith(core);
  return wanted.endsWith('*') ? found.startsWith(core) : found === core;
};

const lastPart = (key: string): string => key.slice(key.lastIndexOf('\\') + 1);

/** The first trace of the product that names this entry. A product without traces, or with an empty one, is never found. */
export const traceOf = (product: Product, entry: UninstallEntry): UninstallTrace | undefined =>
  product.traces.win32?.uninstall?.find(
    (trace) =>
      (trace.name !== undefined || trace.key !== undefined) &&
      matches(trace.name, entry.name) &&
      matches(trace.publisher, entry.publisher) &&
      matches(trace.key, lastPart(entry.key)),
  );

export interface StorePackage {
  readonly family: string;
  readonly version: string;
  readonly architecture: string;
  readonly fullName: string;
}

/** Full names of packages: name_version_architecture_resources_publisher. Those that carry only resources are left out. */
export const storePackage = (fullName: string): StorePackage | undefined => {
  const [name, version, architecture, resources, publisher, ...more] = fullName.split('_');
  if (name === undefined || version === undefined || architecture === undefined || publisher === undefined)
    return undefined;
  if (resources !== '' || more.length > 0 || !/^\d+(\.\d+){3}$/.test(version)) return undefined;
  return { family: `${name}_${publisher}`, version, architecture, fullName };
};

/** "(64-bit)", "(x64 en-US)": some programs say in their name what they were built for. */
export const architectureIn = (name: string): string | undefined => {
  const found = /[( ](x64|64-?bit|x86|32-?bit|arm64|aarch64)\b/i.exec(name)?.[1]?.toLowerCase();
  if (found === undefined) return undefined;
  if (found.startsWith('a')) return 'arm64';
  return found.startsWith('x64') || found.startsWith('64') ? 'x64' : 'x86';
};
