/** Owns what Electron tells of sleeping, locking and power. A browser hears of none: a test makes them happen. */
import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { strict } from '../strict.ts';

export const powerEvents = new EventEmitter();

export const powerMonitor: Pick<
  PowerMonitor,
  'on' | 'getSystemIdleState' | 'isOnBatteryPower' | 'getCurrentThermalState'
> = strict('powerMonitor', {
  on: powerEvents.on.bind(powerEvents) as unknown as PowerMonitor['on'],
  getSystemIdleState: () => 'unknown',
  isOnBatteryPower: () => false,
  getCurrentThermalState: () => 'nominal',
});
