/** Owns “Update list”: says whom it would ask, asks on a second click, shows how far it is, and can be stopped. */
import { useEffect, useState } from 'react';
import type { GreenroomApi, ListPlanTold, ListProgress, ListUpdated } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { list, place } from '../../electron/core/messages/value.ts';

const words = says('update-list', {
  update: 'Update list',
  stopped: 'Stopped. {answered, number} of {asked, number} makers had answered.',
  none: 'No maker could be asked. What Greenroom knows stays as it is.',
  all: 'All makers answered: {newer, plural, =0 {nothing newer is out} one {one newer version is known now} other {# newer versions are known now}}.',
  some: '{answered, number} of {asked, number} makers answered: {newer, plural, =0 {nothing newer is out} one {one newer version is known now} other {# newer versions are known now}}.',
  asks: 'This asks {hosts} for the newest versions. They see this computer’s internet address, and nothing else of it.',
  asking: 'Asking the makers…',
  progress: 'Asking the makers: {done, number} of {total, number}…',
  unanswered: 'Greenroom didn’t answer. Try again.',
  ask: 'Ask them',
  leave: 'Don’t ask',
  stop: 'Stop',
});

const refusals = says('update-list.refused', {
  forbidden: 'Your organisation doesn’t let Greenroom ask the makers of your apps.',
  signed: 'Your organisation hands out this list. It stays as it is.',
  'nothing-to-ask': 'None of your apps has a maker that Greenroom can ask.',
});

type Stage =
  | { readonly is: 'idle' | 'unanswered' }
  | { readonly is: 'planned'; readonly plan: ListPlanTold }
  | { readonly is: 'asking'; readonly progress: ListProgress | null }
  | { readonly is: 'done'; readonly updated: ListUpdated };

const resultOf = ({ asked, answered, newer, stopped }: ListUpdated): string => {
  if (stopped) return words.stopped({ answered, asked });
  if (answered === 0) return words.none;
  return answered === asked ? words.all({ newer }) : words.some({ answered, asked, newer });
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
        <button type="button" onClick={plan}>
          {words.update}
        </button>
      )}
      <div aria-live="polite">
        {stage.is === 'planned' && stage.plan.is !== 'may-ask' && <p>{refusals[stage.plan.is]}</p>}
        {mayAsk !== null && <p>{words.asks({ hosts: list(mayAsk.hosts.map(place)) })}</p>}
        {isAsking && <p>{stage.progress === null ? words.asking : words.progress({ ...stage.progress })}</p>}
        {isAsking && <progress aria-hidden="true" value={stage.progress?.done} max={stage.progress?.total ?? 1} />}
        {stage.is === 'done' && <p>{resultOf(stage.updated)}</p>}
        {stage.is === 'unanswered' && <p>{words.unanswered}</p>}
      </div>
      {mayAsk !== null && (
        <>
          <button type="button" onClick={ask}>
            {words.ask}
          </button>{' '}
          <button type="button" onClick={() => setStage({ is: 'idle' })}>
            {words.leave}
          </button>
        </>
      )}
      {isAsking && (
        <button type="button" onClick={() => void api.stopListUpdate().catch(unanswered)}>
          {words.stop}
        </button>
      )}
    </div>
  );
};
