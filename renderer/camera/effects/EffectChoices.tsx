/** Owns the choice of what stands behind the person, and how to switch the same on in each meeting app. */
import { useId } from 'react';
import type { CompanyBackground } from '../../../electron/core/camera/company-background.ts';
import type { BackgroundEffect, EffectState } from './use-effect-preview.ts';

interface Props {
  readonly remedy: BackgroundEffect;
  readonly state: EffectState;
  readonly company: CompanyBackground;
  readonly onRemedy: (remedy: BackgroundEffect) => void;
}

const names: Readonly<Record<BackgroundEffect, string>> = {
  none: 'My room',
  blur: 'My room, blurred',
  company: 'Company background',
};

/** Where each app keeps it. Their makers rename these now and then, so each says what to look for, too. */
const places = [
  ['Zoom', 'Open Settings, then “Background & effects”. In a meeting: the arrow beside the camera button.'],
  ['Teams', 'Before you join: the effects button below your picture. In a meeting: More, then “Effects and avatars”.'],
  ['Meet', 'Before you join: the visual effects button on your picture. In a meeting: the three dots, then effects.'],
  ['Webex', 'Before you join or in a meeting: the arrow beside the camera button, then the change of background.'],
] as const;

const choose: Readonly<Record<Exclude<BackgroundEffect, 'none'>, string>> = {
  blur: 'Then choose “Blur”.',
  company: 'Then choose your organisation’s picture, or add it there from its file.',
};

const stateWords: Readonly<Record<EffectState, string>> = {
  off: '',
  loading: 'Getting the preview ready…',
  running: 'This is about how it looks. Your meeting app draws its own, often finer edges.',
  failed: 'This computer cannot preview it here. Your meeting app may still be able to do it.',
};

export const EffectChoices = ({ remedy, state, company, onRemedy }: Props) => {
  const radio = useId();
  const offered: readonly BackgroundEffect[] =
    company.state === 'ready' ? ['none', 'blur', 'company'] : ['none', 'blur'];
  return (
    <div className="remedies">
      <div className="choices">
        <fieldset>
          <legend>Behind me</legend>
          {offered.map((one) => (
            <label key={one}>
              <input type="radio" name={radio} checked={remedy === one} onChange={() => onRemedy(one)} />
              {names[one]}
            </label>
          ))}
        </fieldset>
      </div>
      {company.state === 'refused' && <p className="note">{company.reason}</p>}
      <p className="note" role="status">
        {stateWords[state]}
      </p>
      {remedy !== 'none' && (
        <section className="places" aria-label="How to switch it on">
          <h3>Switch it on in your meeting app: Greenroom only shows how it would look</h3>
          <dl>
            {places.map(([app, where]) => (
              <div key={app}>
                <dt>{app}</dt>
                <dd>
                  {where} {choose[remedy]}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
};
