/** Owns the offer to look at the room, and what comes of it. */

import { says } from '../../../electron/core/messages/says.ts';
import { LookList } from './LookList.tsx';
import type { Look } from './use-look.ts';

const words = says('look-section', {
  off: 'Your organisation has switched off looking at the background.',
  start: 'Look at my background',
  failed: 'The picture couldn’t be looked at. Try again.',
  taking: 'Taking a picture…',
  back: 'Back to the live picture',
  again: 'Look again',
});

interface Props {
  readonly look: Look;
  /** The organisation leaves it on. */
  readonly offered: boolean;
  readonly mirrored: boolean;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
  readonly onStart: () => void;
  readonly onBack: () => void;
}

export const LookSection = ({ look, offered, mirrored, chosen, onChoose, onStart, onBack }: Props) => {
  if (!offered) return <p className="note">{words.off}</p>;
  if (look.phase === 'none') {
    return (
      <div className="actions">
        <button type="button" onClick={onStart}>
          {words.start}
        </button>
        {look.failed && <p role="alert">{words.failed}</p>}
      </div>
    );
  }
  return (
    <>
      {look.phase === 'taking' ? (
        <p className="note" role="status">
          {words.taking}
        </p>
      ) : (
        <LookList look={look} mirrored={mirrored} chosen={chosen} onChoose={onChoose} />
      )}
      <div className="actions">
        <button type="button" onClick={onBack}>
          {words.back}
        </button>
        {look.phase === 'done' && (
          <button type="button" onClick={onStart}>
            {words.again}
          </button>
        )}
      </div>
    </>
  );
};
