/** Owns the offer to look at the room, and what comes of it. */
import { LookList } from './LookList.tsx';
import type { Look } from './use-look.ts';

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
  if (!offered) return <p className="note">Your organisation has switched off looking at the background.</p>;
  if (look.phase === 'none') {
    return (
      <div className="actions">
        <button type="button" className="action" onClick={onStart}>
          Look at my background
        </button>
        {look.failed && <p role="alert">The picture could not be looked at. Please try again.</p>}
      </div>
    );
  }
  return (
    <>
      {look.phase === 'taking' ? (
        <p className="note" role="status">
          Taking a picture…
        </p>
      ) : (
        <LookList look={look} mirrored={mirrored} chosen={chosen} onChoose={onChoose} />
      )}
      <div className="actions">
        <button type="button" className="action" onClick={onBack}>
          Back to the live picture
        </button>
        {look.phase === 'done' && (
          <button type="button" onClick={onStart}>
            Look again
          </button>
        )}
      </div>
    </>
  );
};
