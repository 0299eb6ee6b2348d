/** Owns the camera of the scenes: a drawing becomes a picture as a webcam would give it, the same every time. */

/** What the camera adds to a drawing. */
export interface Camera {
  /** Radius of the blur in pixels; 0.7 unless given, as ordinary webcams have. */
  readonly blur?: number;
  /** Greatest change of a pixel's channels by noise, of 255. */
  readonly noise?: number;
  /** Factor of the light. */
  readonly exposure?: number;
  readonly width?: number;
  readonly height?: number;
}

const DEFAULTS = { blur: 0.7, noise: 4, exposure: 1, width: 1280, height: 720 } as const;

const add = (data: Uint8ClampedArray, amount: number, seed: number): void => {
  let state = seed;
  for (let at = 0; at < data.length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const change = ((state >>> 8) / 2 ** 24 - 0.5) * 2 * amount;
    for (let channel = 0; channel < 3; channel += 1) data[at + channel] = (data[at + channel] ?? 0) + change;
  }
};

export const takePicture = async (address: string, camera: Camera = {}, seed = 1): Promise<ImageBitmap> => {
  const { blur, noise, exposure, width, height } = { ...DEFAULTS, ...camera };
  const image = new Image();
  image.src = address;
  await image.decode();
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas.');
  context.filter = `blur(${blur}px) brightness(${exposure})`;
  // Drawn a little larger, so that the blur brings in no transparent edge.
  context.drawImage(image, -2, -2, width + 4, height + 4);
  const picture = context.getImageData(0, 0, width, height);
  add(picture.data, noise, seed);
  context.putImageData(picture, 0, 0);
  return createImageBitmap(context.canvas);
};
