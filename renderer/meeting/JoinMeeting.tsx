/** Owns the buttons that open the next meeting. The page sends the meeting's id; what is opened, the program decides. */
import { useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { JoinWay } from '../../electron/core/ipc/invitation-messages.ts';
import type { NextMeeting } from '../../electron/core/meeting/meeting.ts';
import type { ReadinessInTime } from '../../electron/core/meeting/time-to-fix.ts';
import { choicesFor, joinResults } from '../invitation/JoinActions.tsx';

interface Props {
  readonly meeting: NextMeeting;
  readonly fit: ReadinessInTime;
  readonly api: Pick<GreenroomApi, 'joinMeeting'>;
}

export const JoinMeeting = ({ meeting, fit, api }: Props) => {
  const [result, setResult] = useState('');
  const join = (way: JoinWay): void => {
    setResult('');
    api.joinMeeting(meeting.id, way).then(
      (opened) => setResult(joinResults[opened]),
      () => setResult(joinResults['refused-by-system']),
    );
  };
  const all = choicesFor(meeting.inspection);
  // Without the app the browser's own link spares the person the vendor's download page.
  const choices = fit.readiness.method === 'browser' ? all.filter(({ way }) => way === 'browser') : all;
  return (
    <div className="join">
      <div className="open">
        {choices.map(({ way, words, anyway }, index) => (
          <button
            key={way}
            type="button"
            className={fit.mayJoin && index === 0 ? 'action' : undefined}
            onClick={() => join(way)}
          >
            {fit.mayJoin ? words : anyway}
          </button>
        ))}
      </div>
      <p className="note" role="status">
        {result}
      </p>
    </div>
  );
};
