/** Owns how much room is left for recordings and updates: on the volume of the home folder, which shares it with the system's. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DiskSpace } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';

export const diskSpace = reader<DiskSpace>(5_000, async (machine) => {
  const { home } = machine.host;
  const space = await machine.freeSpace(home);
  if (space === undefined) throw new FactUnavailable('unreadable', reasons.homeMissing);
  return known({ volume: 'the startup disk', ...space }, home);
});
