/** Owns taking pictures from the running camera for a look: the still, and those a moment before it in which movement shows. */
import { copyOf } from '../frame-pixels.ts';
import { nextPicture } from '../next-picture.ts';

const EARLIER = 2;
/** Between two pictures. */
const BETWEEN_MS = 400;
/** A camera that gives no picture for so long gives none. */
const LIMIT_MS = 5_000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const takeFrame = async (video: HTMLVideoElement, signal: AbortSignal): Promise<ImageBitmap> => {
  const picture = await nextPicture(video, AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]));
  return createImageBitmap(await copyOf(picture));
};

export interface Taken {
  readonly still: ImageBitmap;
  readonly earlier: readonly ImageBitmap[];
}

/** All of them are the caller's to close. Throws when `signal` ends it, or when the camera gives no picture. */
export const takeFrames = async (video: HTMLVideoElement, signal: AbortSignal): Promise<Taken> => {
  const earlier: ImageBitmap[] = [];
  try {
    while (earlier.length < EARLIER) {
      earlier.push(await takeFrame(video, signal));
      await pause(BETWEEN_MS);
      signal.throwIfAborted();
    }
    return { still: await takeFrame(video, signal), earlier };
  } catch (error) {
    for (const frame of earlier) frame.close();
    throw error;
  }
};
