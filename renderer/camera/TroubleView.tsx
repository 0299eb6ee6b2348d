/** Owns what stands in the place of a picture that cannot be shown: why, what to do, and the buttons for it. */
import { useState } from 'react';
import type { Platform } from '../../electron/core/facts/index.ts';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { troubleWords } from './camera-phrases.ts';
import type { Trouble } from './camera-state.ts';

const words = says('camera-trouble-view', {
  connected: 'A camera is connected now.',
  allowed: 'The camera is allowed now.',
  settings: 'Open the camera settings',
  showThat: 'Show that camera',
  show: 'Show my camera',
  retry: 'Try again',
});

const settingsResults = says('camera-settings', {
  opened: 'The settings are open.',
  'nothing-to-open': 'Greenroom can’t open these settings here. Look for “camera” or “privacy” in them.',
  'refused-by-system': 'Your system didn’t open the settings. Open them yourself.',
});

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

export const TroubleView = ({ trouble, platform, connected, allowedAgain, api, onRetry }: Props) => {
  const { title, advice, settings } = troubleWords(trouble, platform);
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
        <h3>{title}</h3>
        <p>{advice}</p>
        {back && <p>{words.connected}</p>}
        {allowedAgain && <p>{words.allowed}</p>}
      </div>
      {settings && !allowedAgain && (
        <button type="button" onClick={openSettings}>
          {words.settings}
        </button>
      )}
      <button type="button" onClick={onRetry}>
        {back ? words.showThat : allowedAgain ? words.show : words.retry}
      </button>
      <p role="status">{result}</p>
    </div>
  );
};
