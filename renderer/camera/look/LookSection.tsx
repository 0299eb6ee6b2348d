/** Owns the offer to look at the room, and what comes of it. */
import { type ExaminationPart, examinationParts } from '../../../electron/core/camera/observation.ts';
import { checkOfPart } from '../../../electron/core/checks/camera-look.ts';
import type { Snapshot } from '../../../electron/core/contract.ts';
import { LookList } from './LookList.tsx';
import type { Look } from './use-look.ts';

interface Props {
  readonly look: Look;
  /** The organisation leaves it on. */
  readonly offered: boolean;
  readonly snapshot: Snapshot;
  readonly mirrored: boolean;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
  readonly onStart: (which: readonly ExaminationPart[]) => void;
  readonly onBack: () => void;
}

/** Parts whose checks policy has switched off are left alone: a full report has no finding of them. */
const wanted = ({ report, running }: Snapshot): readonly ExaminationPart[] => {
  if (report === null || running !== null || report.only !== null) return examinationParts;
  const judged = new Set(report.findings.map((finding) => finding.id));
  const anyLook = examinationParts.some((part) => judged.has(checkOfPart[part]));
  return anyLook ? examinationParts.filter((part) => judged.has(checkOfPart[part])) : examinationParts;
};

export const LookSection = ({ look, offered, snapshot, mirrored, chosen, onChoose, onStart, onBack }: Props) => {
  if (!offered) return <p className="note">Your organisation has switched off looking at the background.</p>;
  if (look.phase === 'none') {
    return (
      <div className="actions">
        <button type="button" className="action" onClick={() => onStart(wanted(snapshot))}>
          Look at my background
        </button>
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
          <button type="button" onClick={() => onStart(wanted(snapshot))}>
            Look again
          </button>
        )}
      </div>
    </>
  );
};
