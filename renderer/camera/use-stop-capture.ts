/** Owns the reasons to let go of a camera or microphone: nobody looks at the page, or nobody has done anything for a while. */
import { useEffect, useRef } from 'react';
import type { Platform } from '../../electron/core/facts/index.ts';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { Released } from './camera-state.ts';

/** How often the lock is asked after on Linux, which does not tell of it. */
const LOCK_EVERY_MS = 1000;
/** How often a window without the focus is asked for a frame, and how many in a row it may owe. */
const FRAME_EVERY_MS = 1000;
const MOST_OWED = 3;
const signsOfLife = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'input', 'focusin'] as const;

interface StopCapture {
  readonly api: GreenroomApi;
  readonly platform: Platform;
  /** The device is on, or about to be. */
  readonly on: boolean;
  readonly idleMinutes: number;
  readonly stopCapture: (reason: Released) => void;
}

export const useStopCapture = ({ api, platform, on, idleMinutes, stopCapture }: StopCapture): void => {
  useEffect(() => {
    const hide = (): void => stopCapture('hidden');
    const onVisibility = (): void => {
      if (document.hidden) hide();
    };
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('pagehide', hide);
    const stop = api.onCameraOff(stopCapture);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('pagehide', hide);
      stop();
    };
  }, [api, stopCapture]);

  useEffect(() => {
    if (!on || platform !== 'linux') return;
    const ask = (): void => {
      api.screenLocked().then((locked) => locked && stopCapture('locked'), console.error);
    };
    const timer = setInterval(ask, LOCK_EVERY_MS);
    return () => clearInterval(timer);
  }, [on, platform, api, stopCapture]);

  // Wayland tells neither the program nor the page that a window was minimised. But one that nobody sees draws nothing.
  useEffect(() => {
    if (!on || platform !== 'linux') return;
    let owed = 0;
    let frame = 0;
    const ask = (): void => {
      cancelAnimationFrame(frame);
      if (document.hasFocus()) owed = 0;
      if (owed >= MOST_OWED) stopCapture('hidden');
      owed += 1;
      frame = requestAnimationFrame(() => {
        owed = 0;
      });
    };
    const timer = setInterval(ask, FRAME_EVERY_MS);
    return () => {
      clearInterval(timer);
      cancelAnimationFrame(frame);
    };
  }, [on, platform, stopCapture]);

  const lastSign = useRef(0);
  useEffect(() => {
    if (!on) return;
    const limit = idleMinutes * 60_000;
    lastSign.current = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // One timer that looks at the time of the last sign, instead of a new one for each movement of the pointer.
    const look = (): void => {
      const left = lastSign.current + limit - performance.now();
      if (left <= 0) stopCapture('idle');
      else timer = setTimeout(look, left);
    };
    const note = (): void => {
      lastSign.current = performance.now();
    };
    for (const sign of signsOfLife) addEventListener(sign, note, { passive: true });
    look();
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) removeEventListener(sign, note);
    };
  }, [on, idleMinutes, stopCapture]);
};
