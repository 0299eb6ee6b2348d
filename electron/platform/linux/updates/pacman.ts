/** Owns what pacman tells about updates. It only knows the databases of its last synchronisation, so their age decides. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate } from '../../../core/facts/index.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { timeOr, type UpdateSource } from './update-source.ts';

const LOG = '/var/log/pacman.log';

/** `name old -> new`; a line that ends in `[ignored]` is left out. Arch does not class its updates. */
export const parseUpgrades = (stdout: string): readonly PendingUpdate[] =>
  stdout
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.endsWith('[ignored]'))
    .map((line) => {
      const match = /^(\S+) \S+ -> (\S+)$/.exec(line);
      if (match === null)
        throw new FactUnavailable(
          'unreadable',
          'pacman printed its list of updates in a form Greenroom does not know.',
        );
      return { name: match[1] ?? '', version: match[2] ?? '', security: false };
    });

/** The time of the last line that matches, as `[2026-11-20T10:11:12+0100] …`; older logs write `[2026-11-20 10:11]`. */
const lastLine = async (machine: Machine, pattern: RegExp): Promise<IsoTime | undefined> => {
  const lines = ((await machine.readText(LOG)) ?? '').match(pattern) ?? [];
  const stamp = /^\[([^\]]+)\]/.exec(lines.at(-1) ?? '')?.[1];
  return stamp === undefined ? undefined : isoTime(Date.parse(stamp.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
};

export const pacman: UpdateSource = {
  sign: '/usr/bin/pacman',

  pending: async (machine) => {
    const { code, stdout, stderr } = await runRequired(machine, '/usr/bin/pacman', ['-Qu']);
    // Exit code 1 is both "none" and "failed"; only a failure says something.
    if ((code !== 0 && code !== 1) || stderr.trim() !== '')
      throw new FactUnavailable('unreadable', 'pacman could not list the updates.');
    return known({ updates: parseUpgrades(stdout), securityKnown: false }, 'pacman -Qu');
  },

  lookedAt: async (machine) =>
    timeOr(
      await lastLine(machine, /^\[.*synchronizing package lists.*$/gm),
      LOG,
      'The log of pacman does not show when it last looked for updates.',
    ),

  installedAt: async (machine) =>
    timeOr(
      await lastLine(machine, /^\[.*starting full system upgrade.*$/gm),
      LOG,
      'The log of pacman does not show when updates were installed.',
    ),
};
