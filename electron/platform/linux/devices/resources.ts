/** Owns how much room a Linux computer has: on the disk, in the memory and on its processors. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DiskSpace, Load } from '../../../core/facts/index.ts';
import { place } from '../../../core/messages/value.ts';
import type { Processes } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';

export const diskSpace = reader<DiskSpace>(5_000, async (machine) => {
  const { home } = machine.host;
  const space = await machine.freeSpace(home);
  if (space === undefined) throw new FactUnavailable('unreadable', reasons.homeMissing);
  return known({ volume: home, ...space }, `file system of ${home}`);
});

/** Kibibytes of one row of proc(5) meminfo. */
const row = (text: string, name: string): number =>
  Number(new RegExp(`^${name}: +(\\d{1,15}) kB$`, 'm').exec(text)?.[1]);

/** Share of memory that cannot be freed at once. The kernel counts what it could give back as available. */
const memoryPercent = (text: string): number => {
  const percent = 100 * (1 - row(text, 'MemAvailable') / row(text, 'MemTotal'));
  if (!Number.isFinite(percent))
    throw new FactUnavailable('unreadable', reasons.form({ what: place('/proc/meminfo') }));
  return Math.min(100, Math.max(0, Math.round(percent * 10) / 10));
};

/** What stands in swap space, in bytes; undefined where there is none or it is not told. */
const swappedBytes = (text: string): number | undefined => {
  const [total, free] = [row(text, 'SwapTotal'), row(text, 'SwapFree')];
  return total > 0 && free >= 0 ? Math.max(0, total - free) * 1024 : undefined;
};

const MOST = 3;

/** Programs by their name, all their processes together; what uses next to nothing is left out, and Greenroom too. */
const busiest = ({ running }: Processes): Load['busiest'] => {
  const sums = new Map<string, number>();
  for (const { name, percent, own } of running) if (!own) sums.set(name, (sums.get(name) ?? 0) + percent);
  return [...sums]
    .map(([name, percent]) => ({ name, percent: Math.min(100, Math.round(percent * 10) / 10) }))
    .filter(({ name, percent }) => name !== '' && percent >= 1)
    .sort((a, b) => b.percent - a.percent)
    .slice(0, MOST);
};

export const load = reader<Load>(5_000, async (machine) => {
  const [processes, memory] = await Promise.all([
    machine.processes(),
    machine.readText('/proc/meminfo', { maxBytes: 65_536 }),
  ]);
  if (processes === undefined) throw new FactUnavailable('unreadable', reasons.running);
  const swapped = swappedBytes(memory ?? '');
  return known(
    {
      processorPercent: processes.processorPercent,
      memoryPercent: memoryPercent(memory ?? ''),
      ...(swapped === undefined ? {} : { swappedBytes: swapped }),
      busiest: busiest(processes),
    },
    '/proc/stat, /proc/meminfo',
  );
});
