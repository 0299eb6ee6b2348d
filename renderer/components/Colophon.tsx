/** Owns the small print: which computer, by which rules, with which list of versions, and what leaves it. */
import type { GreenroomApi, Snapshot } from '../../electron/core/contract.ts';
import { longDate } from '../../electron/core/time.ts';
import { Sharing } from './Sharing.tsx';

const isTold = ({ settings }: Snapshot): boolean =>
  settings.reporting?.systemLog?.value === true || settings.reporting?.jsonLines?.value === true;

interface ColophonProps {
  readonly snapshot: Snapshot;
  readonly api: GreenroomApi | undefined;
}

export const Colophon = ({ snapshot, api }: ColophonProps) => {
  const { report } = snapshot;
  return (
    <footer className="colophon">
      {isTold(snapshot) ? <Sharing api={api} /> : <p>Nothing about this computer leaves it.</p>}
      {report !== null && (
        <p>
          {report.machine.os !== 'not known' && `${report.machine.os}, ${report.machine.arch}. `}
          Versions as known on {longDate(report.catalogue.asOf)}.
          {report.policy.source !== null && ` Rules from ${report.policy.source}.`}
        </p>
      )}
      <p>Greenroom {snapshot.appVersion}</p>
    </footer>
  );
};
