/** Owns the list of what Greenroom has changed and can put back. */
import { useCallback, useEffect, useState } from 'react';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import type { ChangeTold } from '../../electron/core/ipc/fix-messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { quote } from '../../electron/core/messages/value.ts';
import { clockTime } from '../../electron/core/text/clock-time.ts';
import { useFixWork } from './use-fix-work.ts';

const words = says('changed', {
  title: 'Changed by Greenroom',
  undo: 'Undo',
  undoNamed: 'Undo: {what}',
  unanswered: 'Greenroom didn’t answer. Try again.',
});

interface Props {
  readonly snapshot: Snapshot;
  readonly now: number;
  readonly api: GreenroomApi;
}

export const ChangedByGreenroom = ({ snapshot, now, api }: Props) => {
  const [changes, setChanges] = useState<readonly ChangeTold[]>([]);
  const [result, setResult] = useState('');
  const { working, follow } = useFixWork(api);
  const read = useCallback(() => api.changedByFixes().then(setChanges, () => setChanges([])), [api]);
  const { report } = snapshot;
  // A fix ends with a run of the checks that it helps with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the report is what tells that there may be something new.
  useEffect(() => void read(), [read, report]);
  const undo = (id: string): void => {
    setResult('');
    void follow(
      api
        .undoFix(id)
        .then(({ sentence }) => setResult(sentence))
        .catch(() => setResult(words.unanswered))
        .then(read),
    );
  };
  if (changes.length === 0 && result === '' && working === null) return null;
  return (
    <section className="part" aria-labelledby="changed-title">
      <header>
        <h2 id="changed-title">{words.title}</h2>
      </header>
      <ul className="sheet other-calls">
        {changes.map(({ id, did, at }) => (
          <li key={id}>
            <span>
              {did} <small>{clockTime(at, now)}</small>
            </span>
            <button
              type="button"
              aria-label={words.undoNamed({ what: quote(did) })}
              aria-disabled={working !== null}
              onClick={working === null ? () => undo(id) : undefined}
            >
              {words.undo}
            </button>
          </li>
        ))}
      </ul>
      <p className="note" role="status">
        {working ?? result}
      </p>
    </section>
  );
};
