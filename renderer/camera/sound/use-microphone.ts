/** Owns the microphone while the person tries it: opened on the click, let go at the end, nothing kept. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Platform } from '../../../electron/core/facts/index.ts';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import type { Released } from '../camera-state.ts';
import { useStopCapture } from '../use-stop-capture.ts';
import { type Level, levelOf, type Piece, pieceOf, withPiece } from './level.ts';
import { listen } from './listen.ts';
import { blockedWords, type SoundTrouble, soundTrouble, unpluggedWords } from './sound-phrases.ts';
import { type ListedMicrophone, triedOf } from './system-choice.ts';

export type Microphone =
  | { readonly phase: 'off' }
  | { readonly phase: 'starting' }
  | { readonly phase: 'on'; readonly deviceId: string; readonly level: Level }
  | { readonly phase: 'trouble'; readonly trouble: SoundTrouble };

/** A level is shown so often; more would only flicker. */
const SHOW_EVERY_MS = 100;

type Hear = (samples: Float32Array<ArrayBuffer>, sampleRate: number) => void;

const microphonesNow = async (): Promise<readonly ListedMicrophone[]> =>
  (await navigator.mediaDevices.enumerateDevices())
    .filter((device) => device.kind === 'audioinput' && device.deviceId !== '')
    .map((device) => ({ id: device.deviceId, label: device.label, group: device.groupId }));

interface MicrophoneOptions {
  readonly api: GreenroomApi;
  readonly platform: Platform;
  readonly idleMinutes: number;
}

export const useMicrophone = ({ api, platform, idleMinutes }: MicrophoneOptions) => {
  const [state, setState] = useState<Microphone>({ phase: 'off' });
  const [devices, setDevices] = useState<readonly ListedMicrophone[]>([]);
  const running = useRef<{ readonly control: AbortController; stream: MediaStream | null } | null>(null);
  /** Also given every piece: the recording. */
  const alsoHear = useRef<Hear | null>(null);

  const release = useCallback(() => {
    const now = running.current;
    running.current = null;
    if (now === null) return;
    now.control.abort();
    for (const track of now.stream?.getTracks() ?? []) track.stop();
    api.soundCheck(false).catch(console.error);
  }, [api]);

  const stop = useCallback(() => {
    release();
    setState({ phase: 'off' });
  }, [release]);

  const start = useCallback(
    (chosen: string | null) => {
      release();
      const now: NonNullable<typeof running.current> = { control: new AbortController(), stream: null };
      running.current = now;
      const { signal } = now.control;
      setState({ phase: 'starting' });
      const fail = (trouble: SoundTrouble): void => {
        if (signal.aborted) return;
        release();
        setState({ phase: 'trouble', trouble });
      };
      const open = async (): Promise<void> => {
        if ((await api.mediaAccess('microphone').catch(() => 'unknown')) === 'restricted') return fail(blockedWords());
        await api.soundCheck(true);
        if (signal.aborted) return;
        // As the microphone hears it: what a meeting app would lift or clean must not hide a fault.
        const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
        const stream = await navigator.mediaDevices.getUserMedia({
          audio: chosen === null ? plain : { ...plain, deviceId: { exact: chosen } },
        });
        const [track] = stream.getAudioTracks();
        if (signal.aborted || track === undefined) {
          for (const one of stream.getTracks()) one.stop();
          return;
        }
        now.stream = stream;
        track.addEventListener('ended', () => fail(unpluggedWords()));
        const listed = await microphonesNow();
        setDevices(listed);
        const deviceId = track.getSettings().deviceId ?? '';
        api.tellMicrophone(triedOf(deviceId, listed)).catch(console.error);
        let heard: readonly Piece[] = [];
        let shownAt = 0;
        await listen(track, signal, (samples, sampleRate) => {
          heard = withPiece(heard, pieceOf(samples, sampleRate));
          alsoHear.current?.(samples, sampleRate);
          if (performance.now() - shownAt < SHOW_EVERY_MS) return;
          shownAt = performance.now();
          setState({ phase: 'on', deviceId, level: levelOf(heard, track.muted) });
        });
      };
      open().catch((error: unknown) => fail(soundTrouble(error, platform)));
    },
    [api, platform, release],
  );

  useEffect(() => release, [release]);
  useEffect(() => {
    const list = (): void => {
      microphonesNow().then(setDevices, console.error);
    };
    navigator.mediaDevices.addEventListener('devicechange', list);
    return () => navigator.mediaDevices.removeEventListener('devicechange', list);
  }, []);
  const stopCapture = useCallback((_reason: Released) => stop(), [stop]);
  useStopCapture({ api, platform, on: state.phase === 'on' || state.phase === 'starting', idleMinutes, stopCapture });

  return { state, devices, start, stop, alsoHear };
};
