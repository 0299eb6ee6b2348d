/** Owns the camera itself: opens it, watches it, and lets go of it the moment nobody looks. */
import { type RefObject, useCallback, useEffect, useReducer, useRef } from 'react';
import type { GreenroomApi } from '../../electron/core/contract.ts';
import {
  type CameraState,
  type Device,
  initialCamera,
  nextCamera,
  type Picture,
  troubleOfAccess,
  troubleOfError,
} from './camera-state.ts';

const SLOW_AFTER_MS = 3000;
/** Without a new picture for so long, the picture stands still. */
const STILL_AFTER_MS = 3000;

const devicesNow = async (): Promise<readonly Device[]> =>
  (await navigator.mediaDevices.enumerateDevices())
    .filter((device) => device.kind === 'videoinput')
    .map((device) => ({ id: device.deviceId, label: device.label }));

const pictureOf = (track: MediaStreamTrack): Picture => {
  const { width = 0, height = 0, frameRate } = track.getSettings();
  return { width, height, frameRate: frameRate ?? null };
};

export interface Camera {
  readonly state: CameraState;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly start: (chosen: string | null) => void;
  readonly mirror: (mirrored: boolean) => void;
}

/** The camera of a panel that is open: on from the first render, off when the panel goes. */
export const useCamera = (api: GreenroomApi): Camera => {
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

  const start = useCallback(
    (chosen: string | null) => {
      release();
      const turn = opening.current;
      const current = (): boolean => opening.current === turn;
      dispatch({ type: 'start', chosen });
      const open = async (): Promise<void> => {
        const access = await api.cameraAccess().catch(() => 'unknown' as const);
        const refused = troubleOfAccess(access);
        if (!current()) return;
        if (refused !== null) return dispatch({ type: 'failed', trouble: refused });
        const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
        const opened = await navigator.mediaDevices.getUserMedia({
          video: chosen === null ? size : { ...size, deviceId: { exact: chosen } },
        });
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
          devicesNow().then((devices) => dispatch({ type: 'devices', devices }), console.error);
        });
        const devices = await devicesNow();
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
      });
    },
    [api, release],
  );

  useEffect(() => {
    start(null);
    return release;
  }, [start, release]);

  useEffect(() => {
    const hide = (): void => {
      release();
      dispatch({ type: 'hidden' });
    };
    const onVisibility = (): void => {
      if (document.hidden) hide();
    };
    const onDevices = (): void => {
      devicesNow().then((devices) => dispatch({ type: 'devices', devices }), console.error);
    };
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('pagehide', hide);
    navigator.mediaDevices.addEventListener('devicechange', onDevices);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('pagehide', hide);
      navigator.mediaDevices.removeEventListener('devicechange', onDevices);
    };
  }, [release]);

  const { kind } = state.phase;
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFrame = (): void => {
      clearTimeout(timer);
      dispatch({ type: 'still', still: false });
      timer = setTimeout(() => dispatch({ type: 'still', still: true }), STILL_AFTER_MS);
      frame = element.requestVideoFrameCallback(onFrame);
    };
    const onResize = (): void => {
      const [track] = stream.current?.getVideoTracks() ?? [];
      if (track !== undefined) dispatch({ type: 'resized', picture: pictureOf(track) });
    };
    let frame = element.requestVideoFrameCallback(onFrame);
    timer = setTimeout(() => dispatch({ type: 'still', still: true }), STILL_AFTER_MS);
    element.addEventListener('resize', onResize);
    return () => {
      clearTimeout(timer);
      element.cancelVideoFrameCallback(frame);
      element.removeEventListener('resize', onResize);
    };
  }, [kind]);

  const mirror = useCallback((mirrored: boolean) => dispatch({ type: 'mirror', mirrored }), []);
  return { state, video, start, mirror };
};
