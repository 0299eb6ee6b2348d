/** Owns what dnf tells about updates, from metadata that is already on the disk (`-C`): it never goes to the network. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import { isoTime } from '../../../core/text/time.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { rpmPackages } from '../apps/packages/rpm-database.ts';
import { newestOf, timeOr, type UpdateSource } from './update-source.ts';

interface Row {
  readonly name: string;
  readonly version: string;
}

/** Rows of `dnf check-update`: name.architecture, version, repository. A long name is wrapped onto a line of its own. */
export const parseCheckUpdate = (stdout: string): readonly Row[] => {
  const rows: Row[] = [];
  let words: string[] = [];
  for (const line of stdout.split('\n')) {
    // What follows replaces other packages; those are no updates of their own.
    if (line.startsWith('Obsoleting')) break;
    words.push(...line.split(/\s+/).filter((word) => word !== ''));
    if (words.length === 0) continue;
    const [package_ = '', version = '', repository] = words;
    if (repository === undefined) continue;
    if (words.length > 3 || !/\.[a-z0-9_]+$/.test(package_) || !/^[0-9]/.test(version)) {
      throw new FactUnavailable('unreadable', 'dnf printed its list of updates in a form Greenroom does not know.');
    }
    rows.push({ name: package_.replace(/\.[a-z0-9_]+$/, ''), version });
    words = [];
  }
  return rows;
};

/** dnf says 100 for updates and 0 for none; 0 with a message means that it had nothing to look in. */
const checkUpdate = async (machine: Machine, args: readonly string[]): Promise<readonly Row[]> => {
  const { code, stdout, stderr } = await runRequired(machine, '/usr/bin/dnf', ['-C', '-q', 'check-update', ...args], {
    timeoutMs: 20_000,
  });
  if (code === 100) return parseCheckUpdate(stdout);
  if (code === 0 && stderr.trim() === '' && stdout.trim() === '') return [];
  throw new FactUnavailable('unreadable', 'dnf has no list of updates on this computer that this account may use.');
};

const CACHES = ['/var/cache/libdnf5', '/var/cache/dnf'];

export const dnf: UpdateSource = {
  sign: '/usr/bin/dnf',

  pending: async (machine) => {
    const [all, security] = await Promise.all([checkUpdate(machine, []), checkUpdate(machine, ['--security'])]);
    const fixes = new Set(security.map((row) => row.name));
    return known(
      { updates: all.map((row) => ({ ...row, security: fixes.has(row.name) })), securityKnown: true },
      'dnf -C check-update',
    );
  },

  lookedAt: async (machine) => {
    const caches = [...CACHES, `${machine.host.home}/.cache/libdnf5`];
    const times = await Promise.all(
      caches.map(async (cache) => {
        const folders = (await machine.readDir(cache)) ?? [];
        const repositories = folders.filter((entry) => entry.kind === 'folder' && entry.name.includes('updates'));
        const stats = await Promise.all(
          repositories.map((entry) => machine.stat(`${cache}/${entry.name}/repodata/repomd.xml`)),
        );
        return newestOf(stats.map((stat) => (stat === undefined ? undefined : isoTime(stat.modifiedMs))));
      }),
    );
    return timeOr(
      newestOf(times),
      'repomd.xml of the update repository',
      'dnf keeps no list of updates that this account may read.',
    );
  },

  installedAt: async (machine) => {
    const newest = (await rpmPackages(machine)).reduce((latest, { installedMs }) => Math.max(latest, installedMs), 0);
    return timeOr(isoTime(newest), 'RPM database', 'The package database does not say when updates were installed.');
  },
};
