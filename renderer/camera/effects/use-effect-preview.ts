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

/** Each time again: another picture may have been read since. */
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
      const [camera, element] = [video.current, canvas.current];
      const onto = element?.getContext('2d') ?? null;
      if (camera === null || element === null || onto === null) throw new Error('There is nothing to draw on.');
      [element.width, element.height] = [compositor.width, compositor.height];
      const { mask } = masker;
      const take = async () => compositor.take(await nextPicture(camera, signal));
      const show = async (picture: ImageBitmap): Promise<void> => {
        try {
          const cut = await mask(picture);
          if (signal.aborted) return;
          compositor.draw(onto, picture, cut, behind);
          setState('running');
        } finally {
          picture.close();
        }
      };
      // The next picture is taken while the one before is masked and drawn. What comes meanwhile is left out, so that the
      // picture never lags behind, and each is drawn by its own mask, so that no edge of the room shows.
      let showing = Promise.resolve();
      for (;;) {
        const [picture] = await Promise.all([take(), showing]);
        showing = show(picture);
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
