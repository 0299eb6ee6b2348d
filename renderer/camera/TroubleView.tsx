/** Owns what stands in the place of a picture that cannot be shown: why, what to do, and the buttons for it. */
import { useState } from 'react';
import type { Platform } from '../../electron/core/facts/index.ts';
import type { GreenroomApi, Opened } from '../../electron/core/ipc/contract.ts';
import { troubleWords } from './camera-phrases.ts';
import type { Trouble } from './camera-state.ts';

interface Props {
  readonly trouble: Trouble;
  readonly platform: Platform;
  /** Some camera is there now. */
  readonly connected: boolean;
  /** The camera was refused and is allowed now. */
  readonly allowedAgain: boolean;
  readonly api: GreenroomApi;
  readonly onRetry: () => void;
}

export const settingsResults: Readonly<Record<Opened, string>> = {
  opened: 'The settings are open.',
  'nothing-to-open': 'Greenroom cannot open these settings here. Please look for “camera” or “privacy” in them.',
  'refused-by-system': 'Your system did not open the settings. Please open them yourself.',
};

export const TroubleView = ({ trouble, platform, connected, allowedAgain, api, onRetry }: Props) => {
  const words = troubleWords(trouble, platform);
  const [result, setResult] = useState('');
  const back = connected && (trouble === 'unplugged' || trouble === 'no-camera' || trouble === 'not-connected');
  const openSettings = (): void => {
    api.openMediaSettings('camera').then(
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
        {allowedAgain && <p>The camera is allowed now.</p>}
      </div>
      {words.settings && !allowedAgain && (
        <button type="button" className="action" onClick={openSettings}>
          Open the camera settings
        </button>
      )}
      <button type="button" className="action" onClick={onRetry}>
        {back ? 'Show that camera' : allowedAgain ? 'Show my camera' : 'Try again'}
      </button>
      <p role="status">{result}</p>
    </div>
  );
};
