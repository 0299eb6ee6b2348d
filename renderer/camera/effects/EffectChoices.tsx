/** Owns the choice of what stands behind the person, and how to switch the same on in each meeting app. */
import { useId } from 'react';
import type { CompanyBackground } from '../../../electron/core/camera/company-background.ts';
import { localise } from '../../../electron/core/messages/localise.ts';
import { says } from '../../../electron/core/messages/says.ts';
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

/** Where each app keeps it. Their makers rename these now and then, so each says what to look for, too. */
const places = says('effects.place', {
  Zoom: 'Open Settings, then “Background & effects”. In a meeting: the arrow beside the camera button.',
  Teams: 'Before you join: the effects button below your picture. In a meeting: More, then “Effects and avatars”.',
  Meet: 'Before you join: the visual effects button on your picture. In a meeting: the three dots, then effects.',
  Webex: 'Before you join or in a meeting: the arrow beside the camera button, then the change of background.',
});

interface Props {
  readonly remedy: BackgroundEffect;
  readonly state: EffectState;
  readonly company: CompanyBackground;
  readonly onRemedy: (remedy: BackgroundEffect) => void;
}

export const EffectChoices = ({ remedy, state, company, onRemedy }: Props) => {
  const radio = useId();
  const offered: readonly BackgroundEffect[] =
    company.state === 'ready' ? ['none', 'blur', 'company'] : ['none', 'blur'];
  return (
    <div className="remedies">
      <div className="choices">
        <fieldset>
          <legend>{words.behind}</legend>
          {offered.map((one) => (
            <label key={one}>
              <input type="radio" name={radio} checked={remedy === one} onChange={() => onRemedy(one)} />
              {words[one]}
            </label>
          ))}
        </fieldset>
      </div>
      {company.state === 'refused' && <p className="note">{localise(company.reason)}</p>}
      <p className="note" role="status">
        {state === 'off' ? '' : words[state]}
      </p>
      {remedy !== 'none' && (
        <section className="places" aria-label={words.how}>
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
      )}
    </div>
  );
};
