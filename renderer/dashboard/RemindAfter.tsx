/** Owns the wish to be told once, when the next meeting is over, of what waited for its end. */
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';

const words = says('remind-after', {
  remind: 'Remind me after the call',
  told: 'You’ll be reminded after the call',
});

interface RemindAfterProps {
  readonly reminds: boolean;
  readonly api: Pick<GreenroomApi, 'remindAfterCall'>;
}

/** What came of the wish is in the next snapshot: the tray can take it back as well. */
export const RemindAfter = ({ reminds, api }: RemindAfterProps) => (
  <button type="button" className="link" aria-pressed={reminds} onClick={() => void api.remindAfterCall(!reminds)}>
    {reminds ? words.told : words.remind}
  </button>
);
