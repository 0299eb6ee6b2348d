/** Owns from pixels to mask: the picture made as small as the network wants it, and the network's answer. */
import type { Pixels } from '../frame-pixels.ts';
import { spans } from '../spans.ts';
import type { Mask } from './masker.ts';
import { readModel } from './model-file.ts';
import { layOut } from './network.ts';

/** The mean colour of what falls on each pixel of the small picture, 0 to 1. The sides are stretched, as in training. */
const shrink = ({ width, height, rgba }: Pixels, into: Float32Array, toWidth: number, toHeight: number): void => {
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

/** A function that masks one picture after another. Throws on a model file that it does not know. */
export const createSegmenter = (modelFile: ArrayBuffer): ((picture: Pixels) => Mask) => {
  const network = layOut(readModel(modelFile));
  const { width, height } = network;
  return (picture) => {
    shrink(picture, network.input, width, height);
    const shares = network.run();
    const alpha = new Uint8Array(width * height);
    for (let n = 0; n < alpha.length; n += 1) alpha[n] = Math.round(255 * (shares[n] as number));
    return { width, height, alpha };
  };
};
