/** Owns the small print: which computer, by which rules, with which list of versions, and what leaves it. */
import { lazy, Suspense, useState } from 'react';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { longDate } from '../../electron/core/text/time.ts';
import { FaultBoundary } from './FaultBoundary.tsx';
import { Sharing } from './Sharing.tsx';
import { UpdateList } from './UpdateList.tsx';

const isTold = ({ settings }: Snapshot): boolean =>
  settings.reporting?.systemLog?.value === true || settings.reporting?.jsonLines?.value === true;

const SupportFile = lazy(() => import('./SupportFile.tsx'));

const Support = ({ api }: { readonly api: GreenroomApi }) => {
  const [open, setOpen] = useState(false);
  return (
    <details className="told" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Something not right? Make a support file</summary>
      {open && (
        <FaultBoundary instead={<p>The support file could not be shown. Close this and try again.</p>}>
          <Suspense fallback={<p>Getting ready…</p>}>
            <SupportFile api={api} />
          </Suspense>
        </FaultBoundary>
      )}
    </details>
  );
};

interface ColophonProps {
  readonly snapshot: Snapshot;
  readonly api: GreenroomApi | undefined;
}

export const Footer = ({ snapshot, api }: ColophonProps) => {
  const { report } = snapshot;
  return (
    <footer className="colophon">
      {isTold(snapshot) ? <Sharing api={api} /> : <p>Nothing about this computer leaves it.</p>}
      {report !== null && (
        <p>
          {report.machine.os !== 'not known' && `${report.machine.os}, ${report.machine.arch}. `}
          List of versions of {longDate(report.catalogue.asOf)}.
          {report.policy.source !== null && ` Rules from ${report.policy.source}.`}
        </p>
      )}
      {api !== undefined && report !== null && <UpdateList api={api} />}
      <p>Greenroom {snapshot.appVersion}</p>
      {api !== undefined && <Support api={api} />}
    </footer>
  );
};
