/** Owns the small print: which computer, by which rules, with which list of versions, and that nothing leaves it. */
import type { Snapshot } from '../../electron/core/contract.ts';
import { longDate } from '../../electron/core/time.ts';

export const Colophon = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const { report } = snapshot;
  return (
    <footer className="colophon">
      <p>Nothing about this computer leaves it.</p>
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
