/** Owns one setting: its label, its control, who has set it, and what came of a change. */
import { useId, useState } from 'react';
import type { SettingChange, SettingValue } from '../../electron/core/ipc/contract.ts';
import { accepts, expected } from '../../electron/core/policy/accepts.ts';
import type { PolicyKey, Setting } from '../../electron/core/policy/policy.ts';
import type { SettingWords } from '../../electron/core/settings/area.ts';
import { SettingControl } from './SettingControl.tsx';

interface Props {
  readonly policyKey: PolicyKey;
  readonly words: SettingWords;
  readonly setting: Setting;
  /** Where the organisation's values come from; null when that is not known. */
  readonly source: string | null;
  readonly change: (value: SettingValue | null) => Promise<SettingChange>;
}

const outcomes = (key: PolicyKey): Readonly<Record<SettingChange | 'failed', string>> => ({
  changed: 'Saved.',
  managed: 'Not changed: your organisation has set it meanwhile.',
  refused: `Not changed: this must be ${expected(key)}.`,
  failed: 'Not changed: it could not be stored. Try again.',
});

export const SettingField = ({ policyKey, words, setting, source, change }: Props) => {
  const id = useId();
  const [outcome, setOutcome] = useState<SettingChange | 'failed' | null>(null);
  const managed = setting.layer === 'enforced';
  const ask = (value: SettingValue | null): void => {
    setOutcome(null);
    if (value !== null && !accepts(policyKey, value)) {
      setOutcome('refused');
      return;
    }
    change(value).then(setOutcome, () => setOutcome('failed'));
  };
  const control = (
    <SettingControl
      id={id}
      policyKey={policyKey}
      words={words}
      value={setting.value as SettingValue}
      managed={managed}
      onChange={ask}
    />
  );
  return (
    <div className={`setting ${policyKey.kind}`}>
      {policyKey.kind === 'boolean' && control}
      <label htmlFor={id}>{words.label}</label>
      {policyKey.kind === 'list' && (
        <p className="aside" id={`${id}-lines`}>
          One on each line.
        </p>
      )}
      {policyKey.kind !== 'boolean' && control}
      {managed && (
        <details className="managed">
          <summary>Managed by your organisation</summary>
          <p>
            {source === null ? 'It is set by the rules for this computer' : `It is set in ${source}`}, and cannot be
            changed here.
          </p>
        </details>
      )}
      {setting.layer === 'recommended' && <p className="aside">Recommended by your organisation.</p>}
      {setting.layer === 'user' && (
        <button type="button" className="quiet" onClick={() => ask(null)}>
          Undo my choice<span className="hidden-words">: {words.label}</span>
        </button>
      )}
      <p className={outcome === null || outcome === 'changed' ? 'aside' : 'aside refusal'} role="status">
        {outcome === null ? '' : outcomes(policyKey)[outcome]}
      </p>
    </div>
  );
};
