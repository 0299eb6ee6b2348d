/** Owns the masker's side in the page: frames go to the worker, masks come back in the same order. */
import { startWorker } from '../worker-url.ts';
import type { MaskAnswer } from './mask.worker.ts';
import workerUrl from './mask.worker.ts?worker&url';
import type { Mask, Masker } from './masker.ts';

interface Waiting {
  resolve(mask: Mask): void;
  reject(error: Error): void;
}

/** Resolves when the model is loaded. Rejects when the worker or its model cannot be started. */
export const createMasker = (): Promise<Masker> =>
  new Promise((resolve, reject) => {
    const worker = startWorker(workerUrl);
    const waiting: Waiting[] = [];
    let closed: Error | null = null;
    const end = (error: Error): void => {
      if (closed !== null) return;
      closed = error;
      worker.terminate();
      for (const one of waiting.splice(0)) one.reject(error);
      reject(error);
    };
    const send = (copy: VideoFrame | ImageBitmap): Promise<Mask> =>
      new Promise((resolveMask, rejectMask) => {
        if (closed !== null) throw closed;
        worker.postMessage(copy, [copy]);
        waiting.push({ resolve: resolveMask, reject: rejectMask });
      });
    const maskerFor = ({ width, height }: { readonly width: number; readonly height: number }): Masker => ({
      // A picture is sent as small as the model wants it: reading it there would take as long as looking at it.
      mask: async (frame) =>
        send(
          frame instanceof ImageBitmap
            ? await createImageBitmap(frame, { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' })
            : frame.clone(),
        ),
      close: () => end(new Error('The masker is closed.')),
    });
    worker.addEventListener('error', (event) => end(new Error(event.message || 'The worker did not start.')));
    worker.addEventListener('message', ({ data }: MessageEvent<MaskAnswer>) => {
      if ('ready' in data) resolve(maskerFor(data.ready));
      else if ('mask' in data) waiting.shift()?.resolve(data.mask);
      // Before it is ready there is nothing to wait for: then it is the model that failed.
      else if (waiting.length === 0) end(new Error(data.fault));
      else waiting.shift()?.reject(new Error(data.fault));
    });
  });
