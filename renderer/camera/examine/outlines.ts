/** Owns where somebody may be, and how far the network was of two minds about them. */
import type { Outline } from '../../../electron/core/camera/judge-people.ts';
import type { Mask } from '../mask/masker.ts';
import { regionsOf } from './measure/regions.ts';

/** Of 255. Above the first somebody may be there; from there to the second the network is of two minds. */
const [MAYBE, SURELY] = [51, 204] as const;
/** Specks below this share of the picture are nobody. */
const SPECK = 0.002;

/** Whether a cell and all around it are unsure: the soft edge that every outline has is too thin for that. */
const isUnsure = ({ width, height, alpha }: Mask, cell: number): boolean => {
  const x = cell % width;
  const y = (cell - x) / width;
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return false;
  for (let row = cell - width; row <= cell + width; row += width) {
    for (let at = row - 1; at <= row + 1; at += 1) {
      const value = alpha[at] as number;
      if (value <= MAYBE || value >= SURELY) return false;
    }
  }
  return true;
};

/** The largest first. */
export const outlinesOf = (mask: Mask): readonly Outline[] => {
  const { width, height, alpha } = mask;
  const set = alpha.map((value) => (value > MAYBE ? 1 : 0));
  return regionsOf(set, width, height, SPECK * width * height)
    .map(({ cells, left, top, right, bottom }) => ({
      box: {
        x: left / width,
        y: top / height,
        width: (right - left + 1) / width,
        height: (bottom - top + 1) / height,
      },
      area: cells.length / (width * height),
      unsure: cells.filter((cell) => isUnsure(mask, cell)).length / cells.length,
    }))
    .toSorted((a, b) => b.area - a.area);
};
