/** Owns what zypper tells about updates, from metadata that is already on the disk. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate } from '../../../core/facts/index.ts';
import { isoTime } from '../../../core/text/time.ts';
import { runRequired } from '../../machine/machine.ts';
import { dnf } from './dnf.ts';
import { newestOf, timeOr, type UpdateSource } from './update-source.ts';

const QUIET = ['--xmlout', '--non-interactive', '--no-refresh'];
const RAW = '/var/cache/zypp/raw';

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The `<update …>` elements of zypper's XML. `--category` has no effect on it, so the class is read from each element. */
export const parseUpdates = (xml: string): readonly PendingUpdate[] => {
  if (!xml.includes('</update-status>'))
    throw new FactUnavailable('unreadable', 'zypper did not print its list of updates to the end.');
  return (xml.match(/<update\s[^>]*>/g) ?? []).map((tag) => {
    const version = attribute(tag, 'edition');
    return {
      name: attribute(tag, 'name') ?? '',
      ...(version === undefined ? {} : { version }),
      security: attribute(tag, 'category') === 'security',
    };
  });
};

export const zypper: UpdateSource = {
  sign: '/usr/bin/zypper',

  pending: async (machine) => {
    const run = async (what: string) => {
      const { code, stdout } = await runRequired(machine, '/usr/bin/zypper', [...QUIET, what], { timeoutMs: 20_000 });
      if (code !== 0) throw new FactUnavailable('unreadable', 'zypper could not list the updates.');
      return parseUpdates(stdout);
    };
    const [patches, packages] = await Promise.all([run('list-patches'), run('list-updates')]);
    const security = patches.filter((patch) => patch.security);
    // Tumbleweed publishes no patches, only newer packages: which of them fix faults is not told.
    const securityKnown = patches.length > 0 || packages.length === 0;
    return known({ updates: [...security, ...packages], securityKnown }, 'zypper list-patches, list-updates');
  },

  lookedAt: async (machine) => {
    const folders = (await machine.readDir(RAW)) ?? [];
    const cookies = await Promise.all(folders.map((entry) => machine.stat(`${RAW}/${entry.name}/cookie`)));
    const newest = newestOf(cookies.map((cookie) => (cookie === undefined ? undefined : isoTime(cookie.modifiedMs))));
    return timeOr(newest, RAW, 'zypper keeps no list of updates on this computer.');
  },

  installedAt: dnf.installedAt,
};
