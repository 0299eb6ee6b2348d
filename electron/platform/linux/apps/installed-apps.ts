/** Owns which meeting apps and browsers are installed on Linux: every kind of place they come from, each read once. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { InstalledApp, InstalledApps } from '../../../core/facts/index.ts';
import { asMessage, type Message, messages } from '../../../core/messages/messages.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import type { AppPlace } from './install-markers.ts';
import { dpkg } from './packages/dpkg.ts';
import { systemFlatpaks, userFlatpaks } from './packages/flatpak.ts';
import { pacmanPackages } from './packages/pacman-packages.ts';
import { rpm } from './packages/rpm.ts';
import { snap } from './packages/snap.ts';
import { portableApps, versionFiles } from './portable-apps.ts';

const words = messages('linux-apps', {
  unread: '{place} couldn’t be read: {problem}',
});

const places: readonly AppPlace[] = [
  dpkg,
  rpm,
  pacmanPackages,
  systemFlatpaks,
  userFlatpaks,
  snap,
  versionFiles,
  ...portableApps,
];

/**
 * A version file or folder below /opt mostly belongs to a package that was found already. It is another install only when
 * it states another version; a folder that states none is one only when nothing else of that product was found.
 */
const withoutRepeats = (apps: readonly InstalledApp[]): readonly InstalledApp[] =>
  apps.filter((app, index) => {
    if (app.kind !== 'folder') return true;
    const before = apps.slice(0, index).filter(({ product, kind }) => product === app.product && kind !== 'appimage');
    return before.every(({ version }) => version !== null && app.version !== null && !version.includes(app.version));
  });

export const installedApps = reader<InstalledApps>(6_000, async (machine, catalogue) => {
  const gaps: Message[] = [];
  const found = await Promise.all(
    places.map(async (place) => {
      const answer = await attempt(place.find(machine, catalogue));
      if (!(answer instanceof FactUnavailable)) return answer;
      gaps.push(words.unread({ place: place.name, problem: asMessage(answer.reason) }));
      return [];
    }),
  );
  return known(
    { apps: withoutRepeats(found.flat()), gaps },
    'package databases, Flatpak, Snap, /opt and your own folders',
  );
});
