/** Owns what zypper tells about updates, from metadata that is already on the disk. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { isoTime } from '../../../core/text/time.ts';
import { runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { dnf } from './dnf.ts';
import { parseOsRelease } from './operating-system.ts';
import { newestOf, oldestOf, timeOr, type UpdateSource } from './update-source.ts';

const words = messages('zypper', {
  cut: 'zypper didn’t print its list of updates to the end.',
  failed: 'zypper couldn’t list the updates.',
  none: 'zypper keeps no list of updates on this computer.',
});

const QUIET = ['--xmlout', '--non-interactive', '--no-refresh'];
const RAW = '/var/cache/zypp/raw';

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Repositories that are off unless somebody looks for a fault. */
const OFF = /debug|source/i;

/** Repositories of openSUSE and SLE themselves, where their fixes come from; everybody else's do not matter here. */
const OWN = /(?:^|[-_:])(?:update|oss|sle)(?:$|[-_])|^SLE|^SUSE/i;

/**
 * The `<update …>` elements of zypper's XML. `--category` has no effect on it, so the class is read from each element.
 * `classed`: what is no patch of a source of the distribution is no security fix.
 */
export const parseUpdates = (xml: string, classed: boolean): readonly PendingUpdate[] => {
  if (!xml.includes('</update-status>')) throw new FactUnavailable('unreadable', words.cut);
  return xml
    .split(/(?=<update\s)/)
    .slice(1)
    .map((element) => {
      const tag = /^<update\s[^>]*>/.exec(element)?.[0] ?? '';
      const version = attribute(tag, 'edition');
      const alias = attribute(/<source\s[^>]*>/.exec(element)?.[0] ?? '', 'alias');
      const seconds = Number(attribute(/<issue-date\s[^>]*>/.exec(element)?.[0] ?? '', 'time_t') ?? Number.NaN);
      const since = isoTime(seconds * 1000);
      const isClassed = classed && (alias === undefined || OWN.test(alias));
      return {
        name: attribute(tag, 'name') ?? '',
        ...(version === undefined ? {} : { version }),
        security: attribute(tag, 'category') === 'security' ? true : isClassed ? false : null,
        ...(since === undefined ? {} : { since }),
      };
    });
};

/** Before version 16 the packages of a release never change where they came from: all fixes come in other repositories. */
const setsFixesApart = (release: ReadonlyMap<string, string>): boolean =>
  /^(?:opensuse-leap|sle[ds])$/.test(release.get('ID') ?? '') &&
  Number.parseInt(release.get('VERSION_ID') ?? '', 10) < 16;

/** Tumbleweed and what is built of it publish no patches, only newer packages: which of them fix faults is not told. */
const isRolling = (release: string): boolean =>
  /^ID="?opensuse-(?:tumbleweed|slowroll|microos|aeon|kalpa)/m.test(release);

export const zypper: UpdateSource = {
  sign: '/usr/bin/zypper',

  pending: async (machine) => {
    const classed = !isRolling((await optional(machine.readText('/etc/os-release'))) ?? '');
    const run = async (what: string) => {
      const { code, stdout } = await runRequired(machine, '/usr/bin/zypper', [...QUIET, what], { timeoutMs: 20_000 });
      if (code !== 0) throw new FactUnavailable('unreadable', words.failed);
      return parseUpdates(stdout, classed);
    };
    const [patches, packages] = await Promise.all([run('list-patches'), run('list-updates')]);
    const security = patches.filter((patch) => patch.security);
    return known({ updates: [...security, ...packages] }, 'zypper list-patches, list-updates');
  },

  // The oldest of the own repositories: another one that answers says nothing of them.
  lookedAt: async (machine) => {
    const folders = ((await machine.readDir(RAW)) ?? []).filter(({ kind }) => kind === 'folder');
    const found = folders.length === 1 ? folders : folders.filter(({ name }) => OWN.test(name) && !OFF.test(name));
    const release = parseOsRelease((await optional(machine.readText('/etc/os-release'))) ?? '');
    const own = setsFixesApart(release) ? found.filter(({ name }) => /update/i.test(name)) : found;
    const looked = own.map(async ({ name }) => {
      // The cookie is written when a repository changed; its index is touched at each look.
      const files = [`${RAW}/${name}/cookie`, `${RAW}/${name}/repodata/repomd.xml`];
      const stats = await Promise.all(files.map((file) => optional(machine.stat(file))));
      return newestOf(stats.map((stat) => (stat === undefined ? undefined : isoTime(stat.modifiedMs))));
    });
    const oldest = oldestOf(await Promise.all(looked));
    return timeOr(oldest, RAW, words.none);
  },

  installedAt: dnf.installedAt,
};
