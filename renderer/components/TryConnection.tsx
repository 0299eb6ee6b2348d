/** Owns “Try the connection”: says which host it asks, asks on a click, shows how far it is, can be stopped, tells what came of it. */
import { useEffect, useId, useState } from 'react';
import { triedHosts } from '../../electron/core/connection/hosts.ts';
import type { TrialProgress, TrialTold } from '../../electron/core/connection/trial-told.ts';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { says } from '../../electron/core/messages/says.ts';
import { place } from '../../electron/core/messages/value.ts';
import { StateMark } from './Marks.tsx';

const words = says('try-connection', {
  which: 'Which service?',
  host: '{host}',
  asks: 'This opens ten connections to {host}, within ten seconds, and sends nothing else. The service sees this computer’s internet address.',
  try: 'Try the connection to {host}',
  again: 'Try {host} again',
  asking: 'Asking {host}…',
  progress: 'Asking {host}: {done, number} of {total, number}…',
  stop: 'Stop',
  stopped: 'Stopped. Nothing is kept of it.',
  busy: 'Another connection is being tried. Wait a moment.',
  refused: 'Greenroom doesn’t ask this host: no meeting ahead leads there any more.',
  unanswered: 'Greenroom didn’t answer. Try again.',
});

export type TrialApi = Pick<GreenroomApi, 'tryConnection' | 'stopConnection' | 'onTrialProgress'>;

type Stage =
  | { readonly is: 'idle' | 'unanswered' }
  | { readonly is: 'asking'; readonly host: string; readonly progress: TrialProgress | null }
  | { readonly is: 'done'; readonly told: TrialTold };

const Told = ({ told }: { readonly told: TrialTold }) => {
  if (told.is === 'impossible') return <p>{localise(told.sentence)}</p>;
  if (told.is !== 'tried') return <p>{words[told.is]}</p>;
  const [first, ...more] = told.sentences;
  return (
    <>
      <p>
        <StateMark state={told.state} /> {first === undefined ? '' : localise(first)}
      </p>
      {more.map((sentence) => (
        <p className="note" key={sentence}>
          {localise(sentence)}
        </p>
      ))}
    </>
  );
};

/** `host`: where the next meeting's official link leads; undefined: the person chooses a service. */
export const TryConnection = ({ api, host }: { readonly api: TrialApi; readonly host: string | undefined }) => {
  const id = useId();
  const [chosen, setChosen] = useState(triedHosts[0] ?? '');
  const [stage, setStage] = useState<Stage>({ is: 'idle' });
  const unanswered = (): void => setStage({ is: 'unanswered' });
  useEffect(
    () =>
      api.onTrialProgress((progress) =>
        setStage((now) => (now.is === 'asking' && now.host === progress.host ? { ...now, progress } : now)),
      ),
    [api],
  );
  const asked = host ?? chosen;
  const at = { host: place(asked) };
  const ask = (): void => {
    setStage({ is: 'asking', host: asked, progress: null });
    api.tryConnection(asked).then((told) => setStage({ is: 'done', told }), unanswered);
  };
  const isAsking = stage.is === 'asking';
  const now = isAsking ? { host: place(stage.host) } : at;
  return (
    <div className="told">
      {host === undefined && !isAsking && (
        <p>
          <label htmlFor={id}>{words.which}</label>{' '}
          <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {triedHosts.map((one) => (
              <option key={one} value={one}>
                {words.host({ host: place(one) })}
              </option>
            ))}
          </select>
        </p>
      )}
      {!isAsking && <p className="note">{words.asks(at)}</p>}
      <div aria-live="polite">
        {isAsking && (
          <p>
            {stage.progress === null
              ? words.asking(now)
              : words.progress({ ...now, done: stage.progress.done, total: stage.progress.total })}
          </p>
        )}
        {isAsking && <progress aria-hidden="true" value={stage.progress?.done} max={stage.progress?.total ?? 1} />}
        {stage.is === 'done' && <Told told={stage.told} />}
        {stage.is === 'unanswered' && <p>{words.unanswered}</p>}
      </div>
      {isAsking ? (
        <button type="button" onClick={() => void api.stopConnection().catch(unanswered)}>
          {words.stop}
        </button>
      ) : (
        <button type="button" onClick={ask}>
          {stage.is === 'done' ? words.again(at) : words.try(at)}
        </button>
      )}
    </div>
  );
};
