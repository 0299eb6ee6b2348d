/** Owns from pixels to mask: the picture made as small as the model wants it, and the model's answer. */
import modelUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import type { Pixels } from '../frame-pixels.ts';
import { loadModel } from '../models/litert.ts';
import { shrinkInto } from '../models/shrink.ts';
import type { Mask } from './masker.ts';

/** Masks a picture; one after another. */
export type Segment = (picture: Pixels) => Promise<Mask>;

export interface Segmenter {
  /** Of the picture that the model looks at, and of its mask. */
  readonly width: number;
  readonly height: number;
  readonly segment: Segment;
}

/** Throws when the model cannot be loaded. */
export const loadSegmenter = async (): Promise<Segmenter> => {
  const { width, height, run } = await loadModel(modelUrl);
  const input = new Float32Array(width * height * 3);
  const segment: Segment = async (picture) => {
    // The sides are stretched, as in training.
    shrinkInto(picture, input, width, height);
    const [shares] = await run(input);
    if (shares?.length !== width * height) throw new Error('The model gives no mask.');
    return { width, height, alpha: Uint8Array.from(shares, (share) => Math.round(255 * share)) };
  };
  return { width, height, segment };
};
