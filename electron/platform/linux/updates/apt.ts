/** Owns what apt tells about updates, from its own cached index: no network, no lock, no root. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate } from '../../../core/facts/index.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import { localTime } from '../../local-time.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { newestOf, timeOr, type UpdateSource } from './update-source.ts';

const LISTS = '/var/lib/apt/lists';
const SYSTEM_CACHE = '/var/cache/apt/pkgcache.bin';
const STATUS = '/var/lib/dpkg/status';

/** `name/suite[,suite] version architecture [upgradable from: version]` */
const LINE = /^([a-z0-9][a-z0-9+.-]*)\/(\S+) (\S+) (\S+) \[upgradable from: (\S+)\]$/;

/** The list that `apt list --upgradable` prints under LC_ALL=C.UTF-8. Throws `FactUnavailable` when it is something else. */
export const parseUpgradable = (stdout: string): readonly PendingUpdate[] => {
  const lines = stdout.split('\n').filter((line) => line.trim() !== '');
  if (!lines[0]?.startsWith('Listing'))
    throw new FactUnavailable('unreadable', 'apt did not print its list of updates.');
  return lines.slice(1).map((line) => {
    const match = LINE.exec(line);
    if (match === null)
      throw new FactUnavailable('unreadable', 'apt printed its list of updates in a form Greenroom does not know.');
    const [, name = '', suites = '', version = ''] = match;
    return { name, version, security: suites.split(',').some((suite) => suite.endsWith('-security')) };
  });
};

/**
 * Without an index cache that fits, apt builds one in memory at every call (several seconds). The system's own is used
 * while it is newer than the package status, else one in Greenroom's cache folder.
 */
export const cacheOptions = async (machine: Machine): Promise<readonly string[]> => {
  const folder = machine.host.cacheFolder;
  if (folder === undefined) return [];
  const [cache, status] = await Promise.all([machine.stat(SYSTEM_CACHE), machine.stat(STATUS)]);
  if (cache !== undefined && status !== undefined && cache.modifiedMs >= status.modifiedMs) return [];
  return [
    '-o',
    `Dir::Cache=${folder}`,
    '-o',
    'Dir::Cache::pkgcache=pkgcache.bin',
    '-o',
    'Dir::Cache::srcpkgcache=srcpkgcache.bin',
  ];
};

/** `Date: Fri, 20 Nov 2026 00:12:41 UTC` of an InRelease file: when the archive signed the index that is on this disk. */
const signedAt = (text: string): IsoTime | undefined => {
  const date = /^Date: (.+)$/m.exec(text.slice(0, 4096))?.[1];
  return date === undefined ? undefined : isoTime(Date.parse(date));
};

export const apt: UpdateSource = {
  sign: '/usr/bin/apt-get',

  pending: async (machine) => {
    const args = ['list', '--upgradable', '-o', 'Debug::NoLocking=1', ...(await cacheOptions(machine))];
    const { code, stdout, stderr } = await runRequired(machine, '/usr/bin/apt', args, { timeoutMs: 30_000 });
    if (code !== 0) {
      const told = /^E: (.+)$/m.exec(stderr)?.[1] ?? `exit code ${code}`;
      throw new FactUnavailable('unreadable', `apt could not list the updates: ${told}`);
    }
    return known({ updates: parseUpgradable(stdout), securityKnown: true }, 'apt list --upgradable');
  },

  lookedAt: async (machine) => {
    const names = (await machine.readDir(LISTS)) ?? [];
    const releases = names.filter((entry) => entry.name.endsWith('_InRelease')).map((entry) => entry.name);
    if (releases.length === 0) return known('never', LISTS);
    // The base suite of a stable release is signed a few times a year; security suites are signed again every few days.
    const security = releases.filter((name) => /[-_]security_InRelease$/.test(name));
    const telling = security.length > 0 ? security : releases;
    const signed = await Promise.all(
      telling.map(async (name) =>
        signedAt((await machine.readText(`${LISTS}/${name}`, { maxBytes: 4_194_304 })) ?? ''),
      ),
    );
    const stamp = await machine.stat('/var/lib/apt/periodic/update-success-stamp');
    const time = newestOf([...signed, stamp === undefined ? undefined : isoTime(stamp.modifiedMs)]);
    return timeOr(time, `${LISTS}/${telling[0]}`, 'The package index on this computer does not say how old it is.');
  },

  installedAt: async (machine) => {
    for (const file of ['/var/log/dpkg.log', '/var/log/dpkg.log.1']) {
      const text = await machine.readText(file);
      const last = text?.match(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} upgrade /gm)?.at(-1);
      if (last !== undefined) return timeOr(localTime(last.slice(0, 19), machine.host), file, `${file} holds no date.`);
    }
    throw new FactUnavailable('unreadable', 'The logs on this computer do not show when updates were last installed.');
  },
};
