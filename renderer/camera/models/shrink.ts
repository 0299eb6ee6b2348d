/** Owns making a picture as small as a model wants it. */
import type { Pixels } from '../frame-pixels.ts';
import { spans } from '../spans.ts';

/** Writes the mean colour of what falls on each pixel, 0 to 1. */
export const shrinkInto = (
  { width, height, rgba }: Pixels,
  into: Float32Array,
  toWidth: number,
  toHeight: number,
): void => {
  const columns = spans(width, toWidth);
  let place = 0;
  for (const row of spans(height, toHeight)) {
    for (const column of columns) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let y = row.first; y < row.end; y += 1) {
        for (let x = column.first, at = (y * width + x) * 4; x < column.end; x += 1, at += 4) {
          red += rgba[at] as number;
          green += rgba[at + 1] as number;
          blue += rgba[at + 2] as number;
        }
      }
      const scale = 1 / (255 * (row.end - row.first) * (column.end - column.first));
      into[place] = red * scale;
      into[place + 1] = green * scale;
      into[place + 2] = blue * scale;
      place += 3;
    }
  }
};
