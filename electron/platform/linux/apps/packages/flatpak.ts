/** Owns Flatpak apps, for the whole machine and for this person, read from the files that Flatpak has laid out. */

import { FactUnavailable } from '../../../../core/facts/fact.ts';
import type { InstalledApp } from '../../../../core/facts/index.ts';
import { messages } from '../../../../core/messages/messages.ts';
import { compareVersions } from '../../../../core/versions/version.ts';
import type { Machine } from '../../../machine/machine.ts';
import { attempt } from '../../../optional.ts';
import { type AppPlace, architectureOf, type Sought, soughtFlatpaks, versionText } from '../install-markers.ts';

const words = messages('flatpak', {
  machine: 'Flatpak apps of this computer',
  account: 'Flatpak apps of this account',
});

/** Large enough for release notes of many years. */
const MAX_METAINFO_BYTES = 4 * 1024 * 1024;

/** Far longer than any tag that AppStream knows. */
const LONGEST_TAG = 1_000;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

/** The newest release that an AppStream file names; development releases do not count. Undefined when it names none. */
export const newestRelease = (metainfo: string): string | undefined => {
  const versions: string[] = [];
  for (let at = metainfo.indexOf('<release '); at >= 0; at = metainfo.indexOf('<release ', at + 1)) {
    const start = metainfo.slice(at, at + LONGEST_TAG);
    const end = start.indexOf('>');
    const version = attribute(start.slice(0, end), 'version');
    if (end > 0 && version !== undefined && attribute(start.slice(0, end), 'type') !== 'development')
      versions.push(version);
  }
  return versions.sort(compareVersions).at(-1);
};

const metainfoNames = (id: string): readonly string[] => [
  `metainfo/${id}.metainfo.xml`,
  `metainfo/${id}.appdata.xml`,
  `appdata/${id}.appdata.xml`,
];

const versionOf = async (machine: Machine, active: string, id: string): Promise<string | null> => {
  for (const name of metainfoNames(id)) {
    const text = await attempt(machine.readText(`${active}/files/share/${name}`, { maxBytes: MAX_METAINFO_BYTES }));
    if (text instanceof FactUnavailable) return null;
    if (text !== undefined) return versionText(newestRelease(text));
  }
  return null;
};

const appsIn = async (
  machine: Machine,
  folder: string,
  scope: InstalledApp['scope'],
  sought: ReadonlyMap<string, Sought>,
): Promise<readonly InstalledApp[]> => {
  const apps = ((await machine.readDir(folder)) ?? []).map(async ({ name: id }): Promise<readonly InstalledApp[]> => {
    const product = sought.get(id);
    if (product === undefined) return [];
    const active = `${folder}/${id}/current/active`;
    // The folder may outlive the app; its metadata does not.
    if ((await machine.readText(`${active}/metadata`)) === undefined) return [];
    const [architecture = '', branch = ''] = ((await machine.readLink(`${folder}/${id}/current`)) ?? '').split('/');
    return [
      {
        ...product,
        ...(branch === 'beta' ? { branch } : {}),
        version: await versionOf(machine, active, id),
        kind: 'flatpak',
        ...architectureOf(architecture),
        scope,
        source: `${folder}/${id}`,
      },
    ];
  });
  return (await Promise.all(apps)).flat();
};

export const systemFlatpaks: AppPlace = {
  name: words.machine,
  find: (machine, catalogue) => appsIn(machine, '/var/lib/flatpak/app', 'machine', soughtFlatpaks(catalogue)),
};

export const userFlatpaks: AppPlace = {
  name: words.account,
  find: (machine, catalogue) => {
    const data = machine.variable('XDG_DATA_HOME') ?? `${machine.host.home}/.local/share`;
    return appsIn(machine, `${data}/flatpak/app`, 'user', soughtFlatpaks(catalogue));
  },
};
