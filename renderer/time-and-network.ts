/** Owns what the page watches outside itself: the present time, the network, paper. */

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DeviceKind } from '../electron/core/facts/seen-devices.ts';

/** The time in milliseconds, renewed every `everyMs` and whenever `renewOn` changes. */
export const useNow = (everyMs: number, renewOn: unknown): number => {
  const [now, setNow] = useState(Date.now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `renewOn` triggers it and is no input.
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, renewOn]);
  return now;
};

const onNetworkChange = (listener: () => void): (() => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** False only when the system is certain that there is no network. */
export const useOnline = (): boolean => useSyncExternalStore(onNetworkChange, () => navigator.onLine);

const onPrint = (listener: () => void): (() => void) => {
  const print = matchMedia('print');
  print.addEventListener('change', listener);
  return () => print.removeEventListener('change', listener);
};

/** True while the page is laid out for paper. */
export const usePrinted = (): boolean => useSyncExternalStore(onPrint, () => matchMedia('print').matches);

/** True once `delayMs` have passed since `since` (milliseconds since 1970); false while `since` is null. */
export const usePassed = (since: number | null, delayMs: number): boolean => {
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => setPassed(since), Math.max(0, since + delayMs - Date.now()));
    return () => clearTimeout(timer);
  }, [since, delayMs]);
  return since !== null && passed === since;
};

const countCameras = async (devices: MediaDevices): Promise<number> =>
  (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput').length;

/** Calls back when a camera comes or goes while the page is there; not for what is only heard. */
export const useCameraChanges = (onChange: (() => unknown) | undefined): void => {
  useEffect(() => {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices?.addEventListener === undefined || onChange === undefined) return;
    let before = countCameras(devices);
    const told = (): void => {
      const [was, now] = [before, countCameras(devices)];
      before = now;
      Promise.all([was, now]).then(([then, here]) => then !== here && onChange(), console.error);
    };
    devices.addEventListener('devicechange', told);
    return () => devices.removeEventListener('devicechange', told);
  }, [onChange]);
};

const lookAround = async (devices: MediaDevices): Promise<Readonly<Record<DeviceKind, boolean>>> => {
  const kinds = new Set((await devices.enumerateDevices()).map(({ kind }) => kind));
  return {
    camera: kinds.has('videoinput'),
    microphone: kinds.has('audioinput'),
    loudspeaker: kinds.has('audiooutput'),
  };
};

/** Tells which kinds of device are there, at first and whenever one comes or goes; none is opened for it. */
export const useSeenDevices = (
  tell: ((seen: Readonly<Record<DeviceKind, boolean>>) => Promise<unknown>) | undefined,
): void => {
  useEffect(() => {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices?.enumerateDevices === undefined || tell === undefined) return;
    const look = (): void => {
      lookAround(devices).then(tell).catch(console.error);
    };
    look();
    devices.addEventListener('devicechange', look);
    return () => devices.removeEventListener('devicechange', look);
  }, [tell]);
};
