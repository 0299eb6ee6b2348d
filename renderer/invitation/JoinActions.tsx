/** Owns the buttons of an official link. The page sends the inspection's id; what is opened, the program decides. */
import { useState } from 'react';
import type { Inspection } from '../../electron/core/invite/inspection.ts';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import type { Inspected, JoinWay } from '../../electron/core/ipc/invitation-messages.ts';
import { clientsOf } from '../../electron/core/meeting/clients.ts';
import { readinessFor } from '../../electron/core/meeting/readiness.ts';
import { says } from '../../electron/core/messages/says.ts';
import { joinResults } from '../components/join-results.ts';

const words = says('join', {
  app: 'Join in app',
  browser: 'Join in browser',
  both: 'Join in app or browser',
  copied: 'Copied, without your personal keys.',
  notCopied: 'Not copied. Your system didn’t allow it.',
  copy: 'Copy link without keys',
  browserFirst: 'Your browser opens first. You can usually join without the app, unless the host switched that off.',
});

interface Choice {
  readonly way: JoinWay;
  readonly words: string;
}

/** One address for app and browser is one button: the vendor's page asks which. */
const choicesFor = ({ joinUrl, browserJoinUrl, service }: Inspection): readonly Choice[] => {
  const app: Choice = { way: 'app', words: words.app };
  const browser: Choice = { way: 'browser', words: words.browser };
  if (browserJoinUrl === null) return joinUrl === null ? [] : [app];
  if (browserJoinUrl !== joinUrl) return [app, browser];
  const hasApp = service !== null && Object.hasOwn(clientsOf, service);
  return [hasApp ? { ...browser, words: words.both } : browser];
};

interface Props {
  readonly inspected: Inspected;
  /** Whoever is about to send the invitation does not join now. */
  readonly hosting: boolean;
  readonly snapshot: Pick<Snapshot, 'report'>;
  readonly api: Pick<GreenroomApi, 'openMeeting'>;
}

export const JoinActions = ({ inspected, hosting, snapshot, api }: Props) => {
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
      () => setResult(words.copied),
      () => setResult(words.notCopied),
    );
  };
  const { shareUrl, joinUrl } = inspection;
  const { method } = readinessFor(snapshot.report?.findings ?? [], inspection);
  // First what this computer is ready for.
  const isFirst = ({ way }: Choice): boolean => method === 'browser' && way === 'browser';
  const choices = hosting ? [] : choicesFor(inspection).toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  return (
    <div className="join">
      <div className="open">
        {choices.map(({ way, words: label }, index) => (
          <button key={way} type="button" className={index === 0 ? 'primary' : undefined} onClick={() => join(way)}>
            {label}
          </button>
        ))}
        {shareUrl !== null && (
          <button type="button" onClick={() => copy(shareUrl)}>
            {words.copy}
          </button>
        )}
      </div>
      {choices.length > 0 && joinUrl?.startsWith('https:') && <p className="note">{words.browserFirst}</p>}
      <p className="note" role="status">
        {result}
      </p>
    </div>
  );
};
