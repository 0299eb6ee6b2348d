/** Owns the smallest rectangle around something, at whatever slope it hangs. */
import type { Box } from '../../../electron/core/camera/observation.ts';
import { type Region, rowsOf } from '../examine/measure/regions.ts';

/** In cells of the grid. `angle` in radians, clockwise; `width` lies along it. */
export interface TurnedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

type Point = readonly [number, number];

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** One side of the convex hull: Andrew's monotone chain. */
const chain = (points: readonly Point[]): readonly Point[] => {
  const kept: Point[] = [];
  for (const point of points) {
    while (kept.length > 1 && turn(kept.at(-2) as Point, kept.at(-1) as Point, point) <= 0) kept.pop();
    kept.push(point);
  }
  return kept.slice(0, -1);
};

const hullOf = (points: readonly Point[]): readonly Point[] => {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  return [...chain(sorted), ...chain(sorted.toReversed())];
};

const boxAlong = (hull: readonly Point[], angle: number): TurnedBox => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = hull.map(([x, y]) => x * cos + y * sin);
  const across = hull.map(([x, y]) => y * cos - x * sin);
  const [left, right, top, bottom] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)];
  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x: middle * cos - centre * sin,
    y: middle * sin + centre * cos,
    width: right - left,
    height: bottom - top,
    angle,
  };
};

/** Less than an eighth of a turn aslant. `gridWidth` is the grid's. */
export const turnedBoxOf = (region: Region, gridWidth: number): TurnedBox => {
  const corners = rowsOf(region, gridWidth).flatMap(({ first, last }, row): readonly Point[] => {
    const y = region.top + row;
    return [
      [first, y],
      [last + 1, y],
      [first, y + 1],
      [last + 1, y + 1],
    ];
  });
  const hull = hullOf(corners);
  const boxes = hull.map(([x, y], at) => {
    const [nextX, nextY] = hull[(at + 1) % hull.length] as Point;
    const quarter = Math.PI / 2;
    const angle = Math.atan2(nextY - y, nextX - x);
    return boxAlong(hull, angle - quarter * Math.round(angle / quarter));
  });
  return boxes.reduce((least, box) => (box.width * box.height < least.width * least.height ? box : least));
};

/** The upright box around it in shares of the picture, within it. */
export const boxAround = (
  { x, y, width, height, angle }: TurnedBox,
  picture: { readonly width: number; readonly height: number },
): Box => {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [reachX, reachY] = [(width * cos + height * sin) / 2, (width * sin + height * cos) / 2];
  const within = (value: number, side: number): number => Math.min(1, Math.max(0, value / side));
  const [left, top] = [within(x - reachX, picture.width), within(y - reachY, picture.height)];
  return {
    x: left,
    y: top,
    width: within(x + reachX, picture.width) - left,
    height: within(y + reachY, picture.height) - top,
  };
};
