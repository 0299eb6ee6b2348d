/** Owns the camera view: the live picture and its choices, or one sentence about why there is none. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { GreenroomApi, Opened } from '../../electron/core/contract.ts';
import type { Platform } from '../../electron/core/facts.ts';
import { CameraChoices } from './CameraChoices.tsx';
import type { Picture, Trouble } from './camera-state.ts';
import { troubleWords } from './camera-words.ts';
import { useCamera } from './use-camera.ts';

interface Props {
  readonly api: GreenroomApi;
  readonly platform: Platform;
  readonly onClose: () => void;
}

const size = ({ width, height, frameRate }: Picture): string =>
  `${width} × ${height}${frameRate === null ? '' : `, ${Math.round(frameRate)} pictures a second`}`;

/** Words in the place of the picture. */
const Words = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="words">
    <h3>{title}</h3>
    {children}
  </div>
);

const CameraPanel = ({ api, platform, onClose }: Props) => {
  const { state, video, start, mirror } = useCamera(api);
  const { phase, devices, chosen, mirrored } = state;
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef(false);
  const live = phase.kind === 'live';
  const deviceId = live ? phase.deviceId : phase.kind === 'starting' ? (chosen ?? '') : null;

  // On opening, and whenever the button that had the focus went with its words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the phase is the cue, not an input.
  useEffect(() => {
    if (opened.current && document.activeElement !== document.body) return;
    opened.current = true;
    heading.current?.focus();
  }, [phase.kind]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);

  return (
    <section className="camera" aria-labelledby={title}>
      <div className="camera-head">
        <h2 id={title} tabIndex={-1} ref={heading}>
          Your camera
        </h2>
        {live && (
          <p className="on-air">
            <span className="lamp" aria-hidden="true" /> Camera on
          </p>
        )}
        <button type="button" className="quiet" onClick={onClose}>
          {live ? 'Stop and close' : 'Close'}
        </button>
      </div>
      <div className={`frame${mirrored ? ' mirrored' : ''}`}>
        {live && (
          <video
            ref={video}
            autoPlay
            muted
            playsInline
            disablePictureInPicture
            aria-label={mirrored ? 'Your camera, as in a mirror' : 'Your camera, as others see you'}
          />
        )}
        {phase.kind === 'starting' && (
          <Words title="Opening your camera…">
            {phase.slow && <p>This takes longer than usual. Your system may be asking for your permission.</p>}
          </Words>
        )}
        {phase.kind === 'released' && (
          <Words title="Camera off">
            <p>It was switched off when this window was hidden.</p>
            <button type="button" className="action" onClick={() => start(chosen)}>
              Show my camera again
            </button>
          </Words>
        )}
        {phase.kind === 'trouble' && (
          <TroubleView
            trouble={phase.trouble}
            platform={platform}
            connected={devices.some((device) => device.id !== '')}
            api={api}
            // What failed by choice is not asked for again: the system picks one that is there.
            onRetry={() => start(phase.trouble === 'unplugged' || phase.trouble === 'not-connected' ? null : chosen)}
          />
        )}
      </div>
      <p className="hidden-words" role="status">
        {live ? 'Your camera is on.' : ''}
      </p>
      {live && phase.still && (
        <p className="notice" role="status">
          The camera sends no new picture. Check its cover and cable.
        </p>
      )}
      {deviceId !== null && devices.length > 0 && (
        <CameraChoices devices={devices} deviceId={deviceId} mirrored={mirrored} onDevice={start} onMirror={mirror} />
      )}
      {live && (
        <p className="note">
          {size(phase.picture)}. Seen on this computer only: no picture is stored or sent. Effects that your meeting app
          adds are not shown.
        </p>
      )}
    </section>
  );
};
export default CameraPanel;

interface TroubleProps {
  readonly trouble: Trouble;
  readonly platform: Platform;
  /** Some camera is there now. */
  readonly connected: boolean;
  readonly api: GreenroomApi;
  readonly onRetry: () => void;
}

const settingsResults: Readonly<Record<Opened, string>> = {
  opened: 'The settings are open.',
  'nothing-to-open': 'Greenroom cannot open these settings here. Please look for “camera” or “privacy” in them.',
  'refused-by-system': 'Your system did not open the settings. Please open them yourself.',
};

const TroubleView = ({ trouble, platform, connected, api, onRetry }: TroubleProps) => {
  const words = troubleWords(trouble, platform);
  const [result, setResult] = useState('');
  const back = connected && (trouble === 'unplugged' || trouble === 'no-camera' || trouble === 'not-connected');
  const openSettings = (): void => {
    api.openCameraSettings().then(
      (opened) => setResult(settingsResults[opened]),
      () => setResult(settingsResults['refused-by-system']),
    );
  };
  return (
    <div className="words">
      <div role="alert">
        <h3>{words.title}</h3>
        <p>{words.advice}</p>
        {back && <p>A camera is connected now.</p>}
      </div>
      {words.settings && (
        <button type="button" className="action" onClick={openSettings}>
          Open the camera settings
        </button>
      )}
      <button type="button" className="action" onClick={onRetry}>
        {back ? 'Show that camera' : 'Try again'}
      </button>
      <p role="status">{result}</p>
    </div>
  );
};
