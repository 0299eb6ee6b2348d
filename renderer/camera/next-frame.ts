/** Owns waiting for the camera's next picture. */

/** Resolves when the element has shown a new frame: before the first one there is nothing to draw. */
export const nextFrame = (video: HTMLVideoElement): Promise<void> =>
  new Promise((resolve) => {
    video.requestVideoFrameCallback(() => resolve());
  });
