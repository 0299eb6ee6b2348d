/** Owns the part of the camera view for the sound: off until asked, then a level, one's own voice, and a tone. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Platform } from '../../../electron/core/facts/index.ts';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { measure, name } from '../../../electron/core/messages/value.ts';
import { playTone } from './play.ts';
import { verdictWords } from './sound-phrases.ts';
import { otherSystemChoice } from './system-choice.ts';
import { ECHO_SECONDS, useEcho } from './use-echo.ts';
import { useMicrophone } from './use-microphone.ts';

const words = says('sound', {
  sound: 'Your sound',
  microphone: 'Microphone',
  numbered: 'Microphone {n, number}',
  loud: 'How loud you are',
  off: 'Switch the microphone off',
  again: 'Try the microphone again',
  start: 'Try my microphone',
  settings: 'Open the microphone settings',
  on: 'Microphone on. What you say stays in memory and is gone when you close this.',
  other: 'Your system’s own choice is {device}. Choose the microphone you tried in the meeting too.',
  idle: 'Speak and hear yourself',
  recording: 'Recording {time}: speak now…',
  playing: 'Playing what you said…',
  tone: 'Play a test tone',
  tonePlaying: 'Playing: left, then right…',
});

const settingsResults = says('microphone-settings', {
  opened: 'The settings are open.',
  'nothing-to-open': 'Greenroom can’t open these settings here. Look for “microphone” or “privacy” in them.',
  'refused-by-system': 'Your system didn’t open the settings. Open them yourself.',
});

interface Props {
  readonly api: GreenroomApi;
  readonly platform: Platform;
  readonly idleMinutes: number;
}

/** The meter shows this range of decibels. */
const QUIETEST = -70;

export const SoundSection = ({ api, platform, idleMinutes }: Props) => {
  const { state, devices, start, stop, alsoHear } = useMicrophone({ api, platform, idleMinutes });
  const on = state.phase === 'on';
  const echo = useEcho({ alsoHear, on });
  const [result, setResult] = useState('');
  const title = useId();
  const select = useId();
  const meter = useId();
  const other = on ? otherSystemChoice(state.deviceId, devices) : null;
  const level = on ? Math.max(0, Math.min(1, (state.level.decibels - QUIETEST) / -QUIETEST)) : 0;

  return (
    <section className="sound" aria-labelledby={title}>
      <h3 id={title}>{words.sound}</h3>
      {state.phase === 'trouble' && (
        <div role="alert">
          <h4>{state.trouble.title}</h4>
          <p>{state.trouble.advice}</p>
        </div>
      )}
      {on && (
        <>
          <div className="choices">
            <div>
              <label htmlFor={select}>{words.microphone}</label>
              <select id={select} value={state.deviceId} onChange={(event) => start(event.target.value)}>
                {devices.map((device, index) => (
                  <option key={device.id} value={device.id}>
                    {device.label === '' ? words.numbered({ n: index + 1 }) : device.label}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <label className="hidden-words" htmlFor={meter}>
            {words.loud}
          </label>
          <meter id={meter} value={level} low={0.35} optimum={0.6} high={0.97} />
          <p className={`verdict-of-sound ${state.level.verdict}`} role="status">
            {verdictWords[state.level.verdict]}
          </p>
          {other !== null && <p role="status">{words.other({ device: name(other) })}</p>}
        </>
      )}
      <div className="actions">
        {on || state.phase === 'starting' ? (
          <>
            <button type="button" onClick={stop}>
              {words.off}
            </button>
            {on && (
              <button
                type="button"
                aria-disabled={echo.phase !== 'idle'}
                onClick={() => echo.phase === 'idle' && echo.start()}
              >
                {echo.phase === 'recording'
                  ? words.recording({ time: measure(ECHO_SECONDS, 'second') })
                  : words[echo.phase]}
              </button>
            )}
          </>
        ) : (
          <button type="button" onClick={() => start(null)}>
            {state.phase === 'trouble' ? words.again : words.start}
          </button>
        )}
        {state.phase === 'trouble' && state.trouble.settings && (
          <button
            type="button"
            onClick={() => {
              api.openMediaSettings('microphone').then(
                (opened) => setResult(settingsResults[opened]),
                () => setResult(settingsResults['refused-by-system']),
              );
            }}
          >
            {words.settings}
          </button>
        )}
        <ToneButton />
      </div>
      <p role="status">{result}</p>
      {on && (
        <p className="note">
          <span className="lamp" aria-hidden="true" /> {words.on}
        </p>
      )}
    </section>
  );
};

/** Needs no permission: it only plays. */
const ToneButton = () => {
  const [playing, setPlaying] = useState(false);
  const control = useRef(new AbortController());
  useEffect(() => {
    control.current = new AbortController();
    return () => control.current.abort();
  }, []);
  const play = (): void => {
    if (playing) return;
    setPlaying(true);
    playTone(control.current.signal)
      .catch(console.error)
      .finally(() => setPlaying(false));
  };
  return (
    <button type="button" aria-disabled={playing} onClick={play}>
      {playing ? words.tonePlaying : words.tone}
    </button>
  );
};
