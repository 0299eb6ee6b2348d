/** Owns the look in a thread of its own: pictures in; parts and the room for the reader of text out, as they are done. */
import { type ExaminationPart, examinationParts } from '../../../electron/core/camera/observation.ts';
import { loadFaceFinder } from '../faces/find-faces.ts';
import { pixelsOf } from '../frame-pixels.ts';
import { loadSegmenter } from '../mask/segment.ts';
import { workerScope } from '../worker-scope.ts';
import type { Ready } from './helper.ts';
import { type Eyes, look, type PartResult, type Plate } from './look.ts';

export interface LookRequest {
  readonly frames: readonly ImageBitmap[];
  readonly which: readonly ExaminationPart[];
}
export type LookAnswer = PartResult | { readonly plate: Plate } | { readonly done: true } | { readonly fault: string };

const answer = (message: LookAnswer, transfer: readonly Transferable[] = []): void =>
  workerScope.postMessage(message, transfer);

const loadEyes = async (): Promise<Eyes> => ({
  segment: (await loadSegmenter()).segment,
  findFaces: await loadFaceFinder(),
});
const eyes = loadEyes().catch(() => null);

/** A grey picture, examined for nobody: the second time everything is compiled, and takes a third of the time. */
const warmUp = async (): Promise<void> => {
  const [width, height] = [320, 180];
  const grey = { width, height, rgba: new Uint8Array(width * height * 4).fill(120) };
  await look(grey, async () => [grey], await eyes, new Set(examinationParts), { tell: () => {}, read: () => {} });
};
warmUp().then(
  () => workerScope.postMessage({ ready: true } satisfies Ready),
  (error: unknown) => workerScope.postMessage({ broken: String(error) }),
);

const examine = async ({ frames: [still, ...earlier], which }: LookRequest): Promise<void> => {
  if (still === undefined) throw new Error('There is no picture to examine.');
  try {
    await look(await pixelsOf(still), () => Promise.all(earlier.map(pixelsOf)), await eyes, new Set(which), {
      tell: answer,
      read: (plate) => answer({ plate }, [plate.grey.buffer]),
    });
    answer({ done: true });
  } finally {
    for (const frame of [still, ...earlier]) frame.close();
  }
};

workerScope.addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
  examine(data).catch((error: unknown) => answer({ fault: error instanceof Error ? error.message : String(error) }));
});
