/** Owns what the last report says about this computer for one service, beside the buttons that join. */

import type { Inspection } from '../../electron/core/invite/inspection.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { readinessFor } from '../../electron/core/meeting/readiness.ts';
import { toFixFirst } from '../../electron/core/report/counts.ts';
import type { Finding } from '../../electron/core/report/finding.ts';
import { staleAge } from '../../electron/core/text/clock-time.ts';
import { StateMark } from '../components/Marks.tsx';

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
  const service = inspection.serviceName ?? 'this service';
  if (running !== null) return <p className="note">This computer is being checked…</p>;
  if (report === null || staleAge(report, now) !== null) {
    return <p className="note">Check this computer again to see whether it is ready for {service}.</p>;
  }
  const { verdict, findings, method: through, fakeLink } = readinessFor(report.findings, inspection);
  const open = findings.filter(({ required, state }) => required && (state === 'unknown' || state === 'not-done'));
  const other = fakeLink !== undefined && (
    <p className="note">Another meeting of your calendars has a fake link: don’t join that one.</p>
  );
  switch (verdict) {
    case 'ready':
    case 'caution':
      return (
        <div>
          <p>
            This computer is ready for {service}
            {through === 'browser' && ' in a browser'}
            {verdict === 'caution' && ', with something to look at'}.
          </p>
          {other}
        </div>
      );
    case 'not-ready':
      return (
        <div>
          <p>Before you join {service}, put this right:</p>
          <Titles findings={toFixFirst(findings)} />
          {other}
        </div>
      );
    case 'undetermined':
      return through === 'not-found' ? (
        <p>Greenroom found nothing on this computer to join {service} with.</p>
      ) : (
        <div>
          <p>Greenroom could not tell whether this computer is ready for {service}.</p>
          <Titles findings={open} />
          {other}
        </div>
      );
  }
};
