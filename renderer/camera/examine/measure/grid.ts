/** Owns the small pictures that are measured: brightness on a grid, and the mask laid over the same grid. */
import type { Pixels } from '../../frame-pixels.ts';
import type { Mask } from '../../mask/masker.ts';
import { spans } from '../../spans.ts';

/** Row by row from the top left. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** The coarse grid on which most is measured. */
export const COARSE = { width: 160, height: 90 } as const;
/** Twice as fine, for structure and straight edges. */
export const FINE = { width: 320, height: 180 } as const;

/** Brightness of every pixel, 0 to 255, as ITU-R BT.601 weighs the colours. */
export const greyOf = ({ width, height, rgba }: Pixels): Uint8Array<ArrayBuffer> => {
  const grey = new Uint8Array(width * height);
  for (let n = 0, at = 0; n < grey.length; n += 1, at += 4) {
    grey[n] = ((rgba[at] as number) * 77 + (rgba[at + 1] as number) * 150 + (rgba[at + 2] as number) * 29) >> 8;
  }
  return grey;
};

interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
}

/** The mean of what falls on each cell. */
export const shrinkTo = (plane: Plane, size: { readonly width: number; readonly height: number }): Grid => {
  const values = new Float32Array(size.width * size.height);
  const columns = spans(plane.width, size.width);
  let place = 0;
  for (const row of spans(plane.height, size.height)) {
    for (const column of columns) {
      let sum = 0;
      for (let y = row.first; y < row.end; y += 1) {
        for (let x = column.first, at = y * plane.width + x; x < column.end; x += 1, at += 1) {
          sum += plane.values[at] as number;
        }
      }
      values[place] = sum / ((row.end - row.first) * (column.end - column.first));
      place += 1;
    }
  }
  return { ...size, values };
};

/** Certainty that a person is there, 0 to 1, on the coarse grid. */
export const maskOn = ({ width, height, alpha }: Mask): Grid => {
  const { values } = shrinkTo({ width, height, values: alpha }, COARSE);
  return { ...COARSE, values: values.map((value) => value / 255) };
};

/** Cells within so many of one that is set. */
export const widened = ({ width, height, values }: Grid, limit: number, reach: number): Uint8Array => {
  const across = new Uint8Array(width * height);
  const all = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((values[y * width + x] as number) <= limit) continue;
      for (let at = Math.max(0, x - reach); at <= Math.min(width - 1, x + reach); at += 1) across[y * width + at] = 1;
    }
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (across[y * width + x] === 0) continue;
      for (let at = Math.max(0, y - reach); at <= Math.min(height - 1, y + reach); at += 1) all[at * width + x] = 1;
    }
  }
  return all;
};

/** Value below which the given share of the values lies. They are sorted by this. */
export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted.length === 0 ? Number.NaN : (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number);
