/** Owns what dnf keeps of its repositories on this disk: which are the distribution's own, how old they are, what they tell. */

import type { Known } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { parseOsRelease } from './operating-system.ts';
import { newestOf, oldestByName, timeOr } from './update-source.ts';

const words = messages('dnf-cache', { none: 'dnf keeps no list of updates that this account may read.' });

/**
 * Repositories in which a distribution publishes its fixes: Fedora's `updates`; `baseos` and `appstream` of the RHEL family
 * with any words around them; Oracle's, Amazon's, Nobara's and openEuler's own names. Those of others, and those that never
 * change, do not matter here.
 */
const OWN =
  /^(?:updates|rawhide|(?:.*[-_])?(?:baseos|appstream)(?:[-_](?:latest|rhui|rpms))*|ol\d+_UEKR\d+|amazonlinux|nobara.*|update)$/i;

/** Distributions that publish advisories for what is in their repositories. CentOS Stream and Nobara do not. */
const ADVISED = ['fedora', 'fedora-asahi-remix', 'rhel', 'rocky', 'almalinux', 'ol', 'amzn'];

interface Cached {
  /** As dnf names it, without the checksum that ends the folder's name. */
  readonly repository: string;
  /** What is in its folder; undefined where that cannot be seen. */
  readonly files: readonly string[] | undefined;
  readonly lookedAt: IsoTime | undefined;
}

/** dnf writes the index of a repository when it changed, and renews the time of its list of packages when it had not. */
const read = async (machine: Machine, repository: string, folder: string): Promise<Cached> => {
  const data = `${folder}/repodata`;
  const files = (await optional(machine.readDir(data)))?.map(({ name }) => name);
  const telling = ['repomd.xml', ...(files ?? []).filter((name) => /primary\.xml\b/.test(name))];
  const stats = await Promise.all(telling.map((name) => optional(machine.stat(`${data}/${name}`))));
  const times = stats.map((stat) => (stat === undefined ? undefined : isoTime(stat.modifiedMs)));
  return { repository, files, lookedAt: newestOf(times) };
};

/** The distribution's own repositories in each place where dnf keeps any. */
const ownCaches = async (machine: Machine): Promise<readonly (readonly Cached[])[]> => {
  const places = ['/var/cache/libdnf5', '/var/cache/dnf', `${machine.host.home}/.cache/libdnf5`];
  return Promise.all(
    places.map(async (place) => {
      const found = ((await machine.readDir(place)) ?? []).flatMap(({ kind, name }) => {
        const repository = /^(.+)-[0-9a-f]{16}$/.exec(name)?.[1] ?? '';
        return kind === 'folder' && OWN.test(repository) ? [read(machine, repository, `${place}/${name}`)] : [];
      });
      return Promise.all(found);
    }),
  );
};

/**
 * When the system last looked for updates: the oldest of its own repositories. A release that was left behind keeps folders
 * of the same names, so of several the newest counts.
 */
export const lookedAt = async (machine: Machine): Promise<Known<IsoTime>> => {
  const places = (await ownCaches(machine)).map((cached) =>
    oldestByName(cached.map(({ repository, lookedAt: at }) => ({ name: repository, at }))),
  );
  return timeOr(newestOf(places), 'repomd.xml of this distribution’s repositories', words.none);
};

/** Tells of a repository whether it says which of its updates are security fixes. */
export const advisedIn = async (machine: Machine): Promise<(repository: string) => boolean> => {
  const release = parseOsRelease((await optional(machine.readText('/etc/os-release'))) ?? '');
  const cached = (await optional(ownCaches(machine)))?.flat() ?? [];
  const listed = cached.flatMap(({ files }) => (files === undefined ? [] : [files]));
  const lacks = listed.length > 0 && !listed.flat().some((name) => name.includes('updateinfo'));
  const isAdvised = ADVISED.includes(release.get('ID') ?? '') && !lacks;
  return (repository) => isAdvised && OWN.test(repository) && repository !== 'rawhide';
};
