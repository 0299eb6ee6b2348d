/** Owns the still picture of a look: drawn into a canvas, emptied when it goes. */
import { useEffect, useRef } from 'react';

interface Props {
  readonly still: ImageBitmap;
  readonly words: string;
}

export const Still = ({ still, words }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    element.width = still.width;
    element.height = still.height;
    element.getContext('2d')?.drawImage(still, 0, 0);
    return () => {
      element.width = 0;
    };
  }, [still]);
  return <canvas ref={canvas} role="img" aria-label={words} />;
};
