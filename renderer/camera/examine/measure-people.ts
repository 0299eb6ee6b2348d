/** Owns measuring the figures in a mask. */
import type { Figure } from '../../../electron/core/camera/judge-people.ts';
import type { Grid } from './grid.ts';
import { type Region, regionsOf } from './regions.ts';

/** As the network means it: more likely a person than not. */
export const PERSON = 0.5;
/** Specks below this share of the picture are nobody. */
const SPECK = 0.002;
/** The upper part of a figure, in which its head is. */
const HEAD = 0.35;

const rowsOf = ({ cells, top, bottom }: Region, width: number) => {
  const rows = Array.from({ length: bottom - top + 1 }, () => ({ first: width, last: -1 }));
  for (const cell of cells) {
    const x = cell % width;
    const row = rows[Math.floor(cell / width) - top];
    if (row === undefined) continue;
    row.first = Math.min(row.first, x);
    row.last = Math.max(row.last, x);
  }
  return rows;
};

export const figuresOf = ({ width, height, values }: Grid): readonly Figure[] => {
  const set = values.map((value) => (value > PERSON ? 1 : 0));
  return regionsOf(set, width, height, SPECK * width * height).map((region) => {
    const { cells, left, top, right, bottom } = region;
    const rows = rowsOf(region, width);
    const head = rows.slice(0, Math.max(1, Math.round(rows.length * HEAD)));
    const widest = Math.max(...head.map(({ first, last }) => last - first + 1));
    const middle = head.reduce((sum, { first, last }) => sum + (first + last + 1) / 2, 0) / head.length;
    const edge = rows[0] ?? { first: 0, last: -1 };
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
      cut: top === 0 ? (edge.last - edge.first + 1) / widest : 0,
    };
  });
};
