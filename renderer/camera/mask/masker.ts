/** Owns the shape of the person's mask: what the live view and the examination ask of it. */

/** Where a person is, at the model's own size: 0 is background, 255 is person. It covers the whole picture. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly alpha: Uint8Array<ArrayBuffer>;
}

export interface Masker {
  /**
   * One frame at a time: asked again before the answer, it waits its turn. The frame stays the caller's, who closes it; it
   * may do so as soon as this returns. Rejects when the frame cannot be read, or after `close`.
   */
  mask(frame: VideoFrame | ImageBitmap): Promise<Mask>;
  /** Ends the worker; what was asked and not answered rejects. */
  close(): void;
}
