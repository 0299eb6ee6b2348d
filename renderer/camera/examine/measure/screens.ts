/** Owns finding bright areas within a dark, thin, straight edge: what screens look like, and a few other things. */
import type { FrameMeasure } from '../../../../electron/core/camera/judge-room.ts';
import { type Grid, percentile } from './grid.ts';
import { type Region, regionsOf } from './regions.ts';

/** Shares of the picture. Smaller is nothing that others could read; larger are windows and white walls. */
const LEAST = 0.012;
const MOST = 0.16;
/** How much of its rectangle is bright: what is shown has dark places too. */
const FILLED = 0.55;
const EDGE_BRIGHTNESS = 80;
/** Share of a side along which the edge must be seen. */
const ALONG = 0.75;

interface Step {
  readonly x: number;
  readonly y: number;
}

/** The cells just inside each side without its corners, with the direction that leads out. */
const sidesOf = ({
  left,
  top,
  right,
  bottom,
}: Region): readonly { readonly cells: readonly Step[]; readonly out: Step }[] => {
  const between = (from: number, to: number) => {
    const corner = Math.round((to - from) * 0.1);
    return Array.from({ length: to - from + 1 - 2 * corner }, (_, n) => from + corner + n);
  };
  return [
    { cells: between(left, right).map((x) => ({ x, y: top })), out: { x: 0, y: -1 } },
    { cells: between(left, right).map((x) => ({ x, y: bottom })), out: { x: 0, y: 1 } },
    { cells: between(top, bottom).map((y) => ({ x: left, y })), out: { x: -1, y: 0 } },
    { cells: between(top, bottom).map((y) => ({ x: right, y })), out: { x: 1, y: 0 } },
  ];
};

/** Dark within four cells, and brighter again behind: a thin edge, not the beginning of something dark. */
const hasEdge = ({ width, height, values }: Grid, from: Step, out: Step): boolean => {
  let darkest = 255;
  let behind = 0;
  for (let step = 1; step <= 10; step += 1) {
    const [x, y] = [from.x + out.x * step, from.y + out.y * step];
    if (x < 0 || y < 0 || x >= width || y >= height) break;
    const value = values[y * width + x] as number;
    if (step <= 4) darkest = Math.min(darkest, value);
    else behind = Math.max(behind, value);
  }
  return darkest < EDGE_BRIGHTNESS && behind > darkest + 25;
};

/** All on the same grid; `blueness` is blue less red, `person` is set where somebody is. */
export const measureFrames = (grey: Grid, blueness: Grid, person: ArrayLike<number>): readonly FrameMeasure[] => {
  const { width, height, values } = grey;
  const all = width * height;
  const room = values.filter((_, cell) => !person[cell]).sort();
  const bright = Math.max(130, percentile(room, 0.5));
  const set = values.map((value, cell) => (value > bright && !person[cell] ? 1 : 0));
  return regionsOf(set, width, height, LEAST * FILLED * all).flatMap((region) => {
    const { left, top, right, bottom, cells } = region;
    const [columns, rows] = [right - left + 1, bottom - top + 1];
    const share = (columns * rows) / all;
    if (share < LEAST || share > MOST || cells.length < FILLED * columns * rows) return [];
    const sides = sidesOf(region).filter(
      (side) => side.cells.filter((from) => hasEdge(grey, from, side.out)).length >= ALONG * side.cells.length,
    );
    const inside = new Set(cells);
    const elsewhere = values.filter((_, cell) => !person[cell] && !inside.has(cell)).sort();
    return [
      {
        box: { x: left / width, y: top / height, width: columns / width, height: rows / height },
        sides: sides.length,
        glow:
          percentile(Float32Array.from(cells, (cell) => values[cell] as number).sort(), 0.5) /
          percentile(elsewhere, 0.9),
        blue: cells.reduce((sum, cell) => sum + (blueness.values[cell] as number), 0) / cells.length,
      },
    ];
  });
};
