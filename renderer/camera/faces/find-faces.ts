/** Owns finding faces: where one is, never whose. */
import modelUrl from '@mediapipe/face_detection/face_detection_full_range.tflite?url';
import type { Box } from '../../../electron/core/camera/observation.ts';
import type { Pixels } from '../frame-pixels.ts';
import { loadModel } from '../models/litert.ts';

export interface Face {
  /** From the brow to the chin, in shares of the picture. */
  readonly box: Box;
  /** 0 to 1, the model's own certainty. */
  readonly score: number;
}

/** All faces in the picture, the surest first. */
export type FindFaces = (picture: Pixels) => Promise<readonly Face[]>;

/** Numbers that the model gives for a place: a box, then six points of the face that are not read. */
const NUMBERS = 16;
/** Below this nothing is a face. */
const LEAST = 0.4;
/** Two boxes that share so much are one face. */
const SAME = 0.3;

/** In pixels. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** The model sees the whole picture, and three squares of its height, in which somebody far away is larger. */
const areasOf = ({ width, height }: Pixels): readonly Area[] => {
  const side = Math.min(width, height);
  const squares = [0, 0.5, 1].map((at) => ({
    left: Math.round((width - side) * at),
    top: Math.round((height - side) / 2),
    width: side,
    height: side,
  }));
  return [{ left: 0, top: 0, width, height }, ...squares];
};

/**
 * Writes an area of the picture, -1 to 1, into a part of a square: between pixels the mean of the four around. As the model
 * was trained: means over all that falls on a pixel are smoother than what it knows, and small faces are lost in them.
 */
const sampleInto = ({ width, height, rgba }: Pixels, from: Area, into: Float32Array, to: Area, side: number): void => {
  const steps = (start: number, length: number, cells: number, most: number) =>
    Array.from({ length: cells }, (_, cell) => {
      const at = Math.min(most - 1, Math.max(0, start + ((cell + 0.5) * length) / cells - 0.5));
      const first = Math.min(most - 2, Math.floor(at));
      return { first, share: at - first };
    });
  const columns = steps(from.left, from.width, to.width, width);
  steps(from.top, from.height, to.height, height).forEach(({ first: row, share: down }, line) => {
    let place = ((to.top + line) * side + to.left) * 3;
    for (const { first: column, share: across } of columns) {
      const at = (row * width + column) * 4;
      for (let colour = 0; colour < 3; colour += 1, place += 1) {
        const one = at + colour;
        const other = one + width * 4;
        const above = (rgba[one] as number) * (1 - across) + (rgba[one + 4] as number) * across;
        const below = (rgba[other] as number) * (1 - across) + (rgba[other + 4] as number) * across;
        into[place] = (above * (1 - down) + below * down) / 127.5 - 1;
      }
    }
  });
};

const shared = (a: Box, b: Box): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(a.width * a.height, b.width * b.height);
};

/** Of boxes for the same face the surest. */
const distinct = (faces: readonly Face[]): readonly Face[] => {
  const known: Face[] = [];
  for (const face of faces.toSorted((a, b) => b.score - a.score)) {
    if (!known.some(({ box }) => shared(box, face.box) > SAME)) known.push(face);
  }
  return known;
};

/** Throws when the model cannot be loaded. */
export const loadFaceFinder = async (): Promise<FindFaces> => {
  const { width: side, run } = await loadModel(modelUrl);
  const input = new Float32Array(side * side * 3);

  const findIn = async (picture: Pixels, area: Area): Promise<readonly Face[]> => {
    // Neither side is stretched: what is left over stays black.
    const scale = side / Math.max(area.width, area.height);
    const [width, height] = [Math.round(area.width * scale), Math.round(area.height * scale)];
    const [left, top] = [Math.floor((side - width) / 2), Math.floor((side - height) / 2)];
    input.fill(-1);
    sampleInto(picture, area, input, { left, top, width, height }, side);
    const outputs = await run(input);
    const scores = outputs.find(({ length }) => length * NUMBERS === Math.max(...outputs.map((one) => one.length)));
    const boxes = outputs.find((one) => one !== scores);
    if (scores === undefined || boxes === undefined) throw new Error('The model gives no faces.');
    // One place for each of so many rows and columns.
    const places = Math.sqrt(scores.length);
    return Array.from(scores.keys()).flatMap((at) => {
      const score = sigmoid(scores[at] as number);
      if (score < LEAST) return [];
      const [x = 0, y = 0, wide = 0, high = 0] = boxes.subarray(at * NUMBERS, at * NUMBERS + 4);
      const middleX = (((at % places) + 0.5) / places) * side + x;
      const middleY = ((Math.floor(at / places) + 0.5) / places) * side + y;
      const box = {
        x: ((middleX - wide / 2 - left) / scale + area.left) / picture.width,
        y: ((middleY - high / 2 - top) / scale + area.top) / picture.height,
        width: wide / scale / picture.width,
        height: high / scale / picture.height,
      };
      return [{ box, score }];
    });
  };

  return async (picture) => {
    const found: Face[] = [];
    for (const area of areasOf(picture)) found.push(...(await findIn(picture, area)));
    return distinct(found);
  };
};
