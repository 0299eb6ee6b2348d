/** Owns whether Windows asks for the password when nobody is there, and after how long. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { ScreenLock } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { type DesktopSettings, desktopSettings } from '../devices/desktop-settings.ts';
import { battery } from '../power/battery.ts';
import { lockOnWake, type PowerSetting, sleepAfter } from '../power/power-settings.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';

const words = messages('windows-lock', {
  unseen: 'Windows doesn’t say whether this computer asks for the password when it wakes.',
  powered: 'When the screen locks depends on how this computer is powered, and Windows didn’t say that.',
});

const secondsIn = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;

/** After how many seconds the screen saver locks. "On" alone says nothing: it is on everywhere, with no saver chosen. */
const saverAfter = ({ saver, saverPolicy }: DesktopSettings): number | undefined => {
  const setting = (name: keyof NonNullable<DesktopSettings['saver']>): string =>
    (saverPolicy?.[name] ?? '') || (saver?.[name] ?? '');
  const isSecure = setting('ScreenSaveActive') === '1' && setting('ScreenSaverIsSecure') === '1';
  return isSecure && setting('SCRNSAVE.EXE') !== '' ? secondsIn(setting('ScreenSaveTimeOut')) : undefined;
};

const unseen = (): FactUnavailable => new FactUnavailable('unsupported', words.unseen);

type After = number | 'never';

/** Without a saver the computer locks when it wakes from sleep, if it sleeps at all. */
const sleepLock = (lock: number, seconds: number): After => {
  if (lock !== 0 && lock !== 1) throw unseen();
  return lock === 1 && seconds > 0 ? seconds : 'never';
};

const wakeAfter = async (machine: Machine): Promise<After> => {
  const lock = await lockOnWake(machine);
  if (lock === undefined) throw unseen();
  const never: PowerSetting = { onMains: 0, onBattery: 0 };
  const asks = lock.onMains !== 0 || lock.onBattery !== 0;
  const sleep = asks ? await sleepAfter(machine) : never;
  if (sleep === undefined) throw unseen();
  const onMains = sleepLock(lock.onMains, sleep.onMains);
  const onBattery = sleepLock(lock.onBattery, sleep.onBattery);
  if (onMains === onBattery) return onMains;
  const powered = await optional(battery(machine));
  if (powered === undefined) throw new FactUnavailable('unreadable', words.powered);
  return powered?.onMains === false ? onBattery : onMains;
};

export const screenLock = reader<ScreenLock>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const settings = await desktopSettings(machine);
  const limits = [saverAfter(settings), secondsIn(settings.lockAfter)].filter((it) => it !== undefined);
  if (limits.length > 0) {
    const idleSeconds = Math.min(...limits);
    return known({ locks: true, idleSeconds, delaySeconds: null }, 'Screen saver and lock settings in the registry');
  }
  const after = await wakeAfter(machine);
  const source = 'Screen saver settings in the registry, and the power plan';
  if (after === 'never') return known({ locks: false, idleSeconds: null, delaySeconds: null }, source);
  return known({ locks: true, idleSeconds: after, delaySeconds: null }, source);
});
