/**
 * Owns the mask that an examination goes by. A network may see some people worse than others, as those whose hair, skin and
 * clothes are alike in tone. So an unclear outline is asked for again in other tones; and one that stays unclear is treated
 * as a larger person, of whom nothing else is said.
 */
import { isUnclear, outlineLimits } from '../../../electron/core/camera/judge-people.ts';
import type { Box } from '../../../electron/core/camera/observation.ts';
import type { Pixels } from '../frame-pixels.ts';
import type { Mask } from '../mask/masker.ts';
import { outlinesOf } from './outlines.ts';

export interface MaskedPeople {
  readonly mask: Mask;
  /** The largest outline is clear, or nobody is there. */
  readonly clear: boolean;
  /** Something else may be a person; the network is of two minds. */
  readonly doubtful: boolean;
}

/** Exponents of the brightness, 0 to 1: dark tones drawn apart, then light ones. */
const TONES = [0.5, 2] as const;

const inTone = ({ width, height, rgba }: Pixels, exponent: number): Pixels => {
  const tones = Uint8Array.from({ length: 256 }, (_, value) => Math.round(255 * (value / 255) ** exponent));
  return { width, height, rgba: rgba.map((value) => tones[value] as number) };
};

/** A person wherever one of them sees one. */
const joined = (one: Mask, other: Mask): Mask => ({
  ...one,
  alpha: one.alpha.map((value, cell) => Math.max(value, other.alpha[cell] as number)),
});

/** All of the picture in which the rest of somebody may be: half as wide again to both sides, and down to the lower edge. */
const withWhole = ({ width, height, alpha }: Mask, box: Box): Mask => {
  const first = Math.max(0, Math.floor((box.x - box.width / 2) * width));
  const end = Math.min(width, Math.ceil((box.x + box.width * 1.5) * width));
  const all = alpha.slice();
  for (let y = Math.floor(box.y * height); y < height; y += 1) all.fill(255, y * width + first, y * width + end);
  return { width, height, alpha: all };
};

export const maskPeople = (segment: (picture: Pixels) => Mask, picture: Pixels): MaskedPeople => {
  let mask = segment(picture);
  let outlines = outlinesOf(mask);
  if (outlines[0] === undefined || outlines[0].unsure > outlineLimits.askAgain) {
    mask = TONES.reduce((one, exponent) => joined(one, segment(inTone(picture, exponent))), mask);
    outlines = outlinesOf(mask);
  }
  const [main, ...others] = outlines;
  const clear = main === undefined || !isUnclear(main);
  return { mask: clear ? mask : withWhole(mask, main.box), clear, doubtful: others.some(isUnclear) };
};
