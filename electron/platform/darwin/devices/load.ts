/** Owns how busy processors and memory of a Mac are, and with what. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Load } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { runRequired } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { programName, type RunningProgram, runningPrograms } from '../processes.ts';

const words = messages('macos-load', {
  untold: 'macOS didn’t say how busy it is.',
});

const SYSCTL = '/usr/sbin/sysctl';
const PROCESSORS = 'hw.logicalcpu';
/** Percent of memory that is free or can be freed at once; "free memory" alone is close to nought on every Mac. */
const MEMORY = 'kern.memorystatus_level';

/** At most so many are named, from so many percent of one processor on. */
const MOST = 3;
const NOTABLE = 10;

const group = (running: readonly RunningProgram[]): ReadonlyMap<string, number> => {
  const groups = new Map<string, number>();
  for (const { path, percent } of running) {
    const name = programName(path);
    groups.set(name, (groups.get(name) ?? 0) + percent);
  }
  return groups;
};

/** Programs that use the most, with everything that belongs to them, in percent of one processor. */
export const busiestPrograms = (running: readonly RunningProgram[]): readonly (readonly [string, number])[] =>
  [...group(running)]
    .filter(([, percent]) => percent >= NOTABLE)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST);

export const load = reader<Load>(5_000, async (machine) => {
  const [running, { code, stdout }] = await Promise.all([
    runningPrograms(machine),
    runRequired(machine, SYSCTL, [PROCESSORS, MEMORY], { timeoutMs: 5_000 }),
  ]);
  const number = (key: string): number =>
    Number(new RegExp(`^${key}: (\\d{1,4})$`, 'm').exec(stdout)?.[1] ?? Number.NaN);
  const [processors, memoryFree] = [number(PROCESSORS), number(MEMORY)];
  if (code !== 0 || !(processors > 0) || !(memoryFree <= 100)) throw new FactUnavailable('unreadable', words.untold);
  const share = (percent: number): number => Math.min(100, Math.round((percent / processors) * 10) / 10);
  return known(
    {
      processorPercent: share(running.reduce((sum, { percent }) => sum + percent, 0)),
      memoryPercent: 100 - memoryFree,
      busiest: busiestPrograms(running).map(([name, percent]) => ({ name, percent: share(percent) })),
    },
    'ps -axww, sysctl',
  );
});
