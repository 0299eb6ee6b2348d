/** Blur and company background of the built page, drawn live on a fake camera's picture. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accessibilityFaults } from '../page/accessibility.ts';
import { clip } from './camera-clips.ts';
import { setUpCamera } from './set-up-camera.ts';

const { showLive } = setUpCamera(async () => clip(), { looks: false });

const drawn = (page: Page) => page.getByText('This is roughly how it looks.').waitFor();
/** Red, green and blue of the drawn picture at shares of its width, halfway up. */
const colours = (page: Page, shares: readonly number[]) =>
  page.locator('.remedies canvas').evaluate((canvas, at) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    return at.map((share) => [
      ...(copy?.getImageData(canvas.width * share, canvas.height / 2, 1, 1).data.slice(0, 3) ?? []),
    ]);
  }, shares);

it('blurs the room: the edge in it is gone, its sides are still there', async () => {
  const page = await showLive();
  await page.getByLabel('My room, blurred').check();
  await drawn(page);
  const [left, before, behind, right] = (await colours(page, [0.1, 0.497, 0.503, 0.9])).map(([red = 0]) => red);
  expect((right ?? 0) - (left ?? 0)).toBeGreaterThan(150);
  expect((behind ?? 0) - (before ?? 0)).toBeLessThan(120);
  await page.getByText('Switch it on in your meeting app').waitFor();
  for (const app of ['Zoom', 'Teams', 'Meet', 'Webex']) await page.getByText(app, { exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

it('stands beside the microphone, and leaves the picture that the camera gives', async () => {
  const page = await showLive();
  await page.getByLabel('My room, blurred').check();
  await drawn(page);
  const [blur, sound] = await Promise.all(['.remedies', '.sound'].map((one) => page.locator(one).boundingBox()));
  expect(blur?.y).toBe(sound?.y);
  expect((blur?.x ?? 0) + (blur?.width ?? 0)).toBeLessThanOrEqual(sound?.x ?? 0);
  expect(await page.locator('.frame canvas').count()).toBe(0);
});

it('waits for a picture where the camera has none yet', async () => {
  const page = await showLive();
  await page.evaluate(() => {
    const { VideoFrame: real } = window;
    let empty = 3;
    const late = function (this: unknown, video: HTMLVideoElement) {
      empty -= 1;
      if (empty >= 0) throw new DOMException('Invalid source state', 'InvalidStateError');
      return new real(video);
    };
    Object.assign(window, { VideoFrame: late });
  });
  await page.getByLabel('My room, blurred').check();
  await drawn(page);
});

it('puts the company’s picture where there is no person', async () => {
  const page = await showLive({ background: { state: 'ready' } });
  await page.getByLabel('Company background').check();
  await drawn(page);
  const [colour] = await colours(page, [0.1]);
  expect(colour).toEqual([0x27, 0x40, 0x5f]);
});

it('offers no company background where there is none, and says why one cannot be used', async () => {
  const page = await showLive({ background: { state: 'refused', reason: 'The background is too small: 400 × 300.' } });
  await page.getByText('The background is too small: 400 × 300.').waitFor();
  expect(await page.getByLabel('Company background').count()).toBe(0);
});

it('loads nothing for it, and starts no worker, before it is chosen; and ends the worker with it', async () => {
  const page = await showLive();
  expect(page.workers()).toEqual([]);
  const model = await page.evaluate(() =>
    performance.getEntriesByType('resource').some((one) => /mask/.test(one.name)),
  );
  expect(model).toBe(false);
  await page.getByLabel('My room, blurred').check();
  await drawn(page);
  expect(page.workers()).toHaveLength(1);
  await page.getByLabel('My room', { exact: true }).check();
  await expect.poll(() => page.workers().length).toBe(0);
});
