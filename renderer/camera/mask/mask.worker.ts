/** Owns masking frames in a thread of its own, one after another. */
import { pixelsOf } from '../frame-pixels.ts';
import { workerScope } from '../worker-scope.ts';
import type { Mask } from './masker.ts';
import { loadSegmenter } from './segment.ts';

/** `ready`: the size of the model's picture. */
export type MaskAnswer =
  | { readonly ready: { readonly width: number; readonly height: number } }
  | { readonly mask: Mask }
  | { readonly fault: string };

const answer = (message: MaskAnswer): void =>
  workerScope.postMessage(message, 'mask' in message ? [message.mask.alpha.buffer] : []);
const fault = (error: unknown): void => answer({ fault: error instanceof Error ? error.message : String(error) });

const segmenter = loadSegmenter();
segmenter.then(({ width, height }) => answer({ ready: { width, height } }), fault);

let turn: Promise<void> = Promise.resolve();
workerScope.addEventListener('message', ({ data }: MessageEvent<VideoFrame | ImageBitmap>) => {
  turn = turn.then(async () => answer({ mask: await (await segmenter).segment(await pixelsOf(data)) })).catch(fault);
});
