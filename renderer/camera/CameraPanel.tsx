/** Owns the camera on the page while it is on: the picture, what may be done with it, and what the organisation asks of it. */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { CompanyBackground } from '../../electron/core/camera/company-background.ts';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { areaNames } from '../../electron/core/report/areas.ts';
import { cameraSettings } from '../../electron/core/settings/camera.ts';
import { valuesInForce } from '../../electron/core/settings/index.ts';
import { useEscape } from '../components/use-escape.ts';
import { CameraChoices } from './CameraChoices.tsx';
import { blurWords, pictureWords, releasedWords } from './camera-phrases.ts';
import { EffectChoices, EffectPlaces } from './effects/EffectChoices.tsx';
import { type BackgroundEffect, useEffectPreview } from './effects/use-effect-preview.ts';
import { LivePicture } from './LivePicture.tsx';
import { LookSection } from './look/LookSection.tsx';
import { StillPicture } from './look/StillPicture.tsx';
import { useLook } from './look/use-look.ts';
import { wantedParts } from './look/wanted-parts.ts';
import { SoundSection } from './sound/SoundSection.tsx';
import { TroubleView } from './TroubleView.tsx';
import { useCamera } from './use-camera.ts';

const words = says('camera', {
  on: 'Camera on',
  turnOff: 'Turn off',
  larger: 'Larger',
  smaller: 'Smaller',
  opening: 'Opening your camera…',
  slow: 'This takes longer than usual. Your system may be asking for your permission.',
  off: 'Camera off',
  again: 'Show my camera again',
  isOn: 'Your camera is on.',
  still: 'The camera sends no new picture. Another program may have taken it; check its cover and cable too.',
  stays:
    'Only you see this, on this computer: no picture is stored or sent. Your meeting app’s own effects aren’t shown.',
  rules: 'What your organisation asks',
});

interface Props {
  readonly api: GreenroomApi;
  readonly snapshot: Snapshot;
  readonly larger: boolean;
  readonly onLarger: (larger: boolean) => void;
  readonly onClose: () => void;
}

/** Words in the place of the picture. */
const InPlace = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="words">
    <h3>{title}</h3>
    {children}
  </div>
);

/** Whether what is on has been scrolled out of the window: then its picture floats, small, in a corner. */
const useOutOfView = (on: boolean): readonly [RefObject<HTMLDivElement | null>, boolean] => {
  const place = useRef<HTMLDivElement>(null);
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!on || element === null) return;
    const watcher = new IntersectionObserver(([entry]) => setOut(entry !== undefined && !entry.isIntersecting));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      setOut(false);
    };
  }, [on]);
  return [place, isOut];
};

const useCompanyBackground = (api: GreenroomApi): CompanyBackground => {
  const [company, setCompany] = useState<CompanyBackground>({ state: 'none' });
  useEffect(() => {
    api.companyBackground().then(setCompany, console.error);
  }, [api]);
  return company;
};

const CameraPanel = ({ api, snapshot, larger, onLarger, onClose }: Props) => {
  const { platform } = snapshot;
  const { rules, idleMinutes, examination } = valuesInForce(snapshot.settings, cameraSettings);
  const { state, video, start, mirror } = useCamera({ api, platform, idleMinutes });
  const { phase, devices, chosen, mirrored } = state;
  const live = phase.kind === 'live';
  const [wantedRemedy, setRemedy] = useState<BackgroundEffect>('none');
  const company = useCompanyBackground(api);
  const remedy = wantedRemedy === 'company' && company.state !== 'ready' ? 'none' : wantedRemedy;
  const ratio = live && phase.picture.height > 0 ? phase.picture.width / phase.picture.height : 16 / 9;
  const look = useLook({ api, video, live, offered: examination, parts: wantedParts(snapshot) });
  const frozen = look.look.phase === 'looking' || look.look.phase === 'done' ? look.look : null;
  // A still is read in peace: nothing else is drawn meanwhile.
  const isFree = look.look.phase === 'none' || look.look.phase === 'done';
  const shown = useEffectPreview({ remedy, live: live && isFree, ratio, video });
  const [pointedAt, setPointedAt] = useState<number | null>(null);

  const [glass, isAfloat] = useOutOfView(live);
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef(false);
  const deviceId = live ? phase.deviceId : phase.kind === 'starting' ? (chosen ?? '') : '';
  const cameras = devices.filter((device) => device.id !== '');
  const blur = live ? blurWords(phase.picture) : null;

  // On opening, and whenever the button that had the focus went with its words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the phase triggers it and is no input.
  useEffect(() => {
    if (opened.current && document.activeElement !== document.body) return;
    opened.current = true;
    heading.current?.focus();
  }, [phase.kind, look.look.phase]);
  useEscape(onClose);

  return (
    <section className="part camera-place" aria-labelledby="mirror-title">
      <header>
        <h2 id="mirror-title" tabIndex={-1} ref={heading}>
          {areaNames.camera}
        </h2>
        <span className="end">
          <button
            type="button"
            className="icon-button trade"
            aria-label={larger ? words.smaller : words.larger}
            onClick={() => onLarger(!larger)}
          >
            <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d={larger ? 'M20 4l-6 6m0-5v5h5M4 20l6-6m0 5v-5H5' : 'M14 10l6-6m-5 0h5v5M10 14l-6 6m5 0H4v-5'} />
            </svg>
          </button>
          <button type="button" onClick={onClose}>
            {words.turnOff}
          </button>
        </span>
      </header>
      <div className="sheet camera">
        <div className={isAfloat ? 'frame afloat' : 'frame'} ref={glass}>
          {live && (
            <LivePicture
              picture={phase.picture}
              mirrored={mirrored}
              video={video}
              over={
                <>
                  {frozen !== null && <StillPicture look={frozen} mirrored={mirrored} chosen={pointedAt} />}
                  <p className="on-air">
                    <span className="lamp" aria-hidden="true" /> {words.on}
                  </p>
                </>
              }
            />
          )}
          {phase.kind === 'starting' && <InPlace title={words.opening}>{phase.slow && <p>{words.slow}</p>}</InPlace>}
          {phase.kind === 'released' && (
            <InPlace title={words.off}>
              <p>{releasedWords[phase.reason]}</p>
              <button type="button" onClick={() => start(chosen)}>
                {words.again}
              </button>
            </InPlace>
          )}
          {phase.kind === 'trouble' && (
            <TroubleView
              trouble={phase.trouble}
              platform={platform}
              connected={cameras.length > 0}
              allowedAgain={phase.allowedAgain}
              api={api}
              // What failed by choice is not asked for again: the system picks one that is there.
              onRetry={() => start(phase.trouble === 'unplugged' || phase.trouble === 'not-connected' ? null : chosen)}
            />
          )}
        </div>
        <p className="hidden-words" role="status">
          {live ? words.isOn : ''}
        </p>
        {live && phase.still && (
          <p className="notice" role="status">
            {words.still}
          </p>
        )}
        <div className="senses">
          {live && (
            <EffectChoices
              picture={phase.picture}
              mirrored={mirrored}
              remedy={remedy}
              state={shown.state}
              canvas={shown.canvas}
              company={company}
              onRemedy={setRemedy}
            />
          )}
          <SoundSection api={api} platform={platform} idleMinutes={idleMinutes} />
        </div>
        {live && (
          <LookSection
            look={look.look}
            offered={examination}
            mirrored={mirrored}
            chosen={pointedAt}
            onChoose={setPointedAt}
            onStart={look.start}
            onBack={look.discard}
          />
        )}
        {cameras.length > 0 && phase.kind !== 'released' && look.look.phase === 'none' && (
          <CameraChoices devices={cameras} deviceId={deviceId} mirrored={mirrored} onDevice={start} onMirror={mirror} />
        )}
        {live && remedy !== 'none' && <EffectPlaces remedy={remedy} />}
        {live && (
          <p className="note">
            {pictureWords(phase.picture)} {blur} {words.stays}
          </p>
        )}
        {rules.trim() !== '' && (
          <section className="rules">
            <h3>{words.rules}</h3>
            <p>{rules}</p>
          </section>
        )}
      </div>
    </section>
  );
};
export default CameraPanel;
