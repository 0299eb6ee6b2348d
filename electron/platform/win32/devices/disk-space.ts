/** Owns how much room is left on the drive that Windows runs from. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DiskSpace } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place } from '../../../core/messages/value.ts';
import { reader } from '../../reader.ts';
import { systemDrive } from '../system-program.ts';

const words = messages('windows-disk-space', {
  untold: 'Windows didn’t say how much room is left on {volume}.',
});

export const diskSpace = reader<DiskSpace>(5_000, async (machine) => {
  const volume = systemDrive(machine);
  const space = await machine.freeSpace(`${volume}\\`);
  if (space === undefined || !(space.totalBytes > 0))
    throw new FactUnavailable('unreadable', words.untold({ volume: place(volume) }));
  return known({ volume, ...space }, `Free space on ${volume}`);
});
