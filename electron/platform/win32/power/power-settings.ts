/** Owns the power plan in use, of which powercfg tells one setting at a time. */

import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { systemProgram } from '../system-program.ts';

export interface PowerSetting {
  readonly onMains: number;
  readonly onBattery: number;
}

/**
 * The setting as numbers; undefined where this computer has no such setting. The labels are translated; the last two
 * hexadecimal numbers are the values on mains and on battery. They stand alone, or behind a least, a greatest and a step.
 */
const settingIn = (printed: string): PowerSetting | undefined => {
  const numbers = [...printed.matchAll(/\b0x([0-9a-f]{8})\b/gi)].map(([, digits = '']) => Number.parseInt(digits, 16));
  const [onMains, onBattery] = numbers.slice(-2);
  if (![2, 5].includes(numbers.length) || onMains === undefined || onBattery === undefined) return undefined;
  return { onMains, onBattery };
};

const query = async (machine: Machine, group: string, setting: string): Promise<PowerSetting | undefined> => {
  const args = ['/query', 'SCHEME_CURRENT', group, setting];
  const limits = { timeoutMs: 5_000, maxBytes: 1024 * 1024 };
  const result = await optional(machine.run(systemProgram(machine, 'powercfg.exe'), args, limits));
  return result?.code === 0 ? settingIn(result.stdout) : undefined;
};

/** Seconds without input until sleep; 0 is never. */
export const sleepAfter = (machine: Machine): Promise<PowerSetting | undefined> =>
  query(machine, 'SUB_SLEEP', 'STANDBYIDLE');

/** 1 when waking asks for the password, 0 when not. Computers with modern standby do not have this setting. */
export const lockOnWake = (machine: Machine): Promise<PowerSetting | undefined> =>
  query(machine, 'SUB_NONE', 'CONSOLELOCK');
