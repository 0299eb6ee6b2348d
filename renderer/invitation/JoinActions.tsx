/** Owns the buttons of an official link. The page sends the inspection's id; what is opened, the program decides. */
import { useState } from 'react';
import type { Inspection } from '../../electron/core/invite/inspection.ts';
import type { GreenroomApi, Opened } from '../../electron/core/ipc/contract.ts';
import type { Inspected, JoinWay } from '../../electron/core/ipc/invitation-messages.ts';
import { clientsOf } from '../../electron/core/meeting/clients.ts';

export const joinResults: Readonly<Record<Opened, string>> = {
  opened: 'Opened in another program.',
  'nothing-to-open': 'This link is not opened from here. Open it from the invitation itself.',
  'refused-by-system': 'Your system did not open it. Copy the link and open it yourself.',
};

interface Choice {
  readonly way: JoinWay;
  readonly words: string;
}

/** One address for app and browser is one button: the vendor's page asks which. */
export const choicesFor = ({ joinUrl, browserJoinUrl, service }: Inspection): readonly Choice[] => {
  const app: Choice = { way: 'app', words: 'Join in app' };
  const browser: Choice = { way: 'browser', words: 'Join in browser' };
  if (browserJoinUrl === null) return joinUrl === null ? [] : [app];
  if (browserJoinUrl !== joinUrl) return [app, browser];
  const hasApp = service !== null && Object.hasOwn(clientsOf, service);
  return [hasApp ? { ...browser, words: 'Join in app or browser' } : browser];
};

interface Props {
  readonly inspected: Inspected;
  /** Whoever is about to send the invitation does not join now. */
  readonly hosting: boolean;
  readonly api: Pick<GreenroomApi, 'openMeeting'>;
}

export const JoinActions = ({ inspected, hosting, api }: Props) => {
  const { id, inspection } = inspected;
  const [result, setResult] = useState('');
  const join = (way: JoinWay): void => {
    setResult('');
    api.openMeeting(id, way).then(
      (opened) => setResult(joinResults[opened]),
      () => setResult(joinResults['refused-by-system']),
    );
  };
  const copy = (link: string): void => {
    navigator.clipboard.writeText(link).then(
      () => setResult('Copied, without keys that are yours alone.'),
      () => setResult('Not copied. Your system did not allow it.'),
    );
  };
  const { shareUrl, joinUrl } = inspection;
  const choices = hosting ? [] : choicesFor(inspection);
  return (
    <div className="join">
      <div className="open">
        {choices.map(({ way, words }) => (
          <button key={way} type="button" className="action" onClick={() => join(way)}>
            {words}
          </button>
        ))}
        {shareUrl !== null && (
          <button type="button" onClick={() => copy(shareUrl)}>
            Copy link without keys
          </button>
        )}
      </div>
      {choices.length > 0 && joinUrl?.startsWith('https:') && (
        <p className="note">
          Your browser opens first. Joining without the app is usually possible; the host may have switched it off.
        </p>
      )}
      <p className="note" role="status">
        {result}
      </p>
    </div>
  );
};
