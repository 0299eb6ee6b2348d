/** Owns the moving picture: the camera's own, the remedy drawn over it, and what lies over both. */
import type { ReactNode, RefObject } from 'react';
import { says } from '../../electron/core/messages/says.ts';
import type { Picture as Facts } from './camera-state.ts';
import type { BackgroundEffect, EffectState } from './effects/use-effect-preview.ts';
import { Picture } from './Picture.tsx';

const words = says('live-picture', {
  mirrored: 'Your camera, as in a mirror',
  plain: 'Your camera, as others see you',
  blur: 'Preview with a blurred background',
  company: 'Preview with your organisation’s background',
});

interface Props {
  readonly picture: Facts;
  readonly mirrored: boolean;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly remedy: BackgroundEffect;
  readonly remedyState: EffectState;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly over: ReactNode;
}

export const LivePicture = ({ picture, mirrored, video, remedy, remedyState, canvas, over }: Props) => (
  <Picture width={picture.width} height={picture.height} mirrored={mirrored} over={over}>
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
      aria-label={mirrored ? words.mirrored : words.plain}
    />
    {/* Dark until the first frame is drawn: the room must not be seen before its remedy. */}
    {remedy !== 'none' && remedyState !== 'failed' && (
      <canvas ref={canvas} className="remedy" role="img" aria-label={words[remedy]} />
    )}
  </Picture>
);
