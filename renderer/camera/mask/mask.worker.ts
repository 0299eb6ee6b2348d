/** Owns masking frames in a thread of its own, one after another. */
import { pixelsOf } from '../frame-pixels.ts';
import { workerScope } from '../worker-scope.ts';
import type { Mask } from './masker.ts';
import { loadSegmenter } from './segment.ts';

export type MaskAnswer = { readonly ready: true } | { readonly mask: Mask } | { readonly fault: string };

const answer = (message: MaskAnswer): void =>
  workerScope.postMessage(message, 'mask' in message ? [message.mask.alpha.buffer] : []);
const fault = (error: unknown): void => answer({ fault: error instanceof Error ? error.message : String(error) });

const segmenter = loadSegmenter();
segmenter.then(() => answer({ ready: true }), fault);

let turn: Promise<void> = Promise.resolve();
workerScope.addEventListener('message', ({ data }: MessageEvent<VideoFrame | ImageBitmap>) => {
  turn = turn.then(async () => answer({ mask: await (await segmenter)(await pixelsOf(data)) })).catch(fault);
});
