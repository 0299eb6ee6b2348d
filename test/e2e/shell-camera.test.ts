/** Camera and microphone of the built program: who may use them, and when the program itself takes them away. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GreenroomApi } from '../../electron/core/contract.ts';
import { launchApp, type RunningApp, runtimeName } from './launch.ts';

declare const greenroom: GreenroomApi;

const background = fileURLToPath(new URL('../engine/backgrounds/right.png', import.meta.url));

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp({ switches: ['--use-fake-device-for-media-stream'] });
});
afterAll(() => app?.stop());

const cameraOn = () => app.page.getByText('Camera on', { exact: true });

test.each([
  ['power', 'lock-screen', 'when the screen was locked'],
  ['power', 'suspend', 'when the computer went to sleep'],
  ['window', 'minimize', 'when this window was hidden'],
  ['window', 'hide', 'when this window was hidden'],
] as const)(`on ${runtimeName} the camera goes off at %s %s`, async (where, event, words) => {
  await app.page.getByRole('button', { name: 'Show my camera' }).click();
  await cameraOn().waitFor();
  await app.happen(where, event);
  await app.page.getByText(words).waitFor();
  expect(await cameraOn().count()).toBe(0);
  expect(await app.page.locator('video').count()).toBe(0);
  await app.page.getByRole('button', { name: 'Close your camera' }).click();
});

test('the microphone is given only between the beginning and the end of a sound check', async () => {
  const listen = (): Promise<string> =>
    app.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'given';
        },
        (error) => error.name,
      ),
    );
  expect(await listen()).toBe('NotAllowedError');
  await app.page.evaluate(() => greenroom.soundCheck(true));
  expect(await listen()).toBe('given');
  await app.page.evaluate(() => greenroom.soundCheck(false));
  expect(await listen()).toBe('NotAllowedError');
});

test('the organisation’s background reaches the page from its own origin, and only once it was read', async () => {
  const look = (): Promise<string> =>
    app.page.evaluate(
      () =>
        new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve(`${image.naturalWidth} × ${image.naturalHeight}`);
          image.onerror = () => resolve('none');
          image.src = `/company-background?${performance.now()}`;
        }),
    );
  expect(await app.page.evaluate(() => greenroom.companyBackground())).toEqual({ state: 'none' });
  expect(await look()).toBe('none');
  await app.page.evaluate((file) => greenroom.changeSetting('camera', 'backgroundFile', file), background);
  expect(await app.page.evaluate(() => greenroom.companyBackground())).toEqual({ state: 'ready' });
  expect(await look()).toBe('1280 × 720');
  await app.page.evaluate(
    (file) => greenroom.changeSetting('camera', 'backgroundFile', file),
    path.join(path.dirname(background), 'gif-named.png'),
  );
  expect(await app.page.evaluate(() => greenroom.companyBackground())).toMatchObject({ state: 'refused' });
  expect(await look()).toBe('none');
});
