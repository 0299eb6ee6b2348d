/** Owns battery, mains and the time until a Mac sleeps or goes dark. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Power } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { profiled, profilerSource } from '../system-profiler.ts';

const words = messages('macos-power', {
  battery: 'macOS didn’t describe its battery.',
  level: 'macOS didn’t say how full its battery is, or whether it is plugged in.',
});

const sources = ['AC Power', 'Battery Power', 'UPS Power'] as const;

interface Timers {
  readonly source: (typeof sources)[number];
  /** Minutes without input; 0 is never. */
  readonly display: number | undefined;
  readonly system: number | undefined;
}

/** The settings that hold as the Mac is powered now; undefined when it does not say which those are. */
const currentTimers = (entries: Awaited<ReturnType<typeof profiled<'SPPowerDataType'>>>): Timers | undefined => {
  const current = entries.flatMap((entry) =>
    sources.flatMap((source) => {
      const settings = entry[source];
      return settings?.['Current Power Source'] === 'TRUE'
        ? [{ source, display: settings['Display Sleep Timer'], system: settings['System Sleep Timer'] }]
        : [];
    }),
  );
  return current.length === 1 ? current[0] : undefined;
};

/** Minutes without input until the display turns off, as the Mac is powered now; 0 is never. Throws `FactUnavailable`. */
export const displaySleepMinutes = async (machine: Machine): Promise<number | undefined> =>
  currentTimers(await profiled(machine, 'SPPowerDataType'))?.display;

export const power = reader<Power>(10_000, async (machine) => {
  const entries = await profiled(machine, 'SPPowerDataType');
  const timers = currentTimers(entries);
  const battery = entries.find((entry) => entry._name === 'spbattery_information');
  // A Mac does not sleep while its display is on, so that the later of both times counts.
  const times = timers?.display === undefined || timers.system === undefined ? [] : [timers.display, timers.system];
  const sleepAfterMinutes = times.length === 0 || times.includes(0) ? null : Math.max(...times);
  if (battery === undefined) {
    if (timers?.source === 'AC Power' || timers?.source === 'UPS Power')
      return known({ battery: null, sleepAfterMinutes }, profilerSource('SPPowerDataType'));
    throw new FactUnavailable('unreadable', words.battery);
  }
  const percent = battery.sppower_battery_charge_info?.sppower_battery_state_of_charge;
  const charger = entries.flatMap((entry) => entry.sppower_battery_charger_connected ?? [])[0];
  const onMains =
    charger === 'TRUE' || charger === 'FALSE' ? charger === 'TRUE' : timers && timers.source !== 'Battery Power';
  if (percent === undefined || onMains === undefined) throw new FactUnavailable('unreadable', words.level);
  return known(
    { battery: { percent: Math.round(percent), onMains, minutesLeft: null }, sleepAfterMinutes },
    profilerSource('SPPowerDataType'),
  );
});
