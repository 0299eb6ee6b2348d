/** Owns the place of the picture: it keeps the camera's own shape, mirrors all that lies in it, and holds words when there is none. */
import { type CSSProperties, type ReactNode, useMemo } from 'react';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly mirrored: boolean;
  /** What shows the picture: mirrored with it. */
  readonly children: ReactNode;
  /** What lies over the picture and is never mirrored. */
  readonly over?: ReactNode;
}

export const Picture = ({ width, height, mirrored, children, over }: Props) => {
  // The picture's shape is known only while it runs, so no style sheet can hold it.
  const style = useMemo(() => ({ '--ratio': width > 0 && height > 0 ? width / height : 16 / 9 }), [width, height]);
  return (
    <div className={`picture${mirrored ? ' mirrored' : ''}`} style={style as CSSProperties}>
      <div className="mirror">{children}</div>
      {over}
    </div>
  );
};
