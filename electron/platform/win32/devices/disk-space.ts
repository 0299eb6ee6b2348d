/** Owns how much room is left on the drive that Windows runs from. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DiskSpace } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { systemDrive } from '../system-program.ts';

export const diskSpace = reader<DiskSpace>(5_000, async (machine) => {
  const volume = systemDrive(machine);
  const space = await machine.freeSpace(`${volume}\\`);
  if (space === undefined || !(space.totalBytes > 0))
    throw new FactUnavailable('unreadable', `Windows did not say how much room is left on ${volume}.`);
  return known({ volume, ...space }, `Free space on ${volume}`);
});
