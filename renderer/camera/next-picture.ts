/** Owns waiting for the camera's next picture. */

/** Resolves when the element has presented a new frame. Rejects when `signal` ends it, also while the camera gives none. */
export const nextFrame = (video: HTMLVideoElement, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const end = (): void => {
      video.cancelVideoFrameCallback(waiting);
      reject(signal.reason);
    };
    const waiting = video.requestVideoFrameCallback(() => {
      signal.removeEventListener('abort', end);
      resolve();
    });
    signal.addEventListener('abort', end, { once: true });
  });

/** The state that Chromium's error names while an element has no picture of its stream yet. */
const isNotYet = (error: unknown): boolean => error instanceof DOMException && error.name === 'InvalidStateError';

/**
 * The next picture that can be read; the caller closes it. The first frame that Chromium presents of a stream is an empty
 * black one, which it refuses to hand out.
 */
export const nextPicture = async (video: HTMLVideoElement, signal: AbortSignal): Promise<VideoFrame> => {
  for (;;) {
    await nextFrame(video, signal);
    try {
      return new VideoFrame(video);
    } catch (error) {
      if (!isNotYet(error)) throw error;
    }
  }
};
