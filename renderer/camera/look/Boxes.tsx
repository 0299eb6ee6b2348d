/** Owns the boxes over the still: numbered as the list is, and never mirrored, so that the numbers can be read. */
import type { CSSProperties } from 'react';
import type { Observation } from '../../../electron/core/camera/observation.ts';

interface Props {
  readonly observations: readonly Observation[];
  readonly mirrored: boolean;
  /** Index of the one that stands out; null: none does. */
  readonly chosen: number | null;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The list says all that the boxes show. */
export const Boxes = ({ observations, mirrored, chosen }: Props) => (
  <div className={chosen === null ? 'boxes' : 'boxes choosing'} aria-hidden="true">
    {observations.map(({ box }, index) => {
      if (box === null) return null;
      const style: CSSProperties = {
        insetInlineStart: percent(mirrored ? 1 - box.x - box.width : box.x),
        insetBlockStart: percent(box.y),
        inlineSize: percent(box.width),
        blockSize: percent(box.height),
      };
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: observations have no name but their place in the list.
        <div key={index} className={chosen === index ? 'box chosen' : 'box'} style={style}>
          <span>{index + 1}</span>
        </div>
      );
    })}
  </div>
);
