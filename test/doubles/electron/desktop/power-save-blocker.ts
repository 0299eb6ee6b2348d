/** Owns keeping the computer awake. A browser cannot: the stand-in only counts what is held. */
import type { PowerSaveBlocker } from 'electron';
import { strict } from '../strict.ts';

const held = new Set<number>();
let last = 0;

export const powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop' | 'isStarted'> = strict('powerSaveBlocker', {
  start: () => {
    last += 1;
    held.add(last);
    return last;
  },
  stop: (id) => held.delete(id),
  isStarted: (id) => held.has(id),
});
