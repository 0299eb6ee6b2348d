/** Camera and microphone of the built program: who may use them, and when the program itself takes them away. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { launchApp, onlyChecks, type RunningApp, runtimeName } from './launch.ts';

declare const greenroom: GreenroomApi;

const picture = (name: string): string =>
  fileURLToPath(new URL(`../../engine/session/backgrounds/${name}`, import.meta.url));

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp({
    settings: onlyChecks('waiting-room'),
    switches: ['--use-fake-device-for-media-stream'],
  });
});
afterAll(() => app?.stop());

const cameraOn = () => app.page.getByText('Camera on', { exact: true });

test.each([
  ['power', 'lock-screen', 'when the screen was locked'],
  ['power', 'suspend', 'when the computer went to sleep'],
  ['window', 'minimize', 'when this window was hidden'],
  ['window', 'hide', 'when this window was hidden'],
] as const)(`on ${runtimeName} the camera goes off at %s %s`, async (where, event, words) => {
  await app.page.getByRole('button', { name: 'Show my camera', exact: true }).click();
  await cameraOn().waitFor();
  await app.happen(where, event);
  await app.page.getByText(words).waitFor();
  expect(await cameraOn().count()).toBe(0);
  expect(await app.page.locator('video').count()).toBe(0);
  await app.page.getByRole('button', { name: 'Turn off', exact: true }).click();
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

const companyPicture = (): Promise<string> =>
  app.page.evaluate(
    () =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve(`${image.naturalWidth} × ${image.naturalHeight}`);
        image.onerror = () => resolve('none');
        image.src = `/company-background?${performance.now()}`;
      }),
  );
const setBackground = (key: 'backgroundFile' | 'backgroundData', value: string | null): Promise<unknown> =>
  app.page.evaluate(([name, to]) => greenroom.changeSetting('camera', name, to), [key, value] as const);
const background = (): Promise<unknown> => app.page.evaluate(() => greenroom.companyBackground());

test('the organisation’s background reaches the page from its own origin, and only once it was read', async () => {
  expect(await background()).toEqual({ state: 'none' });
  expect(await companyPicture()).toBe('none');
  await setBackground('backgroundFile', picture('right.png'));
  expect(await background()).toEqual({ state: 'ready' });
  expect(await companyPicture()).toBe('1280 × 720');
  await setBackground('backgroundFile', picture('gif-named.png'));
  expect(await background()).toMatchObject({ state: 'refused' });
  expect(await companyPicture()).toBe('none');
  await setBackground('backgroundFile', null);
});

test('a background given as data is shown, and is in no state that the page is told', async () => {
  const data = (await readFile(picture('right.png'))).toString('base64');
  await app.page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    greenroom.onSnapshot((snapshot) => told.push(JSON.stringify(snapshot)));
  });
  await setBackground('backgroundData', data);
  expect(await background()).toEqual({ state: 'ready' });
  expect(await companyPicture()).toBe('1280 × 720');
  const told = await app.page.evaluate(async () => [
    ...(window as unknown as { told: string[] }).told,
    JSON.stringify(await greenroom.snapshot()),
  ]);
  expect(told.length).toBeGreaterThan(1);
  for (const state of told) {
    expect(state).toContain('idleMinutes');
    expect(state.includes(data.slice(1000, 1100))).toBe(false);
  }
  await setBackground('backgroundData', null);
});
