/** Owns the day of a system that is replaced as a whole, where only its own description tells it: SteamOS, NixOS. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reasons } from '../../reasons.ts';
import { parseOsRelease } from './operating-system.ts';
import type { UpdateSource } from './update-source.ts';

const words = messages('linux-image', {
  age: 'This system doesn’t say how old it is, and keeps no list of updates.',
});

/** "43.20261110.0", "20261110.1", "26.05.20261110.6143fc5": undefined where no day stands in it. */
export const imageDay = async (machine: Machine): Promise<IsoTime | undefined> => {
  const release = parseOsRelease((await optional(machine.readText('/etc/os-release'))) ?? '');
  const stated = ['OSTREE_VERSION', 'IMAGE_VERSION', 'BUILD_ID', 'VERSION_ID'].map((key) => release.get(key) ?? '');
  const day = /(?:^|\D)(20\d\d)(\d\d)(\d\d)(?:\D|$)/.exec(stated.join(' '));
  return day === null ? undefined : isoTime(Date.parse(day.slice(1, 4).join('-')));
};

const dayOrUnknown = async (machine: Machine): Promise<IsoTime> => {
  const day = await imageDay(machine);
  if (day !== undefined) return day;
  throw new FactUnavailable('unsupported', words.age);
};

/** A system without a list of its own: only its age is known. */
export const image: Omit<UpdateSource, 'sign'> = {
  pending: async (machine) => known({ updates: [], imageOf: await dayOrUnknown(machine) }, '/etc/os-release'),
  lookedAt: () => Promise.reject(new FactUnavailable('unsupported', reasons.lookedAt)),
  installedAt: async (machine) => known(await dayOrUnknown(machine), '/etc/os-release'),
};
