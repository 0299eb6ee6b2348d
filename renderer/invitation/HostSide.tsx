/** Owns the advice to whoever is about to send an invitation: what to change in it, and the service's own settings. */
import { useState } from 'react';
import { type HostSteps, hostSteps } from '../../electron/core/invite/host-advice.ts';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { Inspected } from '../../electron/core/ipc/invitation-messages.ts';
import { ReasonList } from './ReasonList.tsx';

interface StepsProps {
  readonly service: string;
  readonly topic: HostSteps;
  readonly api: Pick<GreenroomApi, 'openHostPage'>;
}

const Steps = ({ service, topic, api }: StepsProps) => {
  const [result, setResult] = useState('');
  const failed = (): void => setResult('Your system did not open it. Please follow the steps.');
  const open = (): void => {
    setResult('');
    api
      .openHostPage(`${service}/${topic.topic}`)
      .then((opened) => (opened === 'opened' ? setResult('Opened in your browser.') : failed()), failed);
  };
  return (
    <section className="remedy" aria-label={topic.title}>
      <h5>{topic.title}</h5>
      <ol>
        {topic.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="open">
        <button type="button" onClick={open}>
          Open {new URL(topic.page).host}
          <span className="hidden-words">{`: ${topic.title}`}</span>
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
    <section className="host-side" aria-label="Before you send it">
      <h4>Before you send it</h4>
      {host.length === 0 ? <p>There is no meeting link in it to send.</p> : <ReasonList reasons={host} />}
      {service !== null && topics.length > 0 && (
        <>
          <h4>In {serviceName}</h4>
          {topics.map((topic) => (
            <Steps key={topic.topic} service={service} topic={topic} api={api} />
          ))}
        </>
      )}
    </section>
  );
};
