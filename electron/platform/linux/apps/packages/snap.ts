/** Owns snaps, read from the description inside each mounted snap: `snap list` waits for its service for minutes. */

import type { InstalledApp } from '../../../../core/facts/index.ts';
import { messages } from '../../../../core/messages/messages.ts';
import { attempt } from '../../../optional.ts';
import { type AppPlace, soughtSnaps, versionText } from '../install-markers.ts';

const words = messages('snap', { packages: 'Snaps' });

/** Where snaps are mounted on Fedora and Arch, and on Ubuntu and Debian; one may be a link to the other. */
const MOUNTS = ['/var/lib/snapd/snap', '/snap'];

/** The top-level `version:` of snap.yaml, quoted or not. */
export const snapVersion = (yaml: string): string | null =>
  versionText(
    /^version:[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|([^\n#]*))/m
      .exec(yaml)
      ?.slice(1)
      .find((it) => it !== undefined),
  );

export const snap: AppPlace = {
  name: words.packages,
  find: async (machine, catalogue) => {
    const sought = soughtSnaps(catalogue);
    const mounts = await Promise.all(MOUNTS.map((mount) => machine.readDir(mount)));
    const folders = new Map(
      MOUNTS.flatMap((mount, index) =>
        (mounts[index] ?? []).map(({ name }): [string, string] => [name, `${mount}/${name}`]),
      ),
    );
    const apps = [...folders].map(async ([name, folder]): Promise<readonly InstalledApp[]> => {
      const product = sought.get(name);
      if (product === undefined) return [];
      const yaml = await attempt(machine.readText(`${folder}/current/meta/snap.yaml`));
      // A snap that was removed or switched off leaves its folder, without the link to a current revision.
      if (yaml === undefined && (await machine.readLink(`${folder}/current`)) === undefined) return [];
      const version = typeof yaml === 'string' ? snapVersion(yaml) : null;
      return [{ ...product, version, kind: 'snap', scope: 'machine', source: folder }];
    });
    return (await Promise.all(apps)).flat();
  },
};
