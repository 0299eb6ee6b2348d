/** Owns drawing a person before a blurred room or another picture: a few plain 2D steps, so that no graphics card is needed. */
import { copyOf } from '../frame-pixels.ts';
import type { Mask } from '../mask/masker.ts';

/** Enough to judge it by, and small enough for a computer without a graphics card. */
const WIDTH = 640;
/** Twice small and large again: a soft blur that costs next to nothing. */
const [SMALL, SMALLER] = [160, 40] as const;
/** How much of the mask before stays, so that the edge does not shimmer. */
const KEPT = 0.35;
/** Below and above these the mask is background or person; between them lies the edge. */
const [EDGE_FROM, EDGE_TO] = [70, 185] as const;

type Surface = OffscreenCanvasRenderingContext2D;

const surface = (width: number, height: number): Surface => {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('This computer offers no canvas.');
  // The highest takes twice the time, and shows no difference in a soft edge and a blurred room.
  context.imageSmoothingQuality = 'medium';
  return context;
};

/** The largest part of `picture` in the given shape, from its middle. */
const coverOf = (picture: ImageBitmap, ratio: number): readonly [number, number, number, number] => {
  const width = Math.min(picture.width, picture.height * ratio);
  const height = width / ratio;
  return [(picture.width - width) / 2, (picture.height - height) / 2, width, height];
};

export interface Compositor {
  readonly width: number;
  readonly height: number;
  /** Takes a frame of the camera, and closes it; the picture is the caller's, who closes it. */
  take(frame: VideoFrame): Promise<ImageBitmap>;
  /** Draws a picture that was taken, by its own mask. `behind` null: the room itself, blurred. */
  draw(onto: CanvasRenderingContext2D, picture: ImageBitmap, mask: Mask, behind: ImageBitmap | null): void;
}

/** `ratio` is the camera's own shape, width by height. */
export const createCompositor = (ratio: number): Compositor => {
  const height = Math.max(2, Math.round(WIDTH / ratio));
  const person = surface(WIDTH, height);
  const lower = (width: number): Surface => surface(width, Math.max(2, Math.round(width / ratio)));
  const [small, smaller] = [lower(SMALL), lower(SMALLER)];
  // Kept from frame to frame: new ones for each would soon have to be swept up, in the middle of a frame.
  let copy: ImageData | undefined;
  let cut: { readonly mask: Surface; readonly image: ImageData } | null = null;

  const cutOut = (mask: Mask): Surface => {
    if (cut === null || cut.image.width !== mask.width || cut.image.height !== mask.height) {
      cut = { mask: surface(mask.width, mask.height), image: new ImageData(mask.width, mask.height) };
    }
    const { data } = cut.image;
    for (let pixel = 0; pixel < mask.alpha.length; pixel += 1) {
      const value = ((mask.alpha[pixel] ?? 0) - EDGE_FROM) / (EDGE_TO - EDGE_FROM);
      const now = Math.max(0, Math.min(1, value)) * 255;
      data[pixel * 4 + 3] = (data[pixel * 4 + 3] ?? 0) * KEPT + now * (1 - KEPT);
    }
    cut.mask.putImageData(cut.image, 0, 0);
    return cut.mask;
  };

  const drawBlurred = (onto: CanvasRenderingContext2D, picture: ImageBitmap): void => {
    let from: CanvasImageSource = picture;
    for (const at of [small, smaller, small]) {
      at.drawImage(from, 0, 0, at.canvas.width, at.canvas.height);
      from = at.canvas;
    }
    onto.drawImage(small.canvas, 0, 0, WIDTH, height);
  };

  return {
    width: WIDTH,
    height,
    take: async (frame) => {
      copy = await copyOf(frame, copy);
      // At half the size the quickest way is already the mean of all that falls on a pixel.
      const resizeQuality = copy.width <= 2 * WIDTH ? 'low' : 'medium';
      return createImageBitmap(copy, { resizeWidth: WIDTH, resizeHeight: height, resizeQuality });
    },
    draw: (onto, picture, mask, behind) => {
      person.globalCompositeOperation = 'copy';
      person.drawImage(picture, 0, 0);
      person.globalCompositeOperation = 'destination-in';
      person.drawImage(cutOut(mask).canvas, 0, 0, WIDTH, height);
      if (behind === null) drawBlurred(onto, picture);
      else onto.drawImage(behind, ...coverOf(behind, WIDTH / height), 0, 0, WIDTH, height);
      onto.drawImage(person.canvas, 0, 0);
    },
  };
};
