/** Owns the camera itself: opens it, watches it, and lets go of it the moment nobody looks. */
import { type RefObject, useCallback, useEffect, useReducer, useRef } from 'react';
import type { Platform } from '../../electron/core/facts/index.ts';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import {
  type CameraState,
  initialCamera,
  nextCamera,
  type Released,
  troubleOfAccess,
  troubleOfError,
  troubleOutcome,
} from './camera-state.ts';
import { camerasNow, openCamera, pictureOf } from './open-camera.ts';
import { useStopCapture } from './use-stop-capture.ts';

const SLOW_AFTER_MS = 3000;
/** Without a new picture for so long, the picture stands still. */
const STILL_AFTER_MS = 3000;

export interface Camera {
  readonly state: CameraState;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly start: (chosen: string | null) => void;
  readonly mirror: (mirrored: boolean) => void;
}

interface CameraOptions {
  readonly api: GreenroomApi;
  readonly platform: Platform;
  readonly idleMinutes: number;
}

/** The camera of a panel that is open: on from the first render, off when the panel goes. */
export const useCamera = ({ api, platform, idleMinutes }: CameraOptions): Camera => {
  const [state, dispatch] = useReducer(nextCamera, initialCamera);
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  /** Counts openings: a camera that arrives after the panel has moved on is switched off at once. */
  const opening = useRef(0);

  const release = useCallback(() => {
    opening.current += 1;
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = null;
    if (video.current !== null) video.current.srcObject = null;
  }, []);

  const listDevices = useCallback(() => {
    camerasNow().then((devices) => dispatch({ type: 'devices', devices }), console.error);
  }, []);

  const start = useCallback(
    (chosen: string | null) => {
      release();
      const turn = opening.current;
      const current = (): boolean => opening.current === turn;
      dispatch({ type: 'start', chosen });
      const open = async (): Promise<void> => {
        const access = await api.mediaAccess('camera').catch(() => 'unknown' as const);
        const refused = troubleOfAccess(access);
        if (!current()) return;
        if (refused !== null) return dispatch({ type: 'failed', trouble: refused });
        const opened = await openCamera(chosen);
        const [track] = opened.getVideoTracks();
        if (!current() || track === undefined) {
          for (const one of opened.getTracks()) one.stop();
          return;
        }
        stream.current = opened;
        track.addEventListener('ended', () => {
          if (!current()) return;
          release();
          dispatch({ type: 'ended' });
          listDevices();
        });
        // A system's own blur was switched on or off.
        track.addEventListener('configurationchange', () => {
          if (current()) dispatch({ type: 'resized', picture: pictureOf(track) });
        });
        track.addEventListener('mute', () => current() && dispatch({ type: 'still', still: true }));
        const devices = await camerasNow();
        if (!current()) return;
        dispatch({ type: 'devices', devices });
        dispatch({ type: 'opened', deviceId: track.getSettings().deviceId ?? '', picture: pictureOf(track) });
        // A broken camera opens and has already ended; then no event comes any more.
        if (track.readyState === 'ended') {
          release();
          dispatch({ type: 'ended' });
        }
      };
      open().catch((error: unknown) => {
        if (!current()) return;
        const known = error instanceof DOMException ? error : { name: '', message: String(error) };
        dispatch({ type: 'failed', trouble: troubleOfError(known) });
        // The list stays of use when one camera fails: another can be chosen.
        listDevices();
      });
    },
    [api, release, listDevices],
  );

  useEffect(() => {
    start(null);
    return release;
  }, [start, release]);

  const { kind } = state.phase;
  const stopCapture = useCallback(
    (reason: Released) => {
      release();
      dispatch({ type: 'released', reason });
    },
    [release],
  );
  useStopCapture({ api, platform, on: kind === 'live' || kind === 'starting', idleMinutes, stopCapture });

  useEffect(() => {
    navigator.mediaDevices.addEventListener('devicechange', listDevices);
    return () => navigator.mediaDevices.removeEventListener('devicechange', listDevices);
  }, [listDevices]);

  // Taken away or given while the view is open, where the browser hears of it.
  useEffect(() => {
    let status: PermissionStatus | undefined;
    let gone = false;
    const tell = (): void => {
      if (status !== undefined) dispatch({ type: 'permission', allowed: status.state !== 'denied' });
    };
    navigator.permissions.query({ name: 'camera' }).then((answer) => {
      if (gone) return;
      status = answer;
      status.addEventListener('change', tell);
    }, console.error);
    return () => {
      gone = true;
      status?.removeEventListener('change', tell);
    };
  }, []);

  const outcome = troubleOutcome(state.phase);
  useEffect(() => {
    if (kind !== 'trouble') return;
    // Trouble that says nothing of the camera itself: that it gave a picture earlier counts no more either.
    (outcome === null ? api.cameraChanged() : api.tellCamera(outcome)).catch(console.error);
  }, [api, kind, outcome]);

  useEffect(() => {
    if (kind === 'trouble') release();
    if (kind !== 'starting') return;
    const timer = setTimeout(() => dispatch({ type: 'slow' }), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [kind, release]);

  useEffect(() => {
    const element = video.current;
    if (kind !== 'live' || element === null) return;
    element.srcObject = stream.current;
    let lastFrame = performance.now();
    let still = false;
    let works = false;
    const tell = (now: boolean): void => {
      if (still === now) return;
      still = now;
      dispatch({ type: 'still', still: now });
    };
    // Once a frame and once a second: a timer for each frame would cost more than the frame.
    const onFrame = (): void => {
      // That it is open is no picture yet.
      if (!works) api.tellCamera('works').catch(console.error);
      works = true;
      lastFrame = performance.now();
      tell(false);
      frame = element.requestVideoFrameCallback(onFrame);
    };
    const watch = setInterval(() => tell(performance.now() - lastFrame > STILL_AFTER_MS), 1000);
    const onResize = (): void => {
      const [track] = stream.current?.getVideoTracks() ?? [];
      if (track !== undefined) dispatch({ type: 'resized', picture: pictureOf(track) });
    };
    // The program forgets what it was told when cameras change; this one is still on.
    const onDevices = (): void => {
      works = false;
    };
    navigator.mediaDevices.addEventListener('devicechange', onDevices);
    let frame = element.requestVideoFrameCallback(onFrame);
    element.addEventListener('resize', onResize);
    return () => {
      clearInterval(watch);
      element.cancelVideoFrameCallback(frame);
      navigator.mediaDevices.removeEventListener('devicechange', onDevices);
      element.removeEventListener('resize', onResize);
    };
  }, [api, kind]);

  const mirror = useCallback((mirrored: boolean) => dispatch({ type: 'mirror', mirrored }), []);
  return { state, video, start, mirror };
};
