/** Owns what the last report says about this computer for one service, beside the buttons that join. */

import type { Inspection } from '../../electron/core/invite/inspection.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { readinessFor } from '../../electron/core/meeting/readiness.ts';
import { messages } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { product } from '../../electron/core/messages/value.ts';
import { toFixFirst } from '../../electron/core/report/counts.ts';
import type { Finding } from '../../electron/core/report/finding.ts';
import { staleAge } from '../../electron/core/text/clock-time.ts';
import { StateMark } from '../components/Marks.tsx';

const service = messages('service', { this: 'this service', named: '{service}' });

const words = says('for-this-computer', {
  checking: 'This computer is being checked…',
  again: 'Check this computer again to see whether it’s ready for {service}.',
  other: 'Another meeting in your calendars has a fake link: don’t join that one.',
  ready: 'This computer is ready for {service}.',
  readyInBrowser: 'This computer is ready for {service} in a browser.',
  caution: 'This computer is ready for {service}, with something to look at.',
  cautionInBrowser: 'This computer is ready for {service} in a browser, with something to look at.',
  fix: 'Fix this before you join {service}:',
  notFound: 'Greenroom found nothing on this computer to join {service} with.',
  unknown: 'Greenroom couldn’t tell whether this computer is ready for {service}.',
});

interface Props {
  readonly inspection: Inspection;
  readonly snapshot: Snapshot;
  readonly now: number;
}

const Titles = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <ul className="reasons">
    {findings.map(({ id, subject, state, title }) => (
      <li key={`${id} ${subject}`}>
        <StateMark state={state} />
        <span>{title}</span>
      </li>
    ))}
  </ul>
);

export const ForThisComputer = ({ inspection, snapshot, now }: Props) => {
  const { report, running } = snapshot;
  const { serviceName } = inspection;
  const named = { service: serviceName === null ? service.this : service.named({ service: product(serviceName) }) };
  if (running !== null) return <p className="note">{words.checking}</p>;
  if (report === null || staleAge(report, now) !== null) {
    return <p className="note">{words.again(named)}</p>;
  }
  const { verdict, findings, method: through, fakeLink } = readinessFor(report.findings, inspection);
  const open = findings.filter(({ required, state }) => required && (state === 'unknown' || state === 'not-done'));
  const other = fakeLink !== undefined && <p className="note">{words.other}</p>;
  switch (verdict) {
    case 'ready':
    case 'caution':
      return (
        <div>
          <p>{words[through === 'browser' ? (`${verdict}InBrowser` as const) : verdict](named)}</p>
          {other}
        </div>
      );
    case 'not-ready':
      return (
        <div>
          <p>{words.fix(named)}</p>
          <Titles findings={toFixFirst(findings)} />
          {other}
        </div>
      );
    case 'undetermined':
      return through === 'not-found' ? (
        <p>{words.notFound(named)}</p>
      ) : (
        <div>
          <p>{words.unknown(named)}</p>
          <Titles findings={open} />
          {other}
        </div>
      );
  }
};
