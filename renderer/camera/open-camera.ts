/** Owns what is asked of the browser about cameras: the list, one camera's picture, and what its track tells. */
import type { Device, Picture } from './camera-state.ts';

/** Chromium's own, for cameras or systems that blur in the driver. */
interface Settings extends MediaTrackSettings {
  readonly backgroundBlur?: boolean;
}

export const camerasNow = async (): Promise<readonly Device[]> =>
  (await navigator.mediaDevices.enumerateDevices())
    .filter((device) => device.kind === 'videoinput')
    .map((device) => ({ id: device.deviceId, label: device.label }));

export const pictureOf = (track: MediaStreamTrack): Picture => {
  const { width = 0, height = 0, frameRate, backgroundBlur }: Settings = track.getSettings();
  return { width, height, frameRate: frameRate ?? null, blurred: backgroundBlur ?? null };
};

/** `null` leaves the choice to the system. Sizes are wishes: without any, cameras give 640 × 480. */
export const openCamera = (chosen: string | null): Promise<MediaStream> => {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  return navigator.mediaDevices.getUserMedia({
    video: chosen === null ? size : { ...size, deviceId: { exact: chosen } },
  });
};
