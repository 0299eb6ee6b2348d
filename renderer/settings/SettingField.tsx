/** Owns one setting: its label, its control, who has set it, and what came of a change. */
import { useId, useState } from 'react';
import type { SettingChange, SettingValue } from '../../electron/core/ipc/contract.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { place } from '../../electron/core/messages/value.ts';
import { accepts, expected } from '../../electron/core/policy/accepts.ts';
import type { PolicyKey, Setting } from '../../electron/core/policy/policy.ts';
import type { SettingWords } from '../../electron/core/settings/area.ts';
import { SettingControl } from './SettingControl.tsx';

const said = says('setting', {
  changed: 'Saved.',
  managed: 'Not changed: your organisation has set it meanwhile.',
  refused: 'Not changed: this must be {expected}.',
  failed: 'Not changed: it couldn’t be stored. Try again.',
  lines: 'One on each line.',
  managedBy: 'Managed by your organisation',
  setByRules: 'It’s set by the rules for this computer, and can’t be changed here.',
  setIn: 'It’s set in {source}, and can’t be changed here.',
  recommended: 'Recommended by your organisation.',
  undo: 'Undo my choice',
  undoNamed: 'Undo my choice: {setting}',
});

interface Props {
  readonly policyKey: PolicyKey;
  readonly words: SettingWords;
  readonly setting: Setting;
  /** Where the organisation's values come from; null when that is not known. */
  readonly source: string | null;
  readonly change: (value: SettingValue | null) => Promise<SettingChange>;
}

const told = (key: PolicyKey, outcome: SettingChange | 'failed'): string =>
  outcome === 'refused' ? said.refused({ expected: expected(key) }) : said[outcome];

export const SettingField = ({ policyKey, words, setting, source, change }: Props) => {
  const id = useId();
  const label = localise(words.label);
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
      <label htmlFor={id}>{label}</label>
      {policyKey.kind === 'list' && (
        <p className="aside" id={`${id}-lines`}>
          {said.lines}
        </p>
      )}
      {control}
      {managed && (
        <details className="managed">
          <summary>{said.managedBy}</summary>
          <p>{source === null ? said.setByRules : said.setIn({ source: place(source) })}</p>
        </details>
      )}
      {setting.layer === 'recommended' && <p className="aside">{said.recommended}</p>}
      {setting.layer === 'user' && (
        <button type="button" aria-label={said.undoNamed({ setting: asMessage(label) })} onClick={() => ask(null)}>
          {said.undo}
        </button>
      )}
      <p className={outcome === null || outcome === 'changed' ? 'aside' : 'aside refusal'} role="status">
        {outcome === null ? '' : told(policyKey, outcome)}
      </p>
    </div>
  );
};
