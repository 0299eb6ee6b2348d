/** Owns the small print: which computer, by which rules, with which list of versions, and what leaves it. */
import { lazy, Suspense, useState } from 'react';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { date, place, product, term, version } from '../../electron/core/messages/value.ts';
import { FaultBoundary } from '../components/FaultBoundary.tsx';
import { Sharing } from './Sharing.tsx';
import { UpdateList } from './UpdateList.tsx';

const words = says('footer', {
  support: 'Something not right? Make a support file',
  supportFailed: 'The support file couldn’t be shown. Close this and try again.',
  loading: 'Getting ready…',
  stays: 'Nothing about this computer leaves it.',
  computer: '{system}, {architecture}.',
  list: 'List of versions of {date}.',
  rules: 'Rules from {source}.',
  version: 'Greenroom {version}',
});

const isTold = ({ settings }: Snapshot): boolean =>
  settings.reporting?.systemLog?.value === true || settings.reporting?.jsonLines?.value === true;

const SupportFile = lazy(() => import('./SupportFile.tsx'));

const Support = ({ api }: { readonly api: GreenroomApi }) => {
  const [open, setOpen] = useState(false);
  return (
    <details className="told" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.support}</summary>
      {open && (
        <FaultBoundary instead={<p>{words.supportFailed}</p>}>
          <Suspense fallback={<p>{words.loading}</p>}>
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
    <div className="colophon">
      {isTold(snapshot) ? <Sharing api={api} /> : <p>{words.stays}</p>}
      {report !== null && (
        <p>
          {report.machine.os !== 'not known' &&
            words.computer({ system: product(report.machine.os), architecture: term(report.machine.arch) })}{' '}
          {words.list({ date: date(report.catalogue.asOf) })}{' '}
          {report.policy.source !== null && words.rules({ source: place(report.policy.source) })}
        </p>
      )}
      {api !== undefined && report !== null && <UpdateList api={api} />}
      <p>{words.version({ version: version(snapshot.appVersion) })}</p>
      {api !== undefined && <Support api={api} />}
    </div>
  );
};
