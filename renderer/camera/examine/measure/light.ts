/** Owns measuring light and structure. What belongs to a person is left out of the light. */
import type { LightMeasure } from '../../../../electron/core/camera/judge-light.ts';
import type { Figure } from '../../../../electron/core/camera/judge-people.ts';
import type { Box } from '../../../../electron/core/camera/observation.ts';
import { type Grid, percentile, widened } from './grid.ts';

/** As bright as a camera gets; one with a limited range hardly passes 235. */
const BURNT = 250;
/** Less room than this beside the person says nothing about the light: then the whole picture is measured. */
const LEAST_ROOM = 0.15;

/** Variance of the Laplacian in each of 16 × 9 tiles, sorted. */
const structure = ({ width, height, values }: Grid): readonly number[] => {
  const [tileWidth, tileHeight] = [width / 16, height / 9];
  const variances: number[] = [];
  for (let tileY = 0; tileY < 9; tileY += 1) {
    for (let tileX = 0; tileX < 16; tileX += 1) {
      let [sum, squares, count] = [0, 0, 0];
      for (let y = Math.max(1, tileY * tileHeight); y < Math.min(height - 1, (tileY + 1) * tileHeight); y += 1) {
        for (let x = Math.max(1, tileX * tileWidth); x < Math.min(width - 1, (tileX + 1) * tileWidth); x += 1) {
          const at = y * width + x;
          const around =
            (values[at - 1] as number) +
            (values[at + 1] as number) +
            (values[at - width] as number) +
            (values[at + width] as number);
          const curve = around - 4 * (values[at] as number);
          sum += curve;
          squares += curve * curve;
          count += 1;
        }
      }
      variances.push(squares / count - (sum / count) ** 2);
    }
  }
  return variances.toSorted((a, b) => a - b);
};

/** How far from the outline the light right behind a head is looked for, in cells. */
const RING = 9;
/** The part of a figure's height that is its head. */
const HEAD = 0.42;

/** The room close around a head: a band that follows the outline, above the shoulders. */
const ringAround = (mask: Grid, taken: Uint8Array, { box }: Figure): readonly number[] => {
  const near = widened(mask, 0.5, RING);
  const bottom = (box.y + box.height * HEAD) * mask.height;
  const [left, right] = [box.x * mask.width - RING, (box.x + box.width) * mask.width + RING];
  const isRing = (cell: number): boolean => {
    const x = cell % mask.width;
    return near[cell] === 1 && taken[cell] === 0 && x >= left && x <= right && (cell - x) / mask.width < bottom;
  };
  return Array.from(mask.values.keys()).filter(isRing);
};

const boxAround = ({ box }: Figure): Box => {
  const [x, y] = [Math.max(0, box.x - RING / 160), Math.max(0, box.y - RING / 90)];
  return { x, y, width: Math.min(1, box.x + box.width + RING / 160) - x, height: box.y + box.height * HEAD - y };
};

/** `coarse` and `mask` on the same grid; without a mask everything counts as room. */
export const measureLight = (coarse: Grid, fine: Grid, mask: Grid | null, person: Figure | undefined): LightMeasure => {
  const { values } = coarse;
  const taken = mask === null ? new Uint8Array(values.length) : widened(mask, 0.25, 1);
  const outside = values.filter((_, cell) => taken[cell] === 0);
  const room = (outside.length >= LEAST_ROOM * values.length ? outside : values.slice()).sort();
  const burntFrom = room.findIndex((value) => value >= BURNT);
  const dim = burntFrom < 0 ? room : room.subarray(0, burntFrom);

  const ring = mask === null || person === undefined ? [] : ringAround(mask, taken, person);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const tiles = structure(fine);
  return {
    bright: percentile(values.slice().sort(), 0.98),
    burnt: (room.length - dim.length) / room.length,
    rest: dim.length === 0 ? 255 : percentile(dim, 0.5),
    ring: ring.length === 0 ? null : ring.filter((cell) => (values[cell] ?? 0) >= BURNT).length / ring.length,
    ringBox: person === undefined ? null : boxAround(person),
    floor: percentile(tiles, 0.1),
    detail: tiles.at(-1) ?? 0,
    spread: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length),
  };
};
