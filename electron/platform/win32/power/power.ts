/** Owns how long the computer stays on: its battery, and when it goes to sleep as it is powered now. */

import { known } from '../../../core/facts/fact.ts';
import type { Power } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { battery } from './battery.ts';
import { sleepAfter } from './power-settings.ts';

export const power = reader<Power>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const found = await battery(machine);
  const sleep = await sleepAfter(machine);
  const seconds = (found?.onMains === false ? sleep?.onBattery : sleep?.onMains) ?? 0;
  const sleepAfterMinutes = seconds === 0 ? null : Math.max(1, Math.round(seconds / 60));
  return known({ battery: found, sleepAfterMinutes }, 'Win32_Battery and the power plan');
});
