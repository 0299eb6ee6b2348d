/** Owns the choice of the package system that tells about updates, and the three facts read from it. */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { PendingUpdates } from '../../../core/facts/index.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import type { IsoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { apt } from './apt.ts';
import { dnf } from './dnf.ts';
import { image } from './image.ts';
import { parseOsRelease } from './operating-system.ts';
import { pacman } from './pacman.ts';
import { rpmOstree } from './rpm-ostree.ts';
import type { UpdateSource } from './update-source.ts';
import { zypper } from './zypper.ts';

const words = messages('linux-updates', {
  portage: 'Portage takes minutes to say what’s waiting, so Greenroom doesn’t ask it.',
  noAge: '{tool} keeps no list of updates that says how old it is.',
  snaps: 'This system consists of snaps, which update themselves and keep no list.',
  unknownWay: 'Greenroom doesn’t know how this Linux is updated.',
});

/** First match counts: an image-based system also carries its distribution's package tool, which does not rule it. */
const sources: readonly UpdateSource[] = [rpmOstree, apt, zypper, dnf, pacman];

/** Systems that are replaced as a whole without rpm-ostree, though one of them carries pacman. */
const IMAGES = ['steamos', 'nixos'];

/** How those are updated whose package tools Greenroom does not read. */
const byOthers: Readonly<Record<string, Message>> = {
  gentoo: words.portage,
  alpine: words.noAge({ tool: product('apk') }),
  void: words.noAge({ tool: product('xbps') }),
  'ubuntu-core': words.snaps,
};

const sourceOf = async (machine: Machine): Promise<Omit<UpdateSource, 'sign'>> => {
  const release = parseOsRelease((await optional(machine.readText('/etc/os-release'))) ?? '');
  const id = release.get('ID') ?? '';
  if (IMAGES.includes(id)) return image;
  for (const source of sources) {
    if ((await machine.stat(source.sign)) !== undefined) return source;
  }
  const reason = Object.hasOwn(byOthers, id) ? byOthers[id] : undefined;
  throw new FactUnavailable('unsupported', reason ?? words.unknownWay);
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
