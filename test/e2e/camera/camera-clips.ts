/** Owns what tests of the camera view share: a clip for the fake camera, and hooks on what the page does with it. */
import type { Page } from 'playwright-core';

export const WIDTH = 640;
export const HEIGHT = 360;
const DARK = 40;
const BRIGHT = 220;

/** A Y4M clip of one frame: dark on the left, bright on the right. Chromium repeats it. */
export const clip = (): Buffer => {
  const row = Buffer.concat([Buffer.alloc(WIDTH / 2, DARK), Buffer.alloc(WIDTH / 2, BRIGHT)]);
  const luma = Buffer.concat(Array.from({ length: HEIGHT }, () => row));
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F25:1 Ip A1:1 C420jpeg\nFRAME\n`;
  return Buffer.concat([Buffer.from(header), luma, chroma]);
};

/** What the page did with the camera, and hooks to change what the camera does. */
export interface CameraWindow {
  camera: {
    readonly tracks: MediaStreamTrack[];
    asked: number;
    /** Holds the camera back until the test lets it come. */
    gate: Promise<void>;
    error: DOMException | null;
    devices: MediaDeviceInfo[] | null;
  };
}

export const watchCamera = (): void => {
  const media = navigator.mediaDevices;
  const open = media.getUserMedia.bind(media);
  const list = media.enumerateDevices.bind(media);
  const camera: CameraWindow['camera'] = { tracks: [], asked: 0, gate: Promise.resolve(), error: null, devices: null };
  Object.assign(window, { camera });
  media.getUserMedia = async (constraints) => {
    camera.asked += 1;
    await camera.gate;
    if (camera.error !== null) throw camera.error;
    const stream = await open(constraints);
    camera.tracks.push(...stream.getTracks());
    return stream;
  };
  media.enumerateDevices = async () => camera.devices ?? (await list());
};

export const FAKE_DEVICE = '--use-fake-device-for-media-stream';
export const ALLOW = '--use-fake-ui-for-media-stream';

export const showCamera = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Show my camera', exact: true }).click();
export const cameraOn = (page: Page) => page.getByText('Camera on', { exact: true });
export const trackStates = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as CameraWindow).camera.tracks.map((track) => track.readyState));
export const asked = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as CameraWindow).camera.asked);

/**
 * In the page: its time limits of some seconds are far away, as a busy machine would reach them and a look would end
 * before it is done. The pauses between two pictures are left as they are.
 */
export const withoutLimits = (): void => {
  const real = window.setTimeout.bind(window);
  const LIMIT_MS = 12_000;
  const stretched = (run: TimerHandler, after?: number, ...args: unknown[]): number =>
    real(run, after === LIMIT_MS ? 20 * after : after, ...args);
  Object.assign(window, { setTimeout: stretched });
};

const again = (page: Page) => page.getByRole('button', { name: 'Look again', exact: true });

/** Asks for one more look, and waits for its end. */
export const lookAgain = async (page: Page): Promise<void> => {
  await again(page).click();
  await page.getByText('Still looking…').waitFor();
  await again(page).waitFor();
};

/** Asks for a look and waits for its end; the page is to be without limits. */
export const lookToTheEnd = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Look at my background' }).click();
  await again(page).waitFor();
};
