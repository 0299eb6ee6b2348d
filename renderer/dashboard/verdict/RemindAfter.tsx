/** Owns the wish to be told once, when the next meeting is over, of what waited for its end. */
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { says } from '../../../electron/core/messages/says.ts';

const words = says('remind-after', {
  remind: 'Remind me after the call',
  told: 'We’ll remind you once, when your next meeting is over.',
});

interface RemindAfterProps {
  readonly reminds: boolean;
  readonly api: Pick<GreenroomApi, 'remindAfterCall'>;
}

/** What came of the wish is in the next snapshot: the tray can take it back as well. */
export const RemindAfter = ({ reminds, api }: RemindAfterProps) => (
  <p className="note">
    <button type="button" aria-pressed={reminds} onClick={() => void api.remindAfterCall(!reminds)}>
      {words.remind}
    </button>
    <span role="status">{reminds && ` ${words.told}`}</span>
  </p>
);
