/** Blur and company background of the built page, drawn live on a fake camera's picture. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from '../page/accessibility.ts';
import { type Answers, type BuiltPage, launch, servePage, type Visit, visit } from '../page/page-server.ts';
import { ALLOW, cameraOn, clip, FAKE_DEVICE, showCamera, watchCamera } from './camera-clips.ts';

let built: BuiltPage;
let browser: Browser;
let folder: string;
let open: Visit | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-clip-'));
  const file = path.join(folder, 'half.y4m');
  await writeFile(file, clip());
  built = await servePage();
  browser = await launch(FAKE_DEVICE, ALLOW, `--use-file-for-fake-video-capture=${file}`);
});
afterAll(async () => {
  await browser.close();
  await built.close();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  const problems = await open?.problems();
  await open?.close();
  open = undefined;
  expect(problems ?? []).toEqual([]);
});

const show = async (answers: Partial<Answers> = {}): Promise<Page> => {
  const prepare = (page: Page) => page.addInitScript(watchCamera);
  open = await visit(browser, built, { snapshot: snapshot(), ...answers }, { reducedMotion: 'reduce', prepare });
  await showCamera(open.page);
  await cameraOn(open.page).waitFor();
  return open.page;
};
const drawn = (page: Page) => page.getByText('This is about how it looks.').waitFor();
/** Red, green and blue of the drawn picture at shares of its width, halfway up. */
const colours = (page: Page, shares: readonly number[]) =>
  page.locator('canvas.remedy').evaluate((canvas, at) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    return at.map((share) => [
      ...(copy?.getImageData(canvas.width * share, canvas.height / 2, 1, 1).data.slice(0, 3) ?? []),
    ]);
  }, shares);

it('blurs the room: the edge in it is gone, its sides are still there', async () => {
  const page = await show();
  await page.getByLabel('My room, blurred').check();
  await drawn(page);
  const [left, before, behind, right] = (await colours(page, [0.1, 0.497, 0.503, 0.9])).map(([red = 0]) => red);
  expect((right ?? 0) - (left ?? 0)).toBeGreaterThan(150);
  expect((behind ?? 0) - (before ?? 0)).toBeLessThan(120);
  await page.getByText('Switch it on in your meeting app').waitFor();
  for (const app of ['Zoom', 'Teams', 'Meet', 'Webex']) await page.getByText(app, { exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

it('waits for a picture where the camera has none yet', async () => {
  const page = await show();
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
  const page = await show({ background: { state: 'ready' } });
  await page.getByLabel('Company background').check();
  await drawn(page);
  const [colour] = await colours(page, [0.1]);
  expect(colour).toEqual([0x27, 0x40, 0x5f]);
});

it('offers no company background where there is none, and says why one cannot be used', async () => {
  const page = await show({ background: { state: 'refused', reason: 'The background is too small: 400 × 300.' } });
  await page.getByText('The background is too small: 400 × 300.').waitFor();
  expect(await page.getByLabel('Company background').count()).toBe(0);
});

it('loads nothing for it, and starts no worker, before it is chosen; and ends the worker with it', async () => {
  // Without looks, whose own workers start once the picture shows.
  const examination = { value: false, layer: 'enforced' } as const;
  const page = await show({ snapshot: snapshot({ settings: { camera: { examination } } }) });
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
