/** What the system tells of heat and speed reaches the session: macOS at once, Windows with the first change, Linux never. */
import { afterEach, expect, test } from 'vitest';
import type { Throttling } from '../../../electron/core/facts/index.ts';
import { watchThrottling } from '../../../electron/main/background/throttling.ts';
import { powerEvents } from '../../doubles/electron/desktop/power-monitor.ts';

afterEach(() => {
  powerEvents.removeAllListeners('thermal-state-change');
  powerEvents.removeAllListeners('speed-limit-change');
});

const told = (platform: NodeJS.Platform): readonly Throttling[] => {
  const all: Throttling[] = [];
  watchThrottling(platform, (state) => all.push(state));
  powerEvents.emit('thermal-state-change', { state: 'serious' });
  powerEvents.emit('thermal-state-change', { state: 'unknown' });
  powerEvents.emit('speed-limit-change', { limit: 61.6 });
  powerEvents.emit('speed-limit-change', { limit: -1 });
  return all;
};

test('macOS', () =>
  expect(told('darwin')).toEqual([
    { heat: 'nominal', speedPercent: null },
    { heat: 'serious', speedPercent: null },
    { heat: null, speedPercent: null },
    { heat: null, speedPercent: 62 },
  ]));

test('Windows', () => expect(told('win32')).toEqual([{ heat: null, speedPercent: 62 }]));

test('Linux', () => expect(told('linux')).toEqual([]));
