/** Owns fetching the segmentation network: a file of the program itself. */
import modelUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';
import type { Pixels } from '../frame-pixels.ts';
import type { Mask } from './masker.ts';
import { createSegmenter } from './segment.ts';

/** Only in a worker: the page itself may connect to nothing. */
export const loadSegmenter = async (): Promise<(picture: Pixels) => Mask> => {
  const response = await fetch(new URL(modelUrl, location.href));
  if (!response.ok) throw new Error(`The model is not there: ${response.status}`);
  return createSegmenter(await response.arrayBuffer());
};
