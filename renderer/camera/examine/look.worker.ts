/** Owns the look in a thread of its own: pictures in, parts out as they are done, at last the room for the reader of text. */
import { type ExaminationPart, examinationParts } from '../../../electron/core/camera/observation.ts';
import { pixelsOf } from '../frame-pixels.ts';
import { loadSegmenter } from '../mask/load-model.ts';
import { workerScope } from '../worker-scope.ts';
import { look, type Plate, type Told } from './look.ts';

export interface LookRequest {
  readonly frames: readonly ImageBitmap[];
  readonly which: readonly ExaminationPart[];
}
export type LookAnswer = Told | { readonly plate: Plate | null } | { readonly fault: string };

const answer = (message: LookAnswer, transfer: readonly Transferable[] = []): void =>
  workerScope.postMessage(message, transfer);

let asked = false;
const segmenter = loadSegmenter().catch(() => null);

/** A grey picture, examined for nobody: the second time everything is compiled, and takes a third of the time. */
const warmUp = segmenter.then(
  (segment) =>
    new Promise<void>((resolve) => {
      setTimeout(() => {
        const [width, height] = [320, 180];
        const grey = { width, height, rgba: new Uint8Array(width * height * 4).fill(120) };
        if (!asked) look([grey, grey], segment, new Set(examinationParts), () => {});
        resolve();
      });
    }),
);

const examine = async ({ frames, which }: LookRequest): Promise<void> => {
  const pictures = await Promise.all(frames.map(pixelsOf));
  await warmUp;
  const plate = look(pictures, await segmenter, new Set(which), (told) => answer(told));
  answer({ plate }, plate === null ? [] : [plate.grey.buffer]);
};

workerScope.addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
  asked = true;
  examine(data).catch((error: unknown) => answer({ fault: error instanceof Error ? error.message : String(error) }));
});
