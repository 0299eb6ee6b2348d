/** The network's file: only the one that our steps are written for is run. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createSegmenter } from '../../../renderer/camera/mask/segment.ts';

const folder = 'node_modules/@mediapipe/selfie_segmentation';
const fileOf = async (name: string): Promise<ArrayBuffer> => new Uint8Array(await readFile(`${folder}/${name}`)).buffer;

test('finds nobody in an even picture of any size', async () => {
  const segment = createSegmenter(await fileOf('selfie_segmentation.tflite'));
  for (const [width, height] of [
    [64, 36],
    [700, 500],
  ] as const) {
    const mask = segment({ width, height, rgba: new Uint8Array(width * height * 4).fill(120) });
    expect([mask.width, mask.height, Math.max(...mask.alpha) < 128]).toEqual([256, 256, true]);
  }
});

test('refuses a damaged file, a cut one and something else', async () => {
  const whole = await fileOf('selfie_segmentation.tflite');
  expect(() => createSegmenter(whole.slice(0, 4_000))).toThrow();
  expect(() => createSegmenter(new ArrayBuffer(0))).toThrow();
  expect(() => createSegmenter(new Uint8Array(4_096).fill(0xff).buffer)).toThrow();
});
