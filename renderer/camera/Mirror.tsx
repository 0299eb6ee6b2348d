/** Owns the place of the camera on the page: the way to one's own picture and the devices, until it is on; then the picture itself. */
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { CheckId } from '../../electron/core/checks/ids.ts';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { areaNames } from '../../electron/core/report/areas.ts';
import { FaultBoundary } from '../components/FaultBoundary.tsx';
import { BusyMark, StateMark } from '../components/Marks.tsx';

const words = says('mirror', {
  show: 'Show my camera',
  yours: 'Only you see it. Nothing is recorded.',
  blocked: 'Something blocks it for now. Fix that first.',
  devices: 'Devices',
  failed: 'The camera view couldn’t open. Turn it off and try again.',
  loading: 'Opening the camera view…',
  off: 'Turn off',
});

/** Loaded with the first picture, never before. */
const CameraPanel = lazy(() => import('./CameraPanel.tsx'));

const deviceChecks: readonly CheckId[] = ['camera-present', 'microphone-present', 'loudspeaker-present'];
/** What keeps the picture from coming. */
const blockers: readonly CheckId[] = ['camera-present', 'camera-permission', 'camera-in-use'];

const Devices = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const found = (snapshot.report?.findings ?? []).filter(
    ({ id, state }) => deviceChecks.includes(id) && state !== 'not-applicable',
  );
  const awaited = new Set(snapshot.running?.pending.map((one) => one.id));
  if (found.length === 0) return null;
  return (
    <ul className="devices" aria-label={words.devices}>
      {deviceChecks
        .flatMap((id) => found.filter((one) => one.id === id))
        .map(({ id, subject, state, title, evidence }) => (
          <li key={`${id} ${subject}`}>
            {awaited.has(id) ? <BusyMark /> : <StateMark state={state} />}
            <span>
              {title}
              {/* Its name, where the system tells it. */}
              {state === 'pass' && <small>{evidence.found}</small>}
            </span>
          </li>
        ))}
    </ul>
  );
};

interface Props {
  readonly api: GreenroomApi;
  readonly snapshot: Snapshot;
  readonly on: boolean;
  readonly larger: boolean;
  /** Nothing else is left to do but to look at oneself. */
  readonly primary: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly onLarger: (larger: boolean) => void;
}

export const Mirror = ({ api, snapshot, on, larger, primary, onTurn, onLarger }: Props) => {
  const button = useRef<HTMLButtonElement>(null);
  const wasOn = useRef(on);
  // What had the focus went with the picture.
  useEffect(() => {
    if (wasOn.current && !on) button.current?.focus();
    wasOn.current = on;
  }, [on]);
  const title = <h2 id="mirror-title">{areaNames.camera}</h2>;
  if (!on) {
    const isBlocked = (snapshot.report?.findings ?? []).some(
      ({ id, state }) => blockers.includes(id) && state === 'fail',
    );
    return (
      <section className="part camera-place off" aria-labelledby="mirror-title">
        <header>{title}</header>
        <div className="sheet">
          <div className="glass">
            <svg viewBox="0 0 320 180" aria-hidden="true">
              <path d="M160 20a32 37 0 1 1 0 74 32 37 0 1 1 0-74Z" />
              <path d="M66 190c4-62 42-86 94-86s90 24 94 86Z" />
            </svg>
            <p>{isBlocked ? words.blocked : words.yours}</p>
            <button type="button" ref={button} className={primary ? 'primary' : undefined} onClick={() => onTurn(true)}>
              {words.show}
            </button>
          </div>
          <Devices snapshot={snapshot} />
        </div>
      </section>
    );
  }
  const turnOff = (
    <button type="button" onClick={() => onTurn(false)}>
      {words.off}
    </button>
  );
  const waiting = (sentence: string) => (
    <section className="part camera-place" aria-labelledby="mirror-title">
      <header>
        {title}
        <span className="end">{turnOff}</span>
      </header>
      <div className="sheet">
        <div className="glass">
          <p>{sentence}</p>
        </div>
      </div>
    </section>
  );
  return (
    <FaultBoundary instead={waiting(words.failed)}>
      <Suspense fallback={waiting(words.loading)}>
        <CameraPanel api={api} snapshot={snapshot} larger={larger} onLarger={onLarger} onClose={() => onTurn(false)} />
      </Suspense>
    </FaultBoundary>
  );
};
