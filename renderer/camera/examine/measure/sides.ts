/**
 * Owns a closer look at both sides of the picture. The network is made for one person in the middle; somebody small at the
 * side it sees best in a picture of their own.
 */
import { outlineLimits, type SideFigure } from '../../../../electron/core/camera/judge-people.ts';
import type { Pixels } from '../../frame-pixels.ts';
import type { Mask } from '../../mask/masker.ts';
import { type Region, regionsOf, rowsOf, widthOf } from './regions.ts';

/** Shares of the picture: a third to each side, without the ceiling and the desk. */
const WIDTH = 0.33;
const [TOP, HEIGHT] = [0.1, 0.68] as const;
/** The upper part of a figure, in which there are no shoulders. */
const HEAD = 0.3;
/** Of 255: more likely a person than not. */
const PERSON = 127;

const partAt = ({ width, height, rgba }: Pixels, x: number): Pixels => {
  const [left, top] = [Math.round(x * width), Math.round(TOP * height)];
  const [wide, high] = [Math.round(WIDTH * width), Math.round(HEIGHT * height)];
  const part = new Uint8Array(wide * high * 4);
  for (let row = 0; row < high; row += 1) {
    const from = ((top + row) * width + left) * 4;
    part.set(rgba.subarray(from, from + wide * 4), row * wide * 4);
  }
  return { width: wide, height: high, rgba: part };
};

/** `whole` is the mask of the whole picture. */
export const figuresBeside = (
  segment: (picture: Pixels) => Mask,
  picture: Pixels,
  whole: Mask,
): readonly SideFigure[] =>
  [0, 1 - WIDTH].flatMap((x) => {
    const { width, height, alpha } = segment(partAt(picture, x));
    const least = (outlineLimits.somebody / (WIDTH * HEIGHT)) * width * height;
    const inner = x === 0 ? width - 1 : 0;
    const isKnown = (cell: number): boolean => {
      const across = x + ((cell % width) / width) * WIDTH;
      const down = TOP + (Math.floor(cell / width) / height) * HEIGHT;
      const at = Math.floor(down * whole.height) * whole.width + Math.floor(across * whole.width);
      return (whole.alpha[at] as number) > PERSON;
    };
    const seen = (region: Region): SideFigure => {
      const { cells, left, top, right, bottom } = region;
      const widths = rowsOf(region, width).map(widthOf);
      const head = Math.max(...widths.slice(0, Math.ceil(widths.length * HEAD)));
      return {
        box: {
          x: x + (left / width) * WIDTH,
          y: TOP + (top / height) * HEIGHT,
          width: ((right - left + 1) / width) * WIDTH,
          height: ((bottom - top + 1) / height) * HEIGHT,
        },
        area: (cells.length / (width * height)) * WIDTH * HEIGHT,
        certainty: cells.reduce((sum, cell) => sum + (alpha[cell] as number), 0) / (255 * cells.length),
        known: cells.filter(isKnown).length / cells.length,
        goesOn: left === inner || right === inner,
        shoulders: Math.max(...widths) / head,
      };
    };
    const set = alpha.map((value) => (value > PERSON ? 1 : 0));
    return regionsOf(set, width, height, least).map(seen);
  });
