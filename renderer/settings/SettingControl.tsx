/** Owns the control for one value, by the kind of its key. What is typed counts when the field is left, or with Enter. */
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { SettingValue } from '../../electron/core/ipc/contract.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import type { PolicyKey } from '../../electron/core/policy/policy.ts';
import type { SettingWords } from '../../electron/core/settings/area.ts';

interface Props {
  readonly id: string;
  readonly policyKey: PolicyKey;
  readonly words: SettingWords;
  readonly value: SettingValue;
  readonly managed: boolean;
  readonly onChange: (value: SettingValue) => void;
}

/** The typed text as the key's own type; a number that is none is passed on, to be refused with words. */
const parsed = (key: PolicyKey, text: string): SettingValue => {
  if (key.kind === 'number') return text.trim() === '' ? Number.NaN : Number(text);
  if (key.kind !== 'list') return text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
};

const shown = (value: SettingValue): string => (Array.isArray(value) ? value.join('\n') : String(value));

export const SettingControl = ({ id, policyKey, words, value, managed, onChange }: Props) => {
  const inForce = shown(value);
  const [text, setText] = useState(inForce);
  useEffect(() => setText(inForce), [inForce]);
  if (policyKey.kind === 'boolean') {
    return (
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is on.
        role="switch"
        id={id}
        checked={value === true}
        disabled={managed}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (policyKey.kind === 'choice') {
    return (
      <select
        id={id}
        value={String(value)}
        disabled={managed}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {policyKey.choices.map((one) => (
          <option key={one} value={one}>
            {localise(words.choices?.[one] ?? one)}
          </option>
        ))}
      </select>
    );
  }
  const settle = (): void => {
    if (text !== inForce) onChange(parsed(policyKey, text));
  };
  const typed = {
    id,
    value: text,
    disabled: managed,
    onBlur: settle,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setText(event.currentTarget.value),
  };
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') settle();
  };
  if (policyKey.kind === 'list')
    return <textarea {...typed} rows={2} spellCheck={false} aria-describedby={`${id}-lines`} />;
  if (policyKey.kind === 'text' && policyKey.maximumLength > 200) return <textarea {...typed} rows={3} />;
  if (policyKey.kind !== 'number') return <input type="text" {...typed} onKeyDown={onEnter} spellCheck={false} />;
  return (
    <span className="number">
      <input
        type="number"
        inputMode="numeric"
        {...typed}
        onKeyDown={onEnter}
        min={policyKey.minimum}
        max={policyKey.maximum}
        aria-describedby={`${id}-unit`}
      />{' '}
      <span id={`${id}-unit`}>{localise(policyKey.unit)}</span>
    </span>
  );
};
