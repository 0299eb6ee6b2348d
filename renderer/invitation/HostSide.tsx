/** Owns the advice to whoever is about to send an invitation: what to change in it, and the service's own settings. */
import { useState } from 'react';
import { type HostSteps, hostSteps } from '../../electron/core/invite/host-advice.ts';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { Inspected } from '../../electron/core/ipc/invitation-messages.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { says } from '../../electron/core/messages/says.ts';
import { place, product } from '../../electron/core/messages/value.ts';
import { ReasonList } from './ReasonList.tsx';

const words = says('host-side', {
  before: 'Before you send it',
  none: 'There’s no meeting link in it to send.',
  in: 'In {service}',
  open: 'Open {site}',
  openNamed: 'Open {site}: {steps}',
  opened: 'Opened in your browser.',
  failed: 'Your system didn’t open it. Follow the steps.',
});

interface StepsProps {
  readonly service: string;
  readonly topic: HostSteps;
  readonly api: Pick<GreenroomApi, 'openHostPage'>;
}

const Steps = ({ service, topic, api }: StepsProps) => {
  const [result, setResult] = useState('');
  const site = place(new URL(topic.page).host);
  const failed = (): void => setResult(words.failed);
  const open = (): void => {
    setResult('');
    api
      .openHostPage(`${service}/${topic.topic}`)
      .then((opened) => (opened === 'opened' ? setResult(words.opened) : failed()), failed);
  };
  return (
    <section className="remedy" aria-label={localise(topic.title)}>
      <h5>{localise(topic.title)}</h5>
      <ol>
        {topic.steps.map((step) => (
          <li key={step.id}>{localise(step)}</li>
        ))}
      </ol>
      <div className="open">
        <button type="button" aria-label={words.openNamed({ site, steps: topic.title })} onClick={open}>
          {words.open({ site })}
        </button>
        <p className="note" role="status">
          {result}
        </p>
      </div>
    </section>
  );
};

interface Props {
  readonly inspected: Inspected;
  readonly api: Pick<GreenroomApi, 'openHostPage'>;
}

export const HostSide = ({ inspected, api }: Props) => {
  const { host, inspection } = inspected;
  const { service, serviceName } = inspection;
  const topics = inspection.verdict === 'genuine' ? hostSteps(service) : [];
  return (
    <section className="host-side" aria-label={words.before}>
      <h4>{words.before}</h4>
      {host.length === 0 ? <p>{words.none}</p> : <ReasonList reasons={host} />}
      {service !== null && topics.length > 0 && (
        <>
          <h4>{words.in({ service: product(serviceName ?? service) })}</h4>
          {topics.map((topic) => (
            <Steps key={topic.topic} service={service} topic={topic} api={api} />
          ))}
        </>
      )}
    </section>
  );
};
