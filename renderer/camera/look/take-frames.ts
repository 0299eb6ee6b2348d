/** Owns taking pictures from the running camera for a look: the still, and those a moment before it in which movement shows. */
import { copyOf } from '../frame-pixels.ts';
import { nextFrame } from '../next-frame.ts';

const EARLIER = 2;
/** Between two pictures. */
const BETWEEN_MS = 400;
/** On a busy computer Chromium was seen to refuse the first pictures of a camera that is already shown. */
const TRIES = 30;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const takeFrame = async (video: HTMLVideoElement, signal: AbortSignal): Promise<ImageBitmap> => {
  for (let left = TRIES; ; left -= 1) {
    await nextFrame(video);
    signal.throwIfAborted();
    try {
      return await createImageBitmap(await copyOf(new VideoFrame(video)));
    } catch (error) {
      if (left === 0) throw error;
    }
  }
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
