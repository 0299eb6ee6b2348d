/** Owns reading the pixels of a frame. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and one unused byte of each pixel, from the top left. */
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/**
 * A video's picture is copied, not drawn: without a graphics card Chromium keeps each one that was drawn, up to 500 MB of
 * them, for as long as the page is there. Closes the frame. `into` is written over and given back if it has the frame's size.
 */
export const copyOf = async (frame: VideoFrame, into?: ImageData): Promise<ImageData> => {
  try {
    const area = frame.visibleRect;
    if (area === null) throw new Error('The frame is closed.');
    const options = { format: 'RGBA', rect: area } as const;
    const fits = into?.width === area.width && into.height === area.height;
    const copy = fits ? into : new ImageData(area.width, area.height);
    await frame.copyTo(copy.data, options);
    return copy;
  } finally {
    frame.close();
  }
};

/** Closes the frame. */
const drawn = (frame: ImageBitmap): ImageData => {
  const { width, height } = frame;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The picture cannot be drawn.');
  context.drawImage(frame, 0, 0);
  frame.close();
  return context.getImageData(0, 0, width, height);
};

/** Closes the frame. */
export const pixelsOf = async (frame: VideoFrame | ImageBitmap): Promise<Pixels> => {
  const { width, height, data } = frame instanceof ImageBitmap ? drawn(frame) : await copyOf(frame);
  return { width, height, rgba: data };
};
