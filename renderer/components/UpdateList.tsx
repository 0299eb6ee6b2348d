/** Owns “Update list”: says whom it would ask, asks on a second click, shows how far it is, and can be stopped. */
import { useEffect, useState } from 'react';
import type { GreenroomApi, ListPlanTold, ListProgress, ListUpdated } from '../../electron/core/ipc/contract.ts';
import { formatList } from '../../electron/core/text/phrases.ts';

type Stage =
  | { readonly is: 'idle' | 'unanswered' }
  | { readonly is: 'planned'; readonly plan: ListPlanTold }
  | { readonly is: 'asking'; readonly progress: ListProgress | null }
  | { readonly is: 'done'; readonly updated: ListUpdated };

const refusals: Readonly<Record<Exclude<ListPlanTold['is'], 'may-ask'>, string>> = {
  forbidden: 'Your organisation doesn’t let Greenroom ask the makers of your apps.',
  signed: 'Your organisation hands out this list. It stays as it is.',
  'nothing-to-ask': 'None of your apps has a maker that Greenroom can ask.',
};

const resultOf = ({ asked, answered, newer, stopped }: ListUpdated): string => {
  if (stopped) return `Stopped. ${answered} of ${asked} makers had answered.`;
  if (answered === 0) return 'No maker could be asked. What Greenroom knows stays as it is.';
  const of = answered === asked ? 'All makers answered' : `${answered} of ${asked} makers answered`;
  return `${of}: ${newer === 0 ? 'nothing newer is out.' : newer === 1 ? 'one newer version is known now.' : `${newer} newer versions are known now.`}`;
};

export const UpdateList = ({ api }: { readonly api: GreenroomApi }) => {
  const [stage, setStage] = useState<Stage>({ is: 'idle' });
  const unanswered = (): void => setStage({ is: 'unanswered' });
  useEffect(
    () => api.onListProgress((progress) => setStage((now) => (now.is === 'asking' ? { is: 'asking', progress } : now))),
    [api],
  );
  const plan = (): void => {
    api.listPlan().then((made) => setStage({ is: 'planned', plan: made }), unanswered);
  };
  const ask = (): void => {
    setStage({ is: 'asking', progress: null });
    api.updateList().then((updated) => setStage({ is: 'done', updated }), unanswered);
  };
  const isAsking = stage.is === 'asking';
  const mayAsk = stage.is === 'planned' && stage.plan.is === 'may-ask' ? stage.plan : null;
  return (
    <div className="told">
      {mayAsk === null && !isAsking && (
        <button type="button" className="action" onClick={plan}>
          Update list
        </button>
      )}
      <div aria-live="polite">
        {stage.is === 'planned' && stage.plan.is !== 'may-ask' && <p>{refusals[stage.plan.is]}</p>}
        {mayAsk !== null && (
          <p>
            This asks {formatList(mayAsk.hosts)} for the newest versions. They see this computer’s internet address, and
            nothing else of it.
          </p>
        )}
        {isAsking && (
          <p>
            Asking the makers{stage.progress === null ? '' : `: ${stage.progress.done} of ${stage.progress.total}`}…
          </p>
        )}
        {stage.is === 'done' && <p>{resultOf(stage.updated)}</p>}
        {stage.is === 'unanswered' && <p>Greenroom did not answer. Try again.</p>}
      </div>
      {mayAsk !== null && (
        <>
          <button type="button" className="action" onClick={ask}>
            Ask them
          </button>{' '}
          <button type="button" className="action" onClick={() => setStage({ is: 'idle' })}>
            Don’t ask
          </button>
        </>
      )}
      {isAsking && (
        <button type="button" className="action" onClick={() => void api.stopListUpdate().catch(unanswered)}>
          Stop
        </button>
      )}
    </div>
  );
};
