/** Owns the live remedy: masks the camera's picture frame by frame, and draws it before a blurred room or the company's background. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { COMPANY_BACKGROUND } from '../../../electron/core/camera/company-background.ts';
import type { Masker } from '../mask/masker.ts';
import { nextPicture } from '../next-picture.ts';
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
    const control = new AbortController();
    const { signal } = control;
    let masker: Masker | null = null;
    let behind: ImageBitmap | null = null;

    const run = async (): Promise<void> => {
      const { createMasker } = await import('../mask/create-masker.ts');
      if (signal.aborted) return;
      [masker, behind] = await Promise.all([createMasker(), remedy === 'company' ? companyPicture() : null]);
      const compositor = createCompositor(ratio);
      const element = canvas.current;
      if (element !== null) [element.width, element.height] = [compositor.width, compositor.height];
      const onto = element?.getContext('2d') ?? null;
      // One frame at a time: what comes meanwhile is left out, and the picture never lags behind.
      while (!signal.aborted && video.current !== null && onto !== null) {
        const frame = await compositor.take(await nextPicture(video.current, signal));
        const mask = await masker.mask(frame);
        frame.close();
        if (signal.aborted) return;
        compositor.draw(onto, mask, behind);
        setState('running');
      }
    };
    run()
      .catch((error: unknown) => {
        if (signal.aborted) return;
        console.info('The background cannot be shown:', error);
        setState('failed');
      })
      .finally(() => {
        // The view may have closed while the model was loading.
        if (signal.aborted) close();
      });
    const close = (): void => {
      masker?.close();
      behind?.close();
    };
    return () => {
      control.abort();
      close();
    };
  }, [remedy, live, ratio, video]);

  return { canvas, state };
};
