/** Owns the sentence on whether the system really starts Greenroom at login: asked of the system, not of the setting. */
import { useEffect, useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import { type LoginState, loginWords } from '../../electron/core/ipc/login-item.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage, sentences } from '../../electron/core/messages/messages.ts';

interface Props {
  readonly api: Pick<GreenroomApi, 'startAtLogin'>;
  /** A change of it asks again. */
  readonly settings: unknown;
}

export const LoginNote = ({ api, settings }: Props) => {
  const [state, setState] = useState<LoginState | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the settings triggers it and is no input.
  useEffect(() => {
    let current = true;
    api.startAtLogin().then(
      (answer) => {
        if (current) setState(answer);
      },
      () => {},
    );
    return () => {
      current = false;
    };
  }, [api, settings]);
  return (
    <p className="login-note" role="status">
      {state !== null &&
        localise(sentences([loginWords[state.state], ...(state.sentence === null ? [] : [asMessage(state.sentence)])]))}
    </p>
  );
};
