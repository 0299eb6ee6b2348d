/** Owns measuring the figures in a mask. */
import type { Figure } from '../../../../electron/core/camera/judge-people.ts';
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
      // Where no neck is seen, as between long hair, the shoulders are among it: they are twice as wide at least.
      headWidth: widest / width / (isHeadAlone ? 1 : 2),
      cut: top === 0 ? edge / whole : 0,
    };
  });
};
