/** The smallest rectangle around a line of text, at the slope that it hangs. */
import { expect, test } from 'vitest';
import { regionsOf } from '../../../renderer/camera/examine/measure/regions.ts';
import { boxAround, turnedBoxOf } from '../../../renderer/camera/text/turned-box.ts';

const [WIDTH, HEIGHT] = [200, 120];
const slopes = [0, 10, -14, 40] as const;

test.each(slopes)('a bar at %i° is found with its length, height and slope', (degrees) => {
  const angle = (degrees * Math.PI) / 180;
  const set = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, cell) => {
    const [x, y] = [(cell % WIDTH) + 0.5 - 100, Math.floor(cell / WIDTH) + 0.5 - 60];
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const across = y * Math.cos(angle) - x * Math.sin(angle);
    return Math.abs(along) < 40 && Math.abs(across) < 6 ? 1 : 0;
  });
  const [region] = regionsOf(set, WIDTH, HEIGHT, 1);
  if (region === undefined) throw new Error('There is no bar.');
  const box = turnedBoxOf(region, WIDTH);
  expect(Math.abs(box.width - 80)).toBeLessThan(3);
  expect(Math.abs(box.height - 12)).toBeLessThan(3);
  expect((box.angle * 180) / Math.PI).toBeCloseTo(degrees, -1);
  const around = boxAround(box, { width: WIDTH, height: HEIGHT });
  expect(around.x + around.width / 2).toBeCloseTo(0.5, 1);
});
