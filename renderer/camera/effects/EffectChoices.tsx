/** Owns the choice of what stands behind the person, and how to switch the same on in each meeting app. */
import { type RefObject, useId } from 'react';
import type { CompanyBackground } from '../../../electron/core/camera/company-background.ts';
import { localise } from '../../../electron/core/messages/localise.ts';
import { says } from '../../../electron/core/messages/says.ts';
import type { Picture as Facts } from '../camera-state.ts';
import { Picture } from '../Picture.tsx';
import type { BackgroundEffect, EffectState } from './use-effect-preview.ts';

const words = says('effects', {
  behind: 'Behind me',
  none: 'My room',
  blur: 'My room, blurred',
  company: 'Company background',
  loading: 'Getting the preview ready…',
  running: 'This is roughly how it looks. Your meeting app draws its own, often with finer edges.',
  failed: 'This computer can’t preview it here. Your meeting app may still be able to do it.',
  how: 'How to switch it on',
  howTitle: 'Switch it on in your meeting app: Greenroom only shows how it would look',
  chooseBlur: 'Then choose “Blur”.',
  chooseCompany: 'Then choose your organisation’s picture, or add it there from its file.',
});

const previews = says('effects.preview', {
  blur: 'Preview with a blurred background',
  company: 'Preview with your organisation’s background',
});

/** Where each app keeps it. Their makers rename these now and then, so each says what to look for, too. */
const places = says('effects.place', {
  Zoom: 'Open Settings, then “Background & effects”. In a meeting: the arrow beside the camera button.',
  Teams: 'Before you join: the effects button below your picture. In a meeting: More, then “Effects and avatars”.',
  Meet: 'Before you join: the visual effects button on your picture. In a meeting: the three dots, then effects.',
  Webex: 'Before you join or in a meeting: the arrow beside the camera button, then the change of background.',
});

interface Props {
  readonly picture: Facts;
  readonly mirrored: boolean;
  readonly remedy: BackgroundEffect;
  readonly state: EffectState;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly company: CompanyBackground;
  readonly onRemedy: (remedy: BackgroundEffect) => void;
}

export const EffectChoices = ({ picture, mirrored, remedy, state, canvas, company, onRemedy }: Props) => {
  const radio = useId();
  const offered: readonly BackgroundEffect[] =
    company.state === 'ready' ? ['none', 'blur', 'company'] : ['none', 'blur'];
  return (
    <div className="remedies">
      <fieldset className="choices">
        <legend>{words.behind}</legend>
        {offered.map((one) => (
          <label key={one}>
            <input type="radio" name={radio} checked={remedy === one} onChange={() => onRemedy(one)} />
            {words[one]}
          </label>
        ))}
      </fieldset>
      {/* Dark until the first frame is drawn: the room must not be seen before its remedy. */}
      {remedy !== 'none' && state !== 'failed' && (
        <Picture width={picture.width} height={picture.height} mirrored={mirrored}>
          <canvas ref={canvas} role="img" aria-label={previews[remedy]} />
        </Picture>
      )}
      {company.state === 'refused' && <p className="note">{localise(company.reason)}</p>}
      <p className="note" role="status">
        {state === 'off' ? '' : words[state]}
      </p>
    </div>
  );
};

/** Where the meeting apps keep what is previewed. */
export const EffectPlaces = ({ remedy }: { readonly remedy: Exclude<BackgroundEffect, 'none'> }) => (
  <section className="effect-places" aria-label={words.how}>
    <h3>{words.howTitle}</h3>
    <dl>
      {Object.entries(places).map(([app, where]) => (
        <div key={app}>
          <dt>{app}</dt>
          <dd>
            {where} {remedy === 'blur' ? words.chooseBlur : words.chooseCompany}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
