/** Owns the look in a thread of its own: pictures in, parts out as they are done, at last the room for the reader of text. */
import type { ExaminationPart } from '../../../electron/core/camera/observation.ts';
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

const examine = async ({ frames, which }: LookRequest): Promise<void> => {
  const segmenter = await loadSegmenter().catch(() => null);
  const pictures = await Promise.all(frames.map(pixelsOf));
  const plate = look(pictures, segmenter, new Set(which), (told) => answer(told));
  answer({ plate }, plate === null ? [] : [plate.grey.buffer]);
};

workerScope.addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
  examine(data).catch((error: unknown) => answer({ fault: error instanceof Error ? error.message : String(error) }));
});
