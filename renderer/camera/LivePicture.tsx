/** Owns the moving picture: the camera's own, the remedy drawn over it, and what lies over both. */
import type { ReactNode, RefObject } from 'react';
import type { Picture as Facts } from './camera-state.ts';
import type { BackgroundEffect, EffectState } from './effects/use-effect-preview.ts';
import { Picture } from './Picture.tsx';

interface Props {
  readonly picture: Facts;
  readonly mirrored: boolean;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly remedy: BackgroundEffect;
  readonly remedyState: EffectState;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly over: ReactNode;
}

const remedyWords: Readonly<Record<Exclude<BackgroundEffect, 'none'>, string>> = {
  blur: 'You before your room, blurred',
  company: 'You before your organisation’s background',
};

export const LivePicture = ({ picture, mirrored, video, remedy, remedyState, canvas, over }: Props) => (
  <Picture width={picture.width} height={picture.height} mirrored={mirrored} over={over}>
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
      aria-label={mirrored ? 'Your camera, as in a mirror' : 'Your camera, as others see you'}
    />
    {/* Dark until the first frame is drawn: the room must not be seen before its remedy. */}
    {remedy !== 'none' && remedyState !== 'failed' && (
      <canvas ref={canvas} className="remedy" role="img" aria-label={remedyWords[remedy]} />
    )}
  </Picture>
);
