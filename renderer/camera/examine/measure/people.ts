/** Owns measuring the figures in a mask, and how far it agrees with a face. */
import type { Figure } from '../../../../electron/core/camera/judge-people.ts';
import type { Box } from '../../../../electron/core/camera/observation.ts';
import type { Grid } from './grid.ts';
import { type Row, regionsOf, rowsOf, widthOf } from './regions.ts';

/** As the network means it: more likely a person than not. */
export const PERSON = 0.5;
/** Specks below this share of the picture are nobody. */
const SPECK = 0.002;
/** The upper part of a figure, in which its head is. */
const HEAD = 0.35;
/** A head is so much wider than the neck under it. */
const NECK = 1.25;

/** What lies above the neck: from the shoulders upwards, the first row after which it widens again. All, if none does. */
const aboveNeck = (upper: readonly Row[]): readonly Row[] => {
  let narrowest = upper.length - 1;
  for (let at = narrowest; at >= 0; at -= 1) {
    const [width, least] = [widthOf(upper[at] as Row), widthOf(upper[narrowest] as Row)];
    if (width < least) narrowest = at;
    else if (width > NECK * least) return upper.slice(0, narrowest);
  }
  return upper;
};

export const figuresOf = ({ width, height, values }: Grid): readonly Figure[] => {
  const set = values.map((value) => (value > PERSON ? 1 : 0));
  return regionsOf(set, width, height, SPECK * width * height).map((region) => {
    const { cells, left, top, right, bottom } = region;
    const rows = rowsOf(region, width);
    const upper = rows.slice(0, Math.max(1, Math.round(rows.length * HEAD)));
    const head = aboveNeck(upper);
    const widest = Math.max(...head.map(widthOf));
    const isHeadAlone = head.length < upper.length;
    const middle = head.reduce((sum, { first, last }) => sum + (first + last + 1) / 2, 0) / head.length;
    const edge = widthOf(rows[0] as Row);
    // Without a neck its width is compared with that a little below: a crown widens fast, the middle of a head does not.
    const whole = isHeadAlone ? widest : widthOf(rows[Math.min(rows.length - 1, Math.round(edge / 2))] as Row);
    return {
      box: {
        x: left / width,
        y: top / height,
        width: (right - left + 1) / width,
        height: (bottom - top + 1) / height,
      },
      area: cells.length / (width * height),
      certainty: cells.reduce((sum, cell) => sum + (values[cell] as number), 0) / cells.length,
      headX: middle / width,
      cut: top === 0 ? edge / whole : 0,
    };
  });
};

/** Mean certainty of the mask inside a box, 0 to 1. */
export const certaintyIn = ({ width, height, values }: Grid, box: Box): number => {
  const range = (from: number, length: number, cells: number): readonly [number, number] => [
    Math.min(cells - 1, Math.max(0, Math.floor(from * cells))),
    Math.min(cells, Math.max(1, Math.ceil((from + length) * cells))),
  ];
  const [left, right] = range(box.x, box.width, width);
  const [top, bottom] = range(box.y, box.height, height);
  let sum = 0;
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) sum += values[y * width + x] as number;
  return sum / ((right - left) * (bottom - top));
};
