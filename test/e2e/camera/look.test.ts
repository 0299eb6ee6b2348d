/** "Look at my background" in the built page: a still, what is found in it, and that nothing of it leaves the page. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from '../page/accessibility.ts';
import { type FakeWindow, launchHeadless } from '../page/page-server.ts';
import { lookAgain, lookToTheEnd } from './camera-clips.ts';
import { setUpCamera } from './set-up-camera.ts';

/** A pale wall with a notice on it: drawn by the browser, so that no picture is kept with the tests. */
const wall = (words: string): string =>
  `<body style="margin:0;background:#d8d2c4"><p style="position:absolute;left:80px;top:90px;margin:0;padding:24px;background:#fff;font:600 48px sans-serif">${words}</p></body>`;

const drawWall = async (): Promise<Buffer> => {
  const painter = await launchHeadless();
  try {
    const page = await painter.newPage({ viewport: { width: 1280, height: 720 } });
    await page.setContent(wall('Project Heron'));
    return await page.screenshot({ type: 'jpeg', quality: 90 });
  } finally {
    await painter.close();
  }
};
const { showLive, current, flags, withFlags } = setUpCamera(drawWall, { name: 'clip.mjpeg', looks: true });

const lookButton = (page: Page) => page.getByRole('button', { name: 'Look at my background' });
const readText = (page: Page) => page.getByText(/Text can be read behind you: “.*Heron.*”/);

describe('a look at the background', () => {
  it('freezes a still, names what it found and shows where; the program is told numbers, and nothing goes anywhere', async () => {
    const page = await showLive();
    await lookToTheEnd(page);
    await readText(page).waitFor();
    expect(await page.getByRole('img', { name: /A still picture from your camera/ }).count()).toBe(1);
    await page.getByRole('button', { name: /Heron/ }).focus();
    const box = await page.locator('.box.chosen').boundingBox();
    const picture = await page.locator('.picture').boundingBox();
    if (box === null || picture === null) throw new Error('Nothing is marked.');
    // The notice stands at the top left.
    expect((box.x - picture.x) / picture.width).toBeLessThan(0.3);
    expect((box.y - picture.y) / picture.height).toBeLessThan(0.4);
    expect(await accessibilityFaults(page)).toEqual([]);
    const calls = await current().calls();
    expect([...new Set(calls.map(([name]) => name))]).toEqual(['mediaAccess', 'tellCamera', 'tellLook']);
    expect(JSON.stringify(calls)).not.toMatch(/heron|project/i);
    expect(calls.at(-1)?.[1]).toMatchObject({ parts: { text: 'finished' } });
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      document.cookie,
    ]);
    expect(kept).toEqual([0, 0, 0, 0, '']);
  });

  it('has its workers ready while the picture shows, and ends them with it', async () => {
    const page = await showLive();
    await expect.poll(() => page.workers().length).toBe(2);
    await page.evaluate(() => (window as unknown as FakeWindow).fake.cameraOff('locked'));
    await expect.poll(() => page.workers().length).toBe(0);
    await page.getByRole('button', { name: 'Show my camera again' }).click();
    await expect.poll(() => page.workers().length).toBe(2);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.workers().length).toBe(0);
  });

  it('keeps its workers for another look, and ends those that have seen the room when one goes back or closes', async () => {
    const page = await showLive();
    await lookToTheEnd(page);
    const saw = page.workers();
    await lookAgain(page);
    expect(page.workers()).toEqual(saw);
    await page.getByRole('button', { name: 'Back to the live picture' }).click();
    await lookButton(page).waitFor();
    expect(await readText(page).count()).toBe(0);
    expect(await page.locator('.picture canvas').count()).toBe(0);
    await expect.poll(() => page.workers().some((one) => saw.includes(one))).toBe(false);
    await lookButton(page).click();
    await page.getByText('Still looking…').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.workers().length).toBe(0);
  });

  it('says when the camera gave no picture to look at', async () => {
    const page = await showLive();
    await page.evaluate(() => {
      const refusing = class {
        constructor() {
          throw new DOMException('Invalid source state', 'InvalidStateError');
        }
      };
      Object.assign(window, { VideoFrame: refusing });
    });
    await lookButton(page).click();
    await page.getByText('The picture couldn’t be looked at. Try again.').waitFor();
    expect(await lookButton(page).count()).toBe(1);
    expect((await current().calls()).map(([name]) => name)).toEqual(['mediaAccess', 'tellCamera']);
  });

  it('is not offered when the organisation has switched it off', async () => {
    const examination = { value: false, layer: 'enforced' } as const;
    const page = await showLive({ snapshot: snapshot({ settings: { camera: { examination } } }) });
    await page.getByText('Your organisation has switched off looking at the background.').waitFor();
    expect(await lookButton(page).count()).toBe(0);
    expect(page.workers()).toEqual([]);
  });

  it('goes, with the picture, when the organisation switches it off meanwhile', async () => {
    const page = await showLive();
    await lookToTheEnd(page);
    await readText(page).waitFor();
    const examination = { value: false, layer: 'enforced' } as const;
    await current().push(snapshot({ settings: { camera: { examination } } }));
    await page.getByText('Your organisation has switched off looking at the background.').waitFor();
    expect(await page.locator('.picture canvas').count()).toBe(0);
    await expect.poll(() => page.workers().length).toBe(0);
  });

  // The switch is one of V8's for processors of this kind, and stands for an old one.
  it.skipIf(process.arch !== 'x64')(
    'needs no WebGL; without vector instructions it says what it cannot do',
    async () => {
      const old = ['--disable-3d-apis', '--js-flags=--no-enable-sse4-1'];
      const page = await showLive({}, await withFlags(...flags(), ...old));
      await lookButton(page).click();
      await page.getByText(/Text: not looked at\. Text can’t be read on this computer\./).waitFor();
      await page.getByText(/Other people.*: not looked at\. This computer can’t tell people/).waitFor();
      await page.getByRole('button', { name: 'Back to the live picture' }).click();
      await page.getByLabel('My room, blurred').check();
      await page.getByText('This computer can’t preview it here.').waitFor();
    },
  );
});
