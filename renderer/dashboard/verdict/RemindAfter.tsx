/** Owns the wish to be told once, when the next meeting is over, of what waited for its end. */
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';

interface RemindAfterProps {
  readonly reminds: boolean;
  readonly api: Pick<GreenroomApi, 'remindAfterCall'>;
}

/** What came of the wish is in the next snapshot: the tray can take it back as well. */
export const RemindAfter = ({ reminds, api }: RemindAfterProps) => (
  <p className="note">
    <button type="button" aria-pressed={reminds} onClick={() => void api.remindAfterCall(!reminds)}>
      Remind me after the call
    </button>
    <span role="status">{reminds && ' You are told once, when your next meeting is over.'}</span>
  </p>
);
