/** Owns turning the room, for text that does not hang straight, and turning back where its words are. */
import type { Box } from '../../../electron/core/camera/observation.ts';
import type { Plate } from './look.ts';

const GROUND = 128;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** About the middle, clockwise, in pixels; the size of the turned picture is the same, or lies on its side. */
const turnPoint = (x: number, y: number, degrees: number, from: Size, to: Size): readonly [number, number] => {
  const angle = (degrees * Math.PI) / 180;
  const [dx, dy] = [x - from.width / 2, y - from.height / 2];
  return [
    to.width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
    to.height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
  ];
};

const sizeOf = ({ width, height }: Size, degrees: number): Size =>
  Math.abs(degrees) === 90 ? { width: height, height: width } : { width, height };

/** Corners that no longer hold a picture become grey. Between pixels the mean of the four around is taken. */
export const turnPlate = (plate: Plate, degrees: number): Plate => {
  const size = sizeOf(plate, degrees);
  const grey = new Uint8Array(size.width * size.height).fill(GROUND);
  const at = (x: number, y: number): number => plate.grey[y * plate.width + x] as number;
  for (let y = 0, place = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1, place += 1) {
      const [fromX, fromY] = turnPoint(x + 0.5, y + 0.5, -degrees, size, plate);
      const [left, top] = [Math.floor(fromX - 0.5), Math.floor(fromY - 0.5)];
      if (left < 0 || top < 0 || left + 1 >= plate.width || top + 1 >= plate.height) continue;
      const [across, down] = [fromX - 0.5 - left, fromY - 0.5 - top];
      const above = at(left, top) * (1 - across) + at(left + 1, top) * across;
      const below = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across;
      grey[place] = above * (1 - down) + below * down;
    }
  }
  return { ...plate, ...size, grey };
};

/** The upright box around one that was found in the turned picture, within the picture. Shares of each picture's own sides. */
export const turnBack = ({ x, y, width, height }: Box, degrees: number, plate: Size): Box => {
  const size = sizeOf(plate, degrees);
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([cornerX = 0, cornerY = 0]) => turnPoint(cornerX * size.width, cornerY * size.height, -degrees, size, plate));
  const within = (value: number, side: number): number => Math.min(1, Math.max(0, value / side));
  const left = within(Math.min(...corners.map(([at]) => at)), plate.width);
  const top = within(Math.min(...corners.map(([, at]) => at)), plate.height);
  return {
    x: left,
    y: top,
    width: within(Math.max(...corners.map(([at]) => at)), plate.width) - left,
    height: within(Math.max(...corners.map(([, at]) => at)), plate.height) - top,
  };
};
