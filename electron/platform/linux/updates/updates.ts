/** Owns the choice of the package system that tells about updates, and the three facts read from it. */
import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { PendingUpdates } from '../../../core/facts/index.ts';
import type { IsoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { apt } from './apt.ts';
import { dnf } from './dnf.ts';
import { pacman } from './pacman.ts';
import { rpmOstree } from './rpm-ostree.ts';
import type { UpdateSource } from './update-source.ts';
import { zypper } from './zypper.ts';

/** First match counts: an image-based system also carries its distribution's package tool, which does not rule it. */
const sources: readonly UpdateSource[] = [rpmOstree, apt, zypper, dnf, pacman];

const sourceOf = async (machine: Machine): Promise<UpdateSource> => {
  for (const source of sources) {
    if ((await machine.stat(source.sign)) !== undefined) return source;
  }
  throw new FactUnavailable('unsupported', 'Greenroom does not know how this Linux is updated.');
};

export const pendingUpdates = reader<PendingUpdates>(30_000, async (machine) =>
  (await sourceOf(machine)).pending(machine),
);
export const updatesLookedAt = reader<IsoTime | 'never'>(5_000, async (machine) =>
  (await sourceOf(machine)).lookedAt(machine),
);
export const updatesInstalledAt = reader<IsoTime>(5_000, async (machine) =>
  (await sourceOf(machine)).installedAt(machine),
);
