/** Owns the live remedy: masks the camera's picture frame by frame, and draws it before a blurred room or the company's background. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { COMPANY_BACKGROUND } from '../../../electron/core/camera/company-background.ts';
import type { Masker } from '../mask/masker.ts';
import { nextFrame } from '../next-frame.ts';
import { createCompositor } from './compositor.ts';

export type BackgroundEffect = 'none' | 'blur' | 'company';
export type EffectState = 'off' | 'loading' | 'running' | 'failed';

interface EffectOptions {
  readonly remedy: BackgroundEffect;
  /** The camera's picture runs. */
  readonly live: boolean;
  readonly ratio: number;
  readonly video: RefObject<HTMLVideoElement | null>;
}

/** Each time anew: another picture may have been read since. */
const companyPicture = async (): Promise<ImageBitmap> => {
  const image = new Image();
  image.src = `${COMPANY_BACKGROUND}?${performance.now()}`;
  await image.decode();
  return createImageBitmap(image);
};

export const useEffectPreview = ({ remedy, live, ratio, video }: EffectOptions) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<EffectState>('off');

  useEffect(() => {
    if (remedy === 'none' || !live) {
      setState('off');
      return;
    }
    setState('loading');
    let over = false;
    let masker: Masker | null = null;
    let behind: ImageBitmap | null = null;

    const run = async (): Promise<void> => {
      const { createMasker } = await import('../mask/create-masker.ts');
      if (over) return;
      [masker, behind] = await Promise.all([createMasker(), remedy === 'company' ? companyPicture() : null]);
      const compositor = createCompositor(ratio);
      const element = canvas.current;
      if (element !== null) [element.width, element.height] = [compositor.width, compositor.height];
      const onto = element?.getContext('2d') ?? null;
      // One frame at a time: what comes meanwhile is left out, and the picture never lags behind.
      while (!over && video.current !== null && onto !== null) {
        await nextFrame(video.current);
        if (over || video.current === null) return;
        const frame = await compositor.take(video.current);
        const mask = await masker.mask(frame);
        frame.close();
        if (over) return;
        compositor.draw(onto, mask, behind);
        setState('running');
      }
    };
    run()
      .catch((error: unknown) => {
        if (over) return;
        console.info('The background cannot be shown:', error);
        setState('failed');
      })
      .finally(() => {
        // The view may have closed while the model was loading.
        if (over) close();
      });
    const close = (): void => {
      masker?.close();
      behind?.close();
    };
    return () => {
      over = true;
      close();
    };
  }, [remedy, live, ratio, video]);

  return { canvas, state };
};
