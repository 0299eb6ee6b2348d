/** Owns the fix "keep this computer awake until the call ends": a hold that ends with Greenroom, also when that is killed. */
import { messages } from '../messages/messages.ts';
import { instant } from '../messages/value.ts';
import { type Fix, OWNER, printed, type Way } from './fix.ts';

const words = messages('fix-keep-awake', {
  label: 'Keep this computer awake',
  describe: 'Keeps the computer from going to sleep by itself until the call ends. It ends with Greenroom.',
  says: 'Keeps this computer from going to sleep by itself until {until}. The battery drains faster meanwhile.',
  did: 'Kept this computer awake until {until}.',
});

const INHIBIT = '/usr/bin/systemd-inhibit';

const logind: Way = {
  id: 'logind',
  programs: [INHIBIT, '/usr/bin/tail'],
  asks: [
    { program: INHIBIT, args: ['--list', '--no-pager', '--no-legend'] },
    { program: '/usr/bin/id', args: ['-u'] },
  ],
  choices: (seen) => {
    const before = logind.value(seen, '');
    if (before === undefined) return undefined;
    if (before.held === true) return [];
    const told = { until: instant(seen.until, 'clock') };
    return [{ key: '', says: words.says(told), did: words.did(told), before, after: { held: true } }];
  },
  // `Greenroom 1001 jo 2399 systemd-inhibit sleep:idle For the call block`: another account's ends with its own call.
  value: ({ answers: [list, id] }) => {
    const [rows, own] = [printed(list)?.split('\n'), printed(id)?.trim()];
    if (rows === undefined || own === undefined || own === '') return undefined;
    const holder = /^Greenroom\s+(\d+)\s+\S+\s+\d+\s+\S+\s+(?:\S*:)?sleep(?::\S*)?\s.*\bblock\s*$/;
    return { held: rows.some((row) => holder.exec(row)?.[1] === own) };
  },
  steps: (_seen, _key, { held }) =>
    held === true
      ? [
          {
            does: 'hold',
            program: INHIBIT,
            args: [
              '--what=idle:sleep',
              '--who=Greenroom',
              '--why=For the call',
              '--mode=block',
              '/usr/bin/tail',
              `--pid=${OWNER}`,
              '-f',
              '/dev/null',
            ],
          },
        ]
      : undefined,
};

/** The program's own hold, which the system ends with it. */
const blocker: Way = {
  id: 'blocker',
  programs: [],
  asks: [],
  choices: (seen) => {
    if (seen.awake !== false) return seen.awake === true ? [] : undefined;
    const told = { until: instant(seen.until, 'clock') };
    return [{ key: '', says: words.says(told), did: words.did(told), before: { held: false }, after: { held: true } }];
  },
  value: ({ awake }) => (awake === undefined ? undefined : { held: awake }),
  steps: (_seen, _key, { held }) => (held === true ? [{ does: 'awake' }] : undefined),
};

export const keepAwake: Fix = {
  id: 'keep-awake',
  label: words.label,
  describe: words.describe,
  changes: 'hold',
  gate: 'any',
  seconds: { usual: 1, worst: 10 },
  lasts: 'call',
  undo: 'end-hold',
  facts: [],
  ways: { linux: [logind], darwin: [blocker], win32: [blocker] },
};
