/** The camera view of the built page in a real Chromium, with clips and devices that are not there. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from '../page/accessibility.ts';
import type { FakeWindow } from '../page/page-server.ts';
import {
  ALLOW,
  asked,
  type CameraWindow,
  cameraOn,
  clip,
  FAKE_DEVICE,
  HEIGHT,
  showCamera,
  trackStates,
  WIDTH,
} from './camera-clips.ts';
import { off, setUpCamera } from './set-up-camera.ts';

const { show, visit, withFlags, withWhole, origin } = setUpCamera(async () => clip(), { looks: false });

/** How bright the picture is, a quarter from its left and from its right. */
const sides = (video: Locator): Promise<{ readonly left: number; readonly right: number }> =>
  video.evaluate((element) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('no video');
    const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(element, 0, 0);
    const at = (x: number): number => context?.getImageData(x, canvas.height / 2, 1, 1).data[1] ?? -1;
    return { left: at(canvas.width / 4), right: at((canvas.width * 3) / 4) };
  });
describe('the camera', () => {
  it('is not opened, and nothing for it is loaded or started, before the click', async () => {
    const { page } = await show();
    expect(await asked(page)).toBe(0);
    expect(page.workers()).toEqual([]);
    const scripts = (): Promise<number> =>
      page.evaluate(() => performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.js')).length);
    const before = await scripts();
    await showCamera(page);
    await cameraOn(page).waitFor();
    expect(await asked(page)).toBe(1);
    expect(await scripts()).toBeGreaterThan(before);
  });

  it('shows the picture as others see it, and as in a mirror when asked', async () => {
    const { page } = await show();
    await showCamera(page);
    await page.getByText(`${WIDTH} × ${HEIGHT}, 25 pictures a second`).waitFor();
    // Chromium's first frame of a stream is an empty black one.
    await expect.poll(() => sides(page.locator('video'))).toSatisfy(({ left, right }) => left < right - 100);
    const flip = (): Promise<string> =>
      page.locator('.mirror').evaluate((element) => getComputedStyle(element).transform);
    expect(await flip()).toBe('none');
    await page.getByLabel('As in a mirror').check();
    expect(await flip()).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('leaves nothing behind: no request, nothing stored', async () => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.getByRole('button', { name: 'Turn off' }).click();
    const stored = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      document.cookie,
    ]);
    expect(stored).toEqual([0, 0, 0, 0, '']);
    expect(await trackStates(page)).toEqual(['ended']);
  });

  it('goes off when one goes to another page, and stays off on the way back', async () => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect.poll(() => trackStates(page)).toEqual(['ended']);
    await page.getByRole('button', { name: 'Overview', exact: true }).click();
    await page.getByRole('button', { name: 'Show my camera', exact: true }).waitFor();
    expect(await asked(page)).toBe(1);
  });

  it('opens with the window only where the person has set that', async () => {
    const camera = { examination: off, showAtStart: { value: true, layer: 'user' } } as const;
    const { page } = await visit({ snapshot: snapshot({ settings: { camera } }) }, { reducedMotion: 'reduce' });
    await cameraOn(page).waitFor();
  });

  it('stays in a corner of the window while one scrolls past it', async () => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    const place = () => page.locator('video').evaluate((video) => video.getBoundingClientRect());
    const before = await place();
    await page.evaluate(() => {
      document.body.style.minHeight = '5000px';
      scrollTo(0, 4000);
    });
    await expect.poll(async () => (await place()).width).toBeLessThan(before.width);
    expect((await place()).bottom).toBeLessThanOrEqual(await page.evaluate(() => innerHeight));
    await page.locator('.frame').scrollIntoViewIfNeeded();
    await expect.poll(async () => (await place()).width).toBe(before.width);
  });

  it.each(['light', 'dark'] as const)('is accessible while it is on, %s', async (colorScheme) => {
    const { page } = await show();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await showCamera(page);
    await cameraOn(page).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('is let go the moment the window is hidden, and comes back only when asked', async () => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    const after = await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      return (window as unknown as CameraWindow).camera.tracks.map((track) => track.readyState);
    });
    expect(after).toEqual(['ended']);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: false });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByRole('heading', { name: 'Camera off' }).waitFor();
    expect(await cameraOn(page).count()).toBe(0);
    expect(await asked(page)).toBe(1);
    await page.getByRole('button', { name: 'Show my camera again' }).click();
    await cameraOn(page).waitFor();
    expect(await trackStates(page)).toEqual(['ended', 'live']);
  });

  it.each([
    ['locked', 'It was switched off when the screen was locked.'],
    ['suspended', 'It was switched off when the computer went to sleep.'],
    ['hidden', 'It was switched off when this window was hidden.'],
  ] as const)('is let go when the program says %s', async (reason, words) => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    const after = await page.evaluate((why) => {
      (window as unknown as FakeWindow).fake.cameraOff(why);
      return (window as unknown as CameraWindow).camera.tracks.map((track) => track.readyState);
    }, reason);
    expect(after).toEqual(['ended']);
    await page.getByText(words).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('is let go when the screen is locked on a system that must be asked', async () => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.evaluate(() => (window as unknown as FakeWindow).fake.lock());
    await page.getByText('It was switched off when the screen was locked.').waitFor();
    expect(await trackStates(page)).toEqual(['ended']);
  });

  it('is let go when nothing is done for as long as the settings say, and not before', async () => {
    const settings = { camera: { idleMinutes: { value: 2, layer: 'enforced' }, examination: off } } as const;
    const { page } = await show({ snapshot: snapshot({ settings }) });
    await page.clock.install();
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.clock.fastForward(100_000);
    await page.keyboard.press('Tab');
    await page.clock.fastForward(100_000);
    expect(await trackStates(page)).toEqual(['live']);
    await page.clock.fastForward(21_000);
    await page.getByText('because you did nothing here for a while').waitFor();
    expect(await trackStates(page)).toEqual(['ended']);
  });

  it('stops when its permission is taken while it runs, and says when it is given back', async () => {
    const { page } = await show({}, await withWhole(FAKE_DEVICE));
    const browser = await page.context().newCDPSession(page);
    const { browserContextId } = (await browser.send('Target.getTargetInfo')).targetInfo;
    if (browserContextId === undefined) throw new Error('The page has no context.');
    const allow = (setting: 'granted' | 'denied') =>
      browser.send('Browser.setPermission', {
        permission: { name: 'camera' },
        setting,
        origin: origin(),
        browserContextId,
      });
    await allow('granted');
    await showCamera(page);
    await cameraOn(page).waitFor();
    await allow('denied');
    await page.getByRole('heading', { name: 'Greenroom may not use the camera' }).waitFor();
    expect(await trackStates(page)).toEqual(['ended']);
    await allow('granted');
    await page.getByText('The camera is allowed now.').waitFor();
    await page.getByRole('button', { name: 'Show my camera', exact: true }).last().click();
    await cameraOn(page).waitFor();
  });

  it('shows beside the picture what the organisation asks', async () => {
    const rules = { value: 'No whiteboards.\nNobody else in the picture.', layer: 'enforced' } as const;
    const { page } = await show({ snapshot: snapshot({ settings: { camera: { rules, examination: off } } }) });
    await showCamera(page);
    await page.getByRole('heading', { name: 'What your organisation asks' }).waitFor();
    await page.getByText('No whiteboards.').waitFor();
  });

  it('says whether camera or system blur the background, where that is told', async () => {
    const { page } = await show(
      {},
      await withFlags(FAKE_DEVICE, ALLOW, '--enable-blink-features=MediaCaptureBackgroundBlur'),
    );
    await showCamera(page);
    await page.getByText('Your camera or system doesn’t blur the background.').waitFor();
  });

  it('is let go when the page goes', async () => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(await trackStates(page)).toEqual(['ended']);
  });

  it('closes with Escape and gives the focus back', async () => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Camera and sound');
    await page.keyboard.press('Escape');
    expect(await trackStates(page)).toEqual(['ended']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show my camera');
    expect(await page.locator('video').count()).toBe(0);
  });

  it('is switched off at once when it comes after the view was closed', async () => {
    const { page } = await show();
    const release = await page.evaluateHandle(() => {
      const { camera } = window as unknown as CameraWindow;
      let go = (): void => {};
      camera.gate = new Promise((resolve) => {
        go = resolve;
      });
      return { go: () => go() };
    });
    await showCamera(page);
    await page.getByRole('heading', { name: 'Opening your camera…' }).waitFor();
    await page.keyboard.press('Escape');
    await release.evaluate(({ go }) => go());
    await page.waitForFunction(() => (window as unknown as CameraWindow).camera.tracks.length === 1);
    await page.waitForFunction(() => (window as unknown as CameraWindow).camera.tracks[0]?.readyState === 'ended');
  });
});

describe('a camera that gives no picture is explained', () => {
  it('when there is none', async () => {
    const { page } = await show({}, await withFlags(`${FAKE_DEVICE}=device-count=0`, ALLOW));
    await showCamera(page);
    await page.getByRole('heading', { name: 'No camera found' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('when it is refused to the program, with the way to the settings', async () => {
    const { page, calls } = await show({}, await withFlags(FAKE_DEVICE, `${ALLOW}=deny`));
    await showCamera(page);
    await page.getByRole('heading', { name: 'Greenroom may not use the camera' }).waitFor();
    await page.getByRole('button', { name: 'Open the camera settings' }).click();
    await page.getByText('The settings are open.').waitFor();
    expect(await calls()).toEqual([
      ['mediaAccess', 'camera'],
      ['tellCamera', 'refused'],
      ['openMediaSettings', 'camera'],
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('when the system has refused it: then it is not even asked for', async () => {
    const { page } = await show({ access: 'denied', snapshot: snapshot({ platform: 'darwin' }) });
    await showCamera(page);
    await page.getByRole('heading', { name: 'Your system doesn’t allow the camera' }).waitFor();
    expect(await asked(page)).toBe(0);
  });

  it('when another program has it, until that one lets go', async () => {
    const { page } = await show();
    await page.evaluate(() => {
      const busy = new DOMException('Could not start video source', 'NotReadableError');
      (window as unknown as CameraWindow).camera.error = busy;
    });
    await showCamera(page);
    await page.getByRole('heading', { name: 'The camera is busy' }).waitFor();
    // Another one can be chosen all the same.
    await page.getByLabel('Camera', { exact: true }).waitFor();
    await page.evaluate(() => {
      (window as unknown as CameraWindow).camera.error = null;
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await cameraOn(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Camera and sound');
  });

  it('when it is unplugged, and waits for a click when it is back', async () => {
    const { page } = await show();
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.evaluate(() => {
      const { camera } = window as unknown as CameraWindow;
      camera.devices = [];
      camera.tracks[0]?.dispatchEvent(new Event('ended'));
    });
    await page.getByRole('heading', { name: 'The camera was unplugged' }).waitFor();
    expect(await trackStates(page)).toEqual(['ended']);
    await page.evaluate(() => {
      (window as unknown as CameraWindow).camera.devices = null;
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    });
    await page.getByText('A camera is connected now.').waitFor();
    expect(await asked(page)).toBe(1);
    await page.getByRole('button', { name: 'Show that camera' }).click();
    await cameraOn(page).waitFor();
  });

  it('when it is on and sends nothing', async () => {
    const { page } = await show();
    await page.clock.install();
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = async () => document.createElement('canvas').captureStream(0);
      (window as unknown as CameraWindow).camera.devices = null;
    });
    await showCamera(page);
    await page.locator('video').waitFor();
    await page.clock.fastForward(3100);
    await page.getByText('The camera sends no new picture.').waitFor();
  });
});

it('changes to another camera, lets go of the first, and keeps the focus on the choice', async () => {
  const { page } = await show({}, await withFlags(`${FAKE_DEVICE}=device-count=2`, ALLOW));
  await showCamera(page);
  await cameraOn(page).waitFor();
  const choice = page.getByLabel('Camera', { exact: true });
  await choice.focus();
  await choice.selectOption({ index: 1 });
  await page.waitForFunction(() => (window as unknown as CameraWindow).camera.tracks.length === 2);
  await cameraOn(page).waitFor();
  expect(await trackStates(page)).toEqual(['ended', 'live']);
  expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true);
  const shown = await page.evaluate(() => {
    const { tracks } = (window as unknown as CameraWindow).camera;
    return tracks[1]?.label;
  });
  expect(await choice.locator('option:checked').textContent()).toBe(shown);
});
