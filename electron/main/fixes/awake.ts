/** Owns keeping the computer awake by Electron, which the system ends with the program, also when that is killed. */
import { powerSaveBlocker } from 'electron';
import type { Awake } from '../../engine/fixes/run-step.ts';

/** The one for the screen alone has let Windows sleep all the same. */
const kinds = ['prevent-display-sleep', 'prevent-app-suspension'] as const;

const started = new Set<number>();

export const awake: Awake = {
  isHeld: () => [...started].some((id) => powerSaveBlocker.isStarted(id)),
  hold: () => {
    const ids = kinds.map((kind) => powerSaveBlocker.start(kind));
    for (const id of ids) started.add(id);
    return () => {
      for (const id of ids) {
        started.delete(id);
        powerSaveBlocker.stop(id);
      }
    };
  },
};
