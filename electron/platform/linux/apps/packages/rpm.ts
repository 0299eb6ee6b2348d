/** Owns programs installed as RPM packages. */
import { messages } from '../../../../core/messages/messages.ts';
import type { AppPlace } from '../install-markers.ts';
import { architectureOf, soughtPackages, versionText } from '../install-markers.ts';
import { rpmPackages } from './rpm-database.ts';

const words = messages('rpm-packages', { packages: 'RPM packages' });

/** Where the database lies on Fedora and openSUSE, and on everything older. */
const FOLDERS = ['/usr/lib/sysimage/rpm', '/var/lib/rpm'];
/** SQLite, ndb and Berkeley DB. */
const DATABASES = new Set(['rpmdb.sqlite', 'Packages.db', 'Packages']);

export const rpm: AppPlace = {
  name: words.packages,
  find: async (machine, catalogue) => {
    const folders = await Promise.all(FOLDERS.map((folder) => machine.readDir(folder)));
    // rpm is also on machines whose own packages are of another kind: there it has no database.
    if (!folders.some((entries) => entries?.some(({ name }) => DATABASES.has(name)))) return [];
    const sought = soughtPackages(catalogue, 'rpm');
    return (await rpmPackages(machine)).flatMap(({ name, version, architecture }) => {
      const product = sought.get(name);
      if (product === undefined) return [];
      return [
        {
          ...product,
          version: versionText(version),
          kind: 'rpm',
          ...architectureOf(architecture),
          scope: 'machine' as const,
          source: `package ${name} in the RPM database`,
        },
      ];
    });
  },
};
