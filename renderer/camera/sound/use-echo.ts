/** Owns "speak and hear yourself": a few seconds of sound in memory, played once, then gone. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { playSamples } from './play.ts';

export const ECHO_SECONDS = 5;

type Pieces = Float32Array<ArrayBuffer>[];

interface EchoOptions {
  /** Where each piece of sound is handed on to. */
  readonly alsoHear: RefObject<((samples: Float32Array<ArrayBuffer>, sampleRate: number) => void) | null>;
  /** The microphone is on. */
  readonly on: boolean;
}

export const useEcho = ({ alsoHear, on }: EchoOptions) => {
  const [phase, setPhase] = useState<'idle' | 'recording' | 'playing'>('idle');
  const control = useRef<AbortController | null>(null);

  const stop = useCallback(() => {
    control.current?.abort();
    control.current = null;
    alsoHear.current = null;
    setPhase('idle');
  }, [alsoHear]);
  useEffect(() => {
    if (!on) stop();
    return stop;
  }, [on, stop]);

  const start = useCallback(() => {
    stop();
    const mine = new AbortController();
    control.current = mine;
    let pieces: Pieces = [];
    let [rate, frames] = [0, 0];
    setPhase('recording');
    alsoHear.current = (samples, sampleRate) => {
      pieces.push(samples);
      rate = sampleRate;
      frames += samples.length;
      if (frames < ECHO_SECONDS * sampleRate) return;
      alsoHear.current = null;
      setPhase('playing');
      playSamples(pieces, rate, mine.signal)
        .catch(console.error)
        .finally(() => {
          pieces = [];
          if (!mine.signal.aborted) stop();
        });
    };
  }, [alsoHear, stop]);

  return { phase, start, stop };
};
