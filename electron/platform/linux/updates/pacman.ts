/** Owns what pacman tells about updates. It only knows the databases of its last synchronisation, so their age decides. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import { runRequired } from '../../machine/machine.ts';
import { reasons } from '../../reasons.ts';
import { timeOr, type UpdateSource } from './update-source.ts';

const words = messages('pacman', {
  failed: 'pacman couldn’t list the updates.',
  lookedAt: 'The log of pacman doesn’t show when it last looked for updates.',
  installedAt: 'The log of pacman doesn’t show when updates were installed.',
});

const LOG = '/var/log/pacman.log';

/** `name old -> new`, with `[ignored]` where somebody holds it back. Arch does not class its updates. */
export const parseUpgrades = (stdout: string): readonly PendingUpdate[] =>
  stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const match = /^(\S+) \S+ -> (\S+)( \[ignored\])?$/.exec(line);
      if (match === null) throw new FactUnavailable('unreadable', reasons.answered({ program: product('pacman') }));
      const held = match[3] === undefined ? {} : ({ keptBack: 'held' } as const);
      return { name: match[1] ?? '', version: match[2] ?? '', security: null, ...held };
    });

/** `[2026-11-20T10:11:12+0100] …`; older logs write `[2026-11-20 10:11]`. */
const timeOf = (line: string | undefined): IsoTime | undefined => {
  const stamp = /^\[([^\]]+)\]/.exec(line ?? '')?.[1];
  return stamp === undefined ? undefined : isoTime(Date.parse(stamp.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
};

/** Programs' warnings about their own settings say nothing of the list. */
const complains = (stderr: string): boolean =>
  stderr.split('\n').some((line) => line.trim() !== '' && !line.startsWith('warning: '));

/** The last upgrade of everything that brought something: one that found nothing to do shows only what the mirror has. */
const lastUpgrade = (log: string): IsoTime | undefined => {
  const runs = log
    .split(/^(?=\[.*starting full system upgrade)/m)
    .filter((run) => run.includes('starting full system'));
  const brought = runs.findLast((run) => {
    // What is installed by hand afterwards begins with a command of its own.
    const own = run.split(/^\[[^\]]*\] \[PACMAN\] Running /m)[0] ?? '';
    return /^\[.*\[ALPM\] upgraded /m.test(own);
  });
  // A log that was shortened keeps none of what it brought.
  return timeOf(brought ?? (log.includes('[ALPM] upgraded ') ? undefined : runs.at(-1)));
};

export const pacman: UpdateSource = {
  sign: '/usr/bin/pacman',

  pending: async (machine) => {
    const { code, stdout, stderr } = await runRequired(machine, '/usr/bin/pacman', ['-Qu']);
    // Exit code 1 is both "none" and "failed"; only a failure says something.
    if ((code !== 0 && code !== 1) || complains(stderr)) throw new FactUnavailable('unreadable', words.failed);
    return known({ updates: parseUpgrades(stdout) }, 'pacman -Qu');
  },

  lookedAt: async (machine) =>
    timeOr(
      timeOf(((await machine.readText(LOG)) ?? '').match(/^\[.*synchronizing package lists.*$/gm)?.at(-1)),
      LOG,
      words.lookedAt,
    ),

  installedAt: async (machine) => timeOr(lastUpgrade((await machine.readText(LOG)) ?? ''), LOG, words.installedAt),
};
