/** Owns what the system tells a window of heat and of a processor that is held back. */
import { powerMonitor } from 'electron';
import { heatLevels, type Throttling } from '../../core/facts/computer.ts';

const heatOf = (state: string): Throttling['heat'] => heatLevels.find((level) => level === state) ?? null;

/** macOS tells heat at any time; of the speed it and Windows tell changes only. Linux tells a window neither. */
export const watchThrottling = (platform: NodeJS.Platform, tell: (throttling: Throttling) => void): void => {
  if (platform === 'linux') return;
  let now: Throttling = {
    heat: platform === 'darwin' ? heatOf(powerMonitor.getCurrentThermalState()) : null,
    speedPercent: null,
  };
  const change = (part: Partial<Throttling>): void => {
    now = { ...now, ...part };
    tell(now);
  };
  if (platform === 'darwin') powerMonitor.on('thermal-state-change', ({ state }) => change({ heat: heatOf(state) }));
  powerMonitor.on('speed-limit-change', ({ limit }) => {
    if (limit >= 0 && limit <= 100) change({ speedPercent: Math.round(limit) });
  });
  if (now.heat !== null) tell(now);
};
