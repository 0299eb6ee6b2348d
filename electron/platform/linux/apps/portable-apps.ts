/** Owns programs that nobody installed as a package: AppImages, unpacked archives and the version files of some programs. */

import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { InstalledApp } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place as placeValue } from '../../../core/messages/value.ts';
import type { DirEntry, Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { type AppPlace, versionText } from './install-markers.ts';

const words = messages('portable-apps', { programs: 'Programs outside packages', folder: 'Programs in {place}' });

const MAX_ENTRIES = 2_000;

/** A bare version, `Version=` of an application.ini, or `"version":` of a JSON file. */
export const versionIn = (text: string): string | null =>
  versionText(
    (/^\s*(\d[^\n]*)/.exec(text) ??
      /^Version=([^\n]*)/m.exec(text) ??
      /"version"\s{0,9}:\s{0,9}"([^"\n]*)"/.exec(text))?.[1],
  );

const fromFiles = async (machine: Machine, catalogue: Catalogue): Promise<readonly InstalledApp[]> => {
  const files = catalogue.products.flatMap(({ id, traces }) =>
    (traces.linux?.versionFiles ?? []).map(async (path): Promise<readonly InstalledApp[]> => {
      const text = await attempt(machine.readText(path, { maxBytes: 65_536 }));
      if (text === undefined) return [];
      return [
        {
          product: id,
          version: text instanceof FactUnavailable ? null : versionIn(text),
          kind: 'folder',
          scope: 'machine',
          source: path,
        },
      ];
    }),
  );
  return (await Promise.all(files)).flat();
};

/** "jitsi-meet-x86_64.AppImage" → kind and version; undefined when the name is another one. */
const named = (entry: DirEntry, start: string): { kind: 'appimage' | 'folder'; version: string | null } | undefined => {
  const name = entry.name.toLowerCase();
  const isImage = name.endsWith('.appimage') && (entry.kind === 'file' || entry.kind === 'link');
  if (!isImage && entry.kind !== 'folder') return undefined;
  const rest = (isImage ? name.slice(0, -'.appimage'.length) : name).slice(start.length);
  // A folder may only add a version to the name: "slack-themes" is not Slack.
  if (!name.startsWith(start) || !(isImage ? /^(?:$|[-_. \d])/ : /^(?:$|[-_. ]?\d)/).test(rest)) return undefined;
  return { kind: isImage ? 'appimage' : 'folder', version: versionText(/\d+(?:\.\d+)+/.exec(rest)?.[0]) };
};

const appsIn = (place: string): AppPlace => ({
  name: words.folder({ place: placeValue(place) }),
  find: async (machine, catalogue) => {
    const { home } = machine.host;
    const folder = place.replace('~', home);
    const entries = (await machine.readDir(folder, { maxEntries: MAX_ENTRIES })) ?? [];
    return entries.flatMap((entry) =>
      catalogue.products.flatMap(({ id, traces }): readonly InstalledApp[] => {
        const match = traces.linux?.looseNames?.map((name) => named(entry, name)).find((it) => it !== undefined);
        if (match === undefined) return [];
        const scope = folder.startsWith(home) ? 'user' : 'machine';
        return [{ product: id, ...match, scope, source: `${folder}/${entry.name.slice(0, 200)}` }];
      }),
    );
  },
});

export const versionFiles: AppPlace = { name: words.programs, find: fromFiles };
/** Where people keep AppImages and unpacked archives. Downloads are left out: what lies there need not be in use. */
export const portableApps = ['/opt', '~/Applications', '~/AppImages', '~/.local/bin', '~/.local/opt', '~/opt'].map(
  appsIn,
);
