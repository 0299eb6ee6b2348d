/** Owns what dnf tells about updates, from metadata that is already on the disk (`-C`): it never goes to the network. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { isoTime } from '../../../core/text/time.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reasons } from '../../reasons.ts';
import { rpmPackages } from '../apps/packages/rpm-database.ts';
import { advisedIn, lookedAt } from './dnf-cache.ts';
import { newestOf, timeOr, type UpdateSource } from './update-source.ts';

const words = messages('dnf', {
  none: 'dnf has no list of updates on this computer that this account may use.',
  installedAt: 'The package database doesn’t say when updates were installed.',
});

interface Row {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
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
    if (words.length > 3 || !/\.[a-z0-9_]+$/.test(package_) || !/[0-9]/.test(version)) {
      throw new FactUnavailable('unreadable', reasons.answered({ program: product('dnf') }));
    }
    rows.push({ name: package_.replace(/\.[a-z0-9_]+$/, ''), version, repository });
    words = [];
  }
  return rows;
};

/** A plug-in of RHEL says so to every account but root, whatever the list holds. */
const withoutChatter = (text: string): string =>
  text.replace(/^(?:Not root, |Updating )Subscription Management repositories.*$/gm, '');

/** dnf says 100 for updates and 0 for none; 0 with a message means that it had nothing to look in. */
const checkUpdate = async (machine: Machine, args: readonly string[]): Promise<readonly Row[]> => {
  const result = await runRequired(machine, '/usr/bin/dnf', ['-C', '-q', 'check-update', ...args], {
    timeoutMs: 20_000,
  });
  const { code } = result;
  const [stdout, stderr] = [withoutChatter(result.stdout), withoutChatter(result.stderr)];
  if (code === 100) return parseCheckUpdate(stdout);
  if (code === 0 && stderr.trim() === '' && stdout.trim() === '') return [];
  throw new FactUnavailable('unreadable', words.none);
};

export const dnf: UpdateSource = {
  sign: '/usr/bin/dnf',

  pending: async (machine) => {
    const [all, security] = await Promise.all([checkUpdate(machine, []), checkUpdate(machine, ['--security'])]);
    const fixes = new Set(security.map((row) => row.name));
    const source = 'dnf -C check-update';
    if (all.length === 0) return known({ updates: [] }, source);
    const [advised, installed] = await Promise.all([advisedIn(machine), optional(rpmPackages(machine))]);
    const updates = all.map(({ name, version, repository }): PendingUpdate => {
      const replaced =
        installed?.filter((one) => one.name === name).map(({ installedMs }) => isoTime(installedMs)) ?? [];
      const replacesOf = newestOf(replaced);
      return {
        name,
        version,
        security: fixes.has(name) ? true : advised(repository) ? false : null,
        ...(replacesOf === undefined ? {} : { replacesOf }),
      };
    });
    return known({ updates }, source);
  },

  lookedAt,

  installedAt: async (machine) => {
    const newest = (await rpmPackages(machine)).reduce((latest, { installedMs }) => Math.max(latest, installedMs), 0);
    return timeOr(isoTime(newest), 'RPM database', words.installedAt);
  },
};
