/** Owns the buttons of an official link. The page sends the inspection's id; what is opened, the program decides. */
import { useState } from 'react';
import type { Inspection } from '../../electron/core/invite/inspection.ts';
import type { GreenroomApi, Opened } from '../../electron/core/ipc/contract.ts';
import type { Inspected, JoinWay } from '../../electron/core/ipc/invitation-messages.ts';
import { clientsOf } from '../../electron/core/meeting/clients.ts';
import { says } from '../../electron/core/messages/says.ts';

const words = says('join', {
  app: 'Join in app',
  browser: 'Join in browser',
  both: 'Join in app or browser',
  appAnyway: 'Join in app anyway',
  browserAnyway: 'Join in browser anyway',
  bothAnyway: 'Join in app or browser anyway',
  copied: 'Copied, without your personal keys.',
  notCopied: 'Not copied. Your system didn’t allow it.',
  copy: 'Copy link without keys',
  browserFirst: 'Your browser opens first. You can usually join without the app, unless the host switched that off.',
});

export const joinResults: Readonly<Record<Opened, string>> = says('join.result', {
  opened: 'Opened in another program.',
  'nothing-to-open': 'This link isn’t opened from here. Open it from the invitation itself.',
  'refused-by-system': 'Your system didn’t open it. Copy the link and open it yourself.',
});

interface Choice {
  readonly way: JoinWay;
  readonly words: string;
  /** Where something is still to be put right. */
  readonly anyway: string;
}

/** One address for app and browser is one button: the vendor's page asks which. */
export const choicesFor = ({ joinUrl, browserJoinUrl, service }: Inspection): readonly Choice[] => {
  const app: Choice = { way: 'app', words: words.app, anyway: words.appAnyway };
  const browser: Choice = { way: 'browser', words: words.browser, anyway: words.browserAnyway };
  if (browserJoinUrl === null) return joinUrl === null ? [] : [app];
  if (browserJoinUrl !== joinUrl) return [app, browser];
  const hasApp = service !== null && Object.hasOwn(clientsOf, service);
  return [hasApp ? { ...browser, words: words.both, anyway: words.bothAnyway } : browser];
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
      () => setResult(words.copied),
      () => setResult(words.notCopied),
    );
  };
  const { shareUrl, joinUrl } = inspection;
  const choices = hosting ? [] : choicesFor(inspection);
  return (
    <div className="join">
      <div className="open">
        {choices.map(({ way, words: label }) => (
          <button key={way} type="button" className="action" onClick={() => join(way)}>
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
