/** Owns the moving picture: the camera's own, and what lies over it. */
import type { ReactNode, RefObject } from 'react';
import { says } from '../../electron/core/messages/says.ts';
import type { Picture as Facts } from './camera-state.ts';
import { Picture } from './Picture.tsx';

const words = says('live-picture', {
  mirrored: 'Your camera, as in a mirror',
  plain: 'Your camera, as others see you',
});

interface Props {
  readonly picture: Facts;
  readonly mirrored: boolean;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly over: ReactNode;
}

export const LivePicture = ({ picture, mirrored, video, over }: Props) => (
  <Picture width={picture.width} height={picture.height} mirrored={mirrored} over={over}>
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
      aria-label={mirrored ? words.mirrored : words.plain}
    />
  </Picture>
);
