/** Owns what Windows says of the battery. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { Power } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { section } from '../section.ts';

const words = messages('windows-battery', {
  none: 'Windows names no battery, though this may be a laptop.',
  level: 'Windows didn’t say how full the battery is, or whether it is being used.',
  several: 'Windows doesn’t say how much several batteries hold together.',
});

const number = v.nullish(v.number(), null);
const schema = v.object({
  kind: number,
  batteries: v.array(v.object({ state: number, percent: number, minutes: number })),
});

/** `PCSystemType` of desktop computers, workstations, servers and appliances; 2 is portable, 0 is not told. */
const stationary = [1, 3, 4, 5, 6, 7];
/** A day and more is no estimate: Windows puts 71 582 788 minutes where it has none. */
const MAX_MINUTES = 1_440;
/** `Win32_Battery.BatteryStatus`: 2 is "on mains"; 6 to 9 are charging at various levels; 1, 4 and 5 are discharging, low, critical. */
const onMainsBy: Readonly<Record<number, boolean>> = {
  1: false,
  2: true,
  4: false,
  5: false,
  6: true,
  7: true,
  8: true,
  9: true,
};

/** Null on a computer without a battery. Throws `FactUnavailable` where the numbers do not fit together. */
export const battery = async (machine: Machine): Promise<Power['battery']> => {
  const { kind, batteries } = await section(machine, 'battery', schema);
  if (batteries.length === 0) {
    if (!stationary.includes(kind ?? 0)) throw new FactUnavailable('unreadable', words.none);
    return null;
  }
  const states = batteries.map(({ state }) => onMainsBy[state ?? 0]);
  const percents = batteries.map(({ percent }) => percent ?? Number.NaN);
  // One of two batteries may rest while the other is used.
  const onMains = states.every((it) => it === true);
  if (states.includes(undefined) || !percents.every((it) => it >= 0 && it <= 100))
    throw new FactUnavailable('unreadable', words.level);
  if (!onMains && batteries.length > 1) throw new FactUnavailable('unsupported', words.several);
  const minutes = batteries[0]?.minutes ?? null;
  const isEstimate = !onMains && minutes !== null && minutes > 0 && minutes < MAX_MINUTES;
  return { percent: Math.min(...percents), onMains, minutesLeft: isEstimate ? minutes : null };
};
