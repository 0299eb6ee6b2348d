/** Owns programs installed with pacman: the folder names of its database hold all that is needed. */
import { messages } from '../../../../core/messages/messages.ts';
import { type AppPlace, soughtPackages, versionText } from '../install-markers.ts';

const words = messages('pacman-packages', { packages: 'pacman packages' });

const DATABASE = '/var/lib/pacman/local';
const MAX_PACKAGES = 50_000;

export const pacmanPackages: AppPlace = {
  name: words.packages,
  find: async (machine, catalogue) => {
    const sought = soughtPackages(catalogue, 'pacman');
    const entries = (await machine.readDir(DATABASE, { maxEntries: MAX_PACKAGES })) ?? [];
    return entries.flatMap(({ name: folder }) => {
      // name-version-release, where the name may hold hyphens and the others may not.
      const release = folder.lastIndexOf('-');
      const version = folder.lastIndexOf('-', release - 1);
      const product = version < 1 ? undefined : sought.get(folder.slice(0, version));
      if (product === undefined) return [];
      return [
        {
          ...product,
          version: versionText(folder.slice(version + 1)),
          kind: 'pacman',
          scope: 'machine',
          source: `${DATABASE}/${folder.slice(0, 200)}`,
        },
      ];
    });
  },
};
