/** Owns the battery of a Linux computer, from the kernel's own files, and when its desktop puts it to sleep. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Power } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { desktopOf, gnomeSettings, numberOf } from '../desktop.ts';

const words = messages('linux-power', {
  level: 'The battery doesn’t say how full it is.',
  powered: 'The kernel doesn’t say what powers this computer.',
});

const SUPPLIES = '/sys/class/power_supply';

/** `POWER_SUPPLY_CAPACITY=87` lines of one supply, by the part after the prefix. */
type Supply = ReadonlyMap<string, string>;

export const parseSupply = (text: string): Supply =>
  new Map(
    text.split('\n').flatMap((line) => {
      const match = /^POWER_SUPPLY_([A-Z_]{1,60})=(.{0,200})$/.exec(line);
      return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
    }),
  );

const number = (supply: Supply, name: string): number | undefined => {
  const text = supply.get(name);
  return text === undefined || !/^-?\d{1,15}$/.test(text) ? undefined : Math.abs(Number(text));
};

const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce((total, value) => (total === undefined || value === undefined ? undefined : total + value), 0);

/** Charge of all batteries together: each by its size where they tell it, else their mean. */
const percentOf = (batteries: readonly Supply[]): number => {
  for (const kind of ['ENERGY', 'CHARGE']) {
    const now = sum(batteries.map((it) => number(it, `${kind}_NOW`)));
    const full = sum(batteries.map((it) => number(it, `${kind}_FULL`)));
    if (batteries.length > 1 && now !== undefined && full !== undefined && full > 0) return (100 * now) / full;
  }
  const capacities = sum(batteries.map((it) => number(it, 'CAPACITY')));
  if (capacities === undefined) throw new FactUnavailable('unreadable', words.level);
  return capacities / batteries.length;
};

/** Minutes until empty as the battery is used now; null when it does not say. */
const minutesLeft = (batteries: readonly Supply[]): number | null => {
  for (const [kind, rate] of [
    ['ENERGY', 'POWER'],
    ['CHARGE', 'CURRENT'],
  ]) {
    const now = sum(batteries.map((it) => number(it, `${kind}_NOW`)));
    const used = sum(batteries.map((it) => number(it, `${rate}_NOW`)));
    if (now !== undefined && used !== undefined && used > 0) return Math.round((60 * now) / used);
  }
  return null;
};

/** Batteries of mice, headsets and phones say that they belong to a device. */
const ofComputer = (supply: Supply): boolean => supply.get('SCOPE')?.toLowerCase() !== 'device';

export const readBattery = async (machine: Machine): Promise<Power['battery']> => {
  const entries = (await machine.readDir(SUPPLIES, { maxEntries: 200 })) ?? [];
  const texts = await Promise.all(
    entries.map(({ name }) => machine.readText(`${SUPPLIES}/${name}/uevent`, { maxBytes: 65_536 })),
  );
  const all = texts.map((text) => parseSupply(text ?? ''));
  if (!all.every((it) => it.has('TYPE'))) {
    throw new FactUnavailable('unreadable', words.powered);
  }
  const supplies = all.filter(ofComputer);
  const batteries = supplies.filter((it) => it.get('TYPE') === 'Battery' && it.get('PRESENT') !== '0');
  if (batteries.length === 0) return null;
  const percent = Math.round(Math.min(100, percentOf(batteries)));
  const plugs = supplies.filter((it) => it.get('TYPE') !== 'Battery' && it.has('ONLINE'));
  const discharging = batteries.some((it) => it.get('STATUS') === 'Discharging');
  const onMains = plugs.length === 0 ? !discharging : plugs.some((it) => it.get('ONLINE') !== '0');
  return { percent, onMains, minutesLeft: onMains ? null : minutesLeft(batteries) };
};

/** Minutes until GNOME puts the computer to sleep; null for never, and for every other desktop. */
const sleepAfter = async (machine: Machine, onMains: boolean): Promise<number | null> => {
  if (desktopOf(machine) !== 'gnome') return null;
  const setting = await gnomeSettings(machine);
  const name = `org.gnome.settings-daemon.plugins.power sleep-inactive-${onMains ? 'ac' : 'battery'}`;
  const seconds = numberOf(setting, `${name}-timeout`);
  const sleeps = ['suspend', 'hibernate', 'shutdown'].includes(setting(`${name}-type`));
  return sleeps && seconds > 0 ? Math.round(seconds / 60) : null;
};

export const power = reader<Power>(5_000, async (machine) => {
  const battery = await readBattery(machine);
  // Where the desktop does not answer, the battery is known all the same.
  const sleepAfterMinutes = (await optional(sleepAfter(machine, battery?.onMains ?? true))) ?? null;
  return known({ battery, sleepAfterMinutes }, SUPPLIES);
});
