/** Owns which packages are in the program, by the lock file: what it depends on, and what those depend on. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build.ts';

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier or expression; null where the package names none. */
  readonly licence: string | null;
  /** As npm writes it: "sha512-" and base64. */
  readonly integrity: string | null;
  /** "name@version" of what it depends on. */
  readonly dependsOn: readonly string[];
}

type Lock = Readonly<Record<string, LockedPackage>>;

/** Node's own rule: the nearest `node_modules` on the way up. Throws when the lock file lacks the package. */
const placeOf = (lock: Lock, from: string, name: string): string => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock[place] !== undefined) return place;
    if (at === '') throw new Error(`package-lock.json lacks ${name}, which ${from || 'the program'} depends on.`);
  }
};

export interface Bundled {
  /** What the program itself depends on: "name@version". */
  readonly direct: readonly string[];
  /** In the order of their names. */
  readonly packages: readonly BundledPackage[];
}

export const bundledPackages = (): Bundled => {
  const { packages: lock } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Lock;
  };
  const found = new Map<string, BundledPackage>();
  const follow = (from: string): readonly string[] =>
    Object.keys(lock[from]?.dependencies ?? {}).map((name) => {
      const folder = placeOf(lock, from, name);
      const { version = '', license, integrity } = lock[folder] ?? {};
      const ref = `${name}@${version}`;
      if (!found.has(ref)) {
        const known = { name, version, licence: license ?? null, integrity: integrity ?? null };
        // Before its own dependencies are followed: two packages may need each other.
        found.set(ref, { ...known, dependsOn: [] });
        found.set(ref, { ...known, dependsOn: follow(folder) });
      }
      return ref;
    });
  const direct = follow('');
  return { direct, packages: [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)) };
};
