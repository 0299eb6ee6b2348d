/** Owns what apt tells about updates, from its own cached index: no network, no lock, no root. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place, product, quote } from '../../../core/messages/value.ts';
import type { IsoTime } from '../../../core/text/time.ts';
import { localTime } from '../../local-time.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reasons } from '../../reasons.ts';
import { lookedAt, setsSecurityApart } from './apt-lists.ts';
import { timeOr, type UpdateSource } from './update-source.ts';

const words = messages('apt', {
  notPrinted: 'apt didn’t print its list of updates.',
  failed: 'apt couldn’t list the updates: {error}',
  noDate: '{file} holds no date.',
  logs: 'The logs on this computer don’t show when updates were last installed.',
});

const SYSTEM_CACHE = '/var/cache/apt/pkgcache.bin';
const STATUS = '/var/lib/dpkg/status';

/** `name/suite[,suite] version architecture [upgradable from: version]` */
const LINE = /^([a-z0-9][a-z0-9+.-]*)\/(\S+) (\S+) (\S+) \[upgradable from: (\S+)\]$/;

/**
 * Only where fixes have a suite of their own does `-updates` hold none. All other suites may: point releases of Debian,
 * rolling ones, backports, and the sources of a derivative or of somebody else.
 */
const classOf = (suites: readonly string[], apart: boolean): boolean | null => {
  if (suites.some((suite) => suite.endsWith('-security'))) return true;
  return apart && suites.every((suite) => /^[a-z]+-updates$/.test(suite)) ? false : null;
};

/**
 * The list that `apt list --upgradable` prints under LC_ALL=C.UTF-8; `apart`: there is a source for security fixes alone.
 * Throws `FactUnavailable` when it is something else.
 */
export const parseUpgradable = (stdout: string, apart: boolean): readonly PendingUpdate[] => {
  const lines = stdout.split('\n').filter((line) => line.trim() !== '');
  if (!lines[0]?.startsWith('Listing')) throw new FactUnavailable('unreadable', words.notPrinted);
  return lines.slice(1).map((line) => {
    const match = LINE.exec(line);
    if (match === null) throw new FactUnavailable('unreadable', reasons.answered({ program: product('apt') }));
    const [, name = '', suites = '', version = ''] = match;
    return { name, version, security: classOf(suites.split(','), apart) };
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

/** Packages that whoever looks after the computer has put on hold. */
const heldIn = (status: string): ReadonlySet<string> =>
  new Set([...status.matchAll(/^Package: (\S+)\nStatus: hold /gm)].map(([, name = '']) => name));

/** The names under one heading of apt's simulation: each on lines that begin with two blanks. */
const namesUnder = (stdout: string, heading: RegExp): ReadonlySet<string> => {
  const lines = stdout.split('\n');
  const start = lines.findIndex((line) => heading.test(line));
  const names: string[] = [];
  for (const line of start === -1 ? [] : lines.slice(start + 1)) {
    if (!line.startsWith('  ')) break;
    names.push(...line.trim().split(/\s+/));
  }
  return new Set(names);
};

/** Ubuntu hands out what is no security fix to a few computers first; a simulation names what is not this one's turn yet. */
const phased = async (machine: Machine, options: readonly string[]): Promise<ReadonlySet<string>> => {
  const release = await optional(machine.readText('/etc/os-release'));
  if (!/^ID(?:_LIKE)?=.*ubuntu/m.test(release ?? '')) return new Set();
  const args = ['-s', '-o', 'Debug::NoLocking=1', ...options, 'upgrade'];
  const answer = await optional(runRequired(machine, '/usr/bin/apt', args, { timeoutMs: 20_000 }));
  return namesUnder(answer?.code === 0 ? answer.stdout : '', /due to phasing:$/);
};

/** So few updates may all have come out today. */
const FEW = 10;

const LOGS = ['/var/log/dpkg.log', '/var/log/dpkg.log.1'];

/** When each waiting package was last touched, by the logs: what they do not name was left alone since they begin. */
const touchedIn = (text: string, machine: Machine): ((name: string) => IsoTime | undefined) => {
  const begins = /^\S+ \S+(?= (?:startup archives unpack|install |upgrade ))/m.exec(text)?.[0] ?? '';
  const last = new Map(
    [...text.matchAll(/^(\S+ \S+) (?:install|upgrade) ([^\s:]+)/gm)].map(([, at = '', name = '']) => [name, at]),
  );
  // Earlier recordings call each of them the same.
  return (name) => localTime(last.get(name) ?? last.get('package') ?? begins, machine.host);
};

/** Whether any line of this log's run upgrades, and its new packages are fewer: one that is added may pull a few along. */
const isUpgrade = (run: string): boolean => {
  const count = (pattern: RegExp): number => run.match(pattern)?.length ?? 0;
  const added = count(/^\S+ \S+ install (?!linux-)/gm);
  return count(/^\S+ \S+ upgrade /gm) > added;
};

export const apt: UpdateSource = {
  sign: '/usr/bin/apt-get',

  pending: async (machine) => {
    const options = await cacheOptions(machine);
    const args = ['list', '--upgradable', '-o', 'Debug::NoLocking=1', ...options];
    const { code, stdout, stderr } = await runRequired(machine, '/usr/bin/apt', args, { timeoutMs: 30_000 });
    if (code !== 0) {
      const told = /^E: (.+)$/m.exec(stderr)?.[1] ?? `exit code ${code}`;
      throw new FactUnavailable('unreadable', words.failed({ error: quote(told) }));
    }
    const apart = (await optional(setsSecurityApart(machine))) ?? false;
    const listed = parseUpgradable(stdout, apart);
    if (listed.length === 0) return known({ updates: [] }, 'apt list --upgradable');
    const isPhased = listed.some(({ security }) => security === false);
    // How far back they were left alone says something only of many.
    const logs = listed.length > FEW ? LOGS.toReversed() : [];
    const [later, status, ...texts] = await Promise.all([
      isPhased ? phased(machine, options) : new Set(),
      optional(machine.readText(STATUS)),
      ...logs.map((file) => optional(machine.readText(file))),
    ]);
    const touched = touchedIn(texts.join(''), machine);
    const held = heldIn(status ?? '');
    const updates = listed.map((found): PendingUpdate => {
      const replacesOf = touched(found.name);
      const update = replacesOf === undefined ? found : { ...found, replacesOf };
      if (held.has(update.name)) return { ...update, keptBack: 'held' };
      return later.has(update.name) && update.security !== true ? { ...update, keptBack: 'phased' } : update;
    });
    return known({ updates }, 'apt list --upgradable');
  },

  lookedAt,

  installedAt: async (machine) => {
    for (const file of LOGS) {
      const text = (await machine.readText(file)) ?? '';
      const run = text.split(/^(?=\S+ \S+ startup archives unpack)/m).findLast(isUpgrade);
      const last = run?.match(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} upgrade /gm)?.at(-1);
      if (last !== undefined)
        return timeOr(localTime(last.slice(0, 19), machine.host), file, words.noDate({ file: place(file) }));
    }
    throw new FactUnavailable('unreadable', words.logs);
  },
};
