/** Owns the still over the live picture: the frozen frame and the numbered boxes on it. */

import { says } from '../../../electron/core/messages/says.ts';
import { Boxes } from './Boxes.tsx';
import { Still } from './Still.tsx';
import type { Look } from './use-look.ts';

const words = says('still', {
  marked: 'A still picture from your camera, {n, plural, one {# place} other {# places}} marked',
});

interface Props {
  readonly look: Extract<Look, { readonly phase: 'looking' | 'done' }>;
  readonly mirrored: boolean;
  readonly chosen: number | null;
}

export const StillPicture = ({ look, mirrored, chosen }: Props) => {
  const places = look.observations.filter(({ box }) => box !== null).length;
  return (
    <div className={`still${mirrored ? ' mirrored' : ''}`}>
      <div className="mirror">
        <Still still={look.still} words={words.marked({ n: places })} />
      </div>
      <Boxes observations={look.observations} mirrored={mirrored} chosen={chosen} />
    </div>
  );
};
