/**
 * Owns a closer look at both sides of the picture. The network is made for one person in the middle; somebody small at the
 * side it sees best in a picture of their own.
 */
import { type Figure, outlineLimits, peopleLimits } from '../../../electron/core/camera/judge-people.ts';
import type { Observation } from '../../../electron/core/camera/observation.ts';
import type { Pixels } from '../frame-pixels.ts';
import type { Mask } from '../mask/masker.ts';
import { type Region, regionsOf, rowsOf, widthOf } from './regions.ts';

/** Shares of the picture: a third to each side, without the ceiling and the desk. */
const WIDTH = 0.33;
const [TOP, HEIGHT] = [0.1, 0.68] as const;
/** The upper part of a figure, in which there are no shoulders. */
const HEAD = 0.3;
/** Of 255: more likely a person than not. */
const PERSON = 127;

interface Part {
  readonly x: number;
  readonly picture: Pixels;
}

const partAt = ({ width, height, rgba }: Pixels, x: number): Part => {
  const [left, top] = [Math.round(x * width), Math.round(TOP * height)];
  const [wide, high] = [Math.round(WIDTH * width), Math.round(HEIGHT * height)];
  const part = new Uint8Array(wide * high * 4);
  for (let row = 0; row < high; row += 1) {
    const from = ((top + row) * width + left) * 4;
    part.set(rgba.subarray(from, from + wide * 4), row * wide * 4);
  }
  return { x, picture: { width: wide, height: high, rgba: part } };
};

export interface Beside {
  readonly observations: readonly Observation[];
  /** Somebody whose outline touches that of the person, or the person's own arm: these cannot be told apart. */
  readonly doubtful: boolean;
}

/** `whole` is the mask of the whole picture, `main` the figure of whom the picture is. */
export const lookBeside = (
  segment: (picture: Pixels) => Mask,
  picture: Pixels,
  whole: Mask,
  main: Figure | undefined,
): Beside => {
  const found = [0, 1 - WIDTH].flatMap((x) => {
    const part = partAt(picture, x);
    const { width, height, alpha } = segment(part.picture);
    const least = (outlineLimits.somebody / (WIDTH * HEIGHT)) * width * height;
    const inner = x === 0 ? width - 1 : 0;
    const isKnown = (cell: number): boolean => {
      const across = x + ((cell % width) / width) * WIDTH;
      const down = TOP + (Math.floor(cell / width) / height) * HEIGHT;
      const at = Math.floor(down * whole.height) * whole.width + Math.floor(across * whole.width);
      return (whole.alpha[at] as number) > PERSON;
    };
    const seen = (region: Region) => {
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
        // What goes on towards the middle is the person there.
        goesOn: left === inner || right === inner,
        hasShoulders: Math.max(...widths) >= peopleLimits.shoulders * head,
      };
    };
    const set = alpha.map((value) => (value > PERSON ? 1 : 0));
    return regionsOf(set, width, height, least).map(seen);
  });
  const certain = found.filter(
    ({ area, certainty, known, goesOn }) =>
      certainty >= peopleLimits.certaintyBeside &&
      !goesOn &&
      // Who sits at the side is the person of the picture.
      !(known >= peopleLimits.known && main !== undefined && area >= main.area / 2),
  );
  const others = certain.filter(
    ({ area, known, hasShoulders }) => area >= peopleLimits.beside && known < peopleLimits.known && hasShoulders,
  );
  return {
    observations: others.map(({ box, area, certainty }) => ({
      kind: 'person',
      box,
      confidence: certainty,
      measure: { area, certainty },
    })),
    doubtful: others.length < certain.length,
  };
};
