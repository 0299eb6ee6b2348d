/** Owns the wish to be told once, when the next meeting is over, of what waited for its end. */
import { useState } from 'react';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';

export const RemindAfter = ({ api }: { readonly api: Pick<GreenroomApi, 'remindAfterCall'> }) => {
  const [reminds, setReminds] = useState(false);
  const wish = (on: boolean): void => {
    api.remindAfterCall(on).then(setReminds, () => setReminds(false));
  };
  return (
    <p className="note">
      <button type="button" aria-pressed={reminds} onClick={() => wish(!reminds)}>
        Remind me after the call
      </button>
      <span role="status">{reminds && ' You are told once, when your next meeting is over.'}</span>
    </p>
  );
};
