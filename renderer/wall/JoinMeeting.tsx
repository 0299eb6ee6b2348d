/** Owns the one button that opens the next meeting. The page sends the meeting's id; what is opened, the program decides. */
import { useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { JoinWay } from '../../electron/core/ipc/invitation-messages.ts';
import type { NextMeeting } from '../../electron/core/meeting/meeting.ts';
import type { ReadinessInTime } from '../../electron/core/meeting/time-to-fix.ts';
import { says } from '../../electron/core/messages/says.ts';
import { product } from '../../electron/core/messages/value.ts';
import { joinResults } from '../components/join-results.ts';

const words = says('join-next', {
  join: 'Join this meeting',
  joinIn: 'Join in {service}',
  browser: 'Join in your browser',
  anyway: 'Join anyway',
});

interface Props {
  readonly meeting: NextMeeting;
  readonly fit: ReadinessInTime;
  /** Nothing is left to do but this. */
  readonly primary: boolean;
  readonly api: Pick<GreenroomApi, 'joinMeeting'>;
}

export const JoinMeeting = ({ meeting, fit, primary, api }: Props) => {
  const [result, setResult] = useState('');
  const { serviceName, joinUrl } = meeting.inspection;
  // Without the app the browser's own link spares the person the vendor's download page.
  const way: JoinWay = fit.readiness.method === 'browser' || joinUrl === null ? 'browser' : 'app';
  const join = (): void => {
    setResult('');
    api.joinMeeting(meeting.id, way).then(
      (opened) => setResult(joinResults[opened]),
      () => setResult(joinResults['refused-by-system']),
    );
  };
  const named = serviceName === null ? words.join : words.joinIn({ service: product(serviceName) });
  return (
    <div className="buttons">
      <button type="button" className={primary ? 'primary' : undefined} onClick={join}>
        {fit.mayJoin ? (way === 'browser' ? words.browser : named) : words.anyway}
      </button>
      <p className="note" role="status">
        {result}
      </p>
    </div>
  );
};
