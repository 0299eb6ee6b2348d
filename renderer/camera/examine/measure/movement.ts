/** Owns measuring movement between two frames, each with its own mask: a person who leans is then not a moving room. */
import type { MovementMeasure } from '../../../../electron/core/camera/judge-room.ts';
import { type Grid, percentile, widened } from './grid.ts';
import { PERSON } from './people.ts';
import { regionsOf } from './regions.ts';

/** Brightness of 255. The mean of 8 × 8 pixels changes by 1 or 2 from noise. */
const CHANGE = 14;
/** Cells around a person that are not looked at: hair, and what the mask missed. */
const MARGIN = 6;

export interface Moment {
  readonly brightness: Grid;
  readonly mask: Grid | null;
}

export const measureMovement = (now: Moment, before: Moment): MovementMeasure => {
  const { width, height, values } = now.brightness;
  const taken = [now.mask, before.mask].map((mask) => (mask === null ? null : widened(mask, PERSON, MARGIN)));
  const isRoom = (cell: number): boolean => taken.every((one) => one === null || one[cell] === 0);
  const differences = values.map((value, cell) => value - (before.brightness.values[cell] as number));
  // A lamp that flickers, or a camera that adjusts itself, changes everything alike.
  const common = percentile(differences.filter((_, cell) => isRoom(cell)).sort(), 0.5);
  const changed = differences.map((value, cell) => (isRoom(cell) && Math.abs(value - common) > CHANGE ? 1 : 0));
  const [largest] = regionsOf(changed, width, height, 1).toSorted((a, b) => b.cells.length - a.cells.length);
  const room = values.filter((_, cell) => isRoom(cell)).length;
  return {
    changed: room === 0 ? 0 : changed.reduce((sum, value) => sum + value, 0) / room,
    largest: (largest?.cells.length ?? 0) / values.length,
    box:
      largest === undefined
        ? null
        : {
            x: largest.left / width,
            y: largest.top / height,
            width: (largest.right - largest.left + 1) / width,
            height: (largest.bottom - largest.top + 1) / height,
          },
  };
};
