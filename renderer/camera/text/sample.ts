/** Owns taking a part of a grey picture at another size and slope. */
import type { TurnedBox } from './turned-box.ts';

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Between pixels the mean of the four around; beyond the picture its edge. */
const valueAt = ({ width, height, grey }: GreyPicture, x: number, y: number): number => {
  const [left, top] = [Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y))];
  const [column, row] = [Math.min(width - 2, Math.floor(left)), Math.min(height - 2, Math.floor(top))];
  const [across, down] = [left - column, top - row];
  const at = row * width + column;
  const above = (grey[at] as number) * (1 - across) + (grey[at + 1] as number) * across;
  const below = (grey[at + width] as number) * (1 - across) + (grey[at + width + 1] as number) * across;
  return above * (1 - down) + below * down;
};

/** The part under `box` (in pixels), `width` × `height` large, row by row. What becomes smaller is the mean of several. */
export const sample = (picture: GreyPicture, box: TurnedBox, width: number, height: number): Float32Array => {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const steps = Math.max(1, Math.round(box.height / height));
  const values = new Float32Array(width * height);
  for (let place = 0; place < values.length; place += 1) {
    const column = place % width;
    const row = (place - column) / width;
    let sum = 0;
    for (let step = 0; step < steps * steps; step += 1) {
      const [right, down] = [(step % steps) + 0.5, Math.floor(step / steps) + 0.5];
      const along = ((column + right / steps) / width - 0.5) * box.width;
      const across = ((row + down / steps) / height - 0.5) * box.height;
      sum += valueAt(picture, box.x + along * cos - across * sin - 0.5, box.y + along * sin + across * cos - 0.5);
    }
    values[place] = sum / (steps * steps);
  }
  return values;
};
