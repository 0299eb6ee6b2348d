/** Owns reading the pixels of a frame, in a worker. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and one unused byte of each pixel, from the top left. */
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** A camera's frame is copied, not drawn: drawing one in a worker was seen to keep its memory. */
const copied = async (frame: VideoFrame): Promise<Pixels> => {
  const area = frame.visibleRect;
  if (area === null) throw new Error('The frame is closed.');
  const options = { format: 'RGBA', rect: area } as const;
  const rgba = new Uint8Array(frame.allocationSize(options));
  await frame.copyTo(rgba, options);
  return { width: area.width, height: area.height, rgba };
};

const drawn = (frame: ImageBitmap): Pixels => {
  const { width, height } = frame;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The picture cannot be drawn.');
  context.drawImage(frame, 0, 0);
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
};

/** Closes the frame. */
export const pixelsOf = async (frame: VideoFrame | ImageBitmap): Promise<Pixels> => {
  try {
    return frame instanceof ImageBitmap ? drawn(frame) : await copied(frame);
  } finally {
    frame.close();
  }
};
