/** The sound part of the camera view in a real Chromium, with sounds made here as fake microphones. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from '../page/accessibility.ts';
import { type BuiltPage, type FakeWindow, launch, servePage, type Visit, visit } from '../page/page-server.ts';
import { ALLOW, type CameraWindow, cameraOn, FAKE_DEVICE, showCamera, watchCamera } from './camera-clips.ts';

const RATE = 48_000;

/** Two seconds of a deep tone, as a WAV file. An amplitude above 1 is cut off, as an overdriven microphone does. */
const sound = (amplitude: number): Buffer => {
  const samples = Buffer.alloc(RATE * 2 * 2);
  for (let n = 0; n < RATE * 2; n += 1) {
    const value = Math.max(-1, Math.min(1, amplitude * Math.sin((2 * Math.PI * 200 * n) / RATE)));
    samples.writeInt16LE(Math.round(value * 32_767), n * 2);
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
};

let built: BuiltPage;
let folder: string;
let browser: Browser | undefined;
let open: Visit | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-sound-'));
  built = await servePage();
});
afterAll(async () => {
  await built.close();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  const problems = await open?.problems();
  await open?.close();
  await browser?.close();
  [open, browser] = [undefined, undefined];
  expect(problems ?? []).toEqual([]);
});

const show = async (...flags: readonly string[]): Promise<Page> => {
  browser = await launch(FAKE_DEVICE, ...flags);
  const prepare = (page: Page) => page.addInitScript(watchCamera);
  open = await visit(browser, built, { snapshot: snapshot() }, { reducedMotion: 'reduce', prepare });
  await showCamera(open.page);
  return open.page;
};
const withSound = async (amplitude: number): Promise<Page> => {
  const file = path.join(folder, `${amplitude}.wav`);
  await writeFile(file, sound(amplitude));
  return show(ALLOW, `--use-file-for-fake-audio-capture=${file}`);
};
const tryIt = (page: Page): Promise<void> => page.getByRole('button', { name: 'Try my microphone' }).click();
const audioTracks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    (window as unknown as CameraWindow).camera.tracks.flatMap((track) =>
      track.kind === 'audio' ? [track.readyState] : [],
    ),
  );

it.each([
  ['muted in its hardware', 0, 'It is muted'],
  ['silent', 0.0003, 'Next to nothing can be heard.'],
  ['too quiet', 0.004, 'You are quiet.'],
  ['good', 0.2, 'You can be heard well.'],
  ['clipping', 3, 'You are too loud'],
])('says of a microphone that is %s so', async (_name, amplitude, words) => {
  const page = await withSound(amplitude);
  await tryIt(page);
  await page.getByText(words).waitFor();
});

it('is off until asked, and goes off with the view, with hiding and at the person’s word', async () => {
  const page = await show(ALLOW);
  await cameraOn(page).waitFor();
  expect(await audioTracks(page)).toEqual([]);
  await tryIt(page);
  await page.getByText('Microphone on.').waitFor();
  expect(await audioTracks(page)).toEqual(['live']);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Switch the microphone off' }).click();
  expect(await audioTracks(page)).toEqual(['ended']);
  await tryIt(page);
  await page.getByText('Microphone on.').waitFor();
  await page.evaluate(() => (window as unknown as FakeWindow).fake.cameraOff('locked'));
  expect(await audioTracks(page)).toEqual(['ended', 'ended']);
  await tryIt(page);
  await page.getByText('Microphone on.').waitFor();
  await page.keyboard.press('Escape');
  expect(await audioTracks(page)).toEqual(['ended', 'ended', 'ended']);
  const doors = (await open?.calls())?.filter(([name]) => name === 'soundCheck').map(([, on]) => on);
  expect(doors).toEqual([true, false, true, false, true, false]);
});

it('plays back what was said, out of memory, and keeps nothing', async () => {
  const page = await withSound(0.2);
  await tryIt(page);
  await page.getByRole('button', { name: 'Speak and hear yourself' }).click();
  await page.getByRole('button', { name: 'Recording 5 seconds: speak now…' }).waitFor();
  await page.getByRole('button', { name: 'Playing what you said…' }).waitFor();
  await page.getByRole('button', { name: 'Speak and hear yourself' }).waitFor();
  const kept = await page.evaluate(async () => [
    localStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  expect(kept).toEqual([0, 0, 0]);
});

it('plays a tone without asking for anything', async () => {
  const page = await show(ALLOW);
  await cameraOn(page).waitFor();
  await page.getByRole('button', { name: 'Play a test tone' }).click();
  await page.getByRole('button', { name: 'Playing: left, then right…' }).waitFor();
  await page.getByRole('button', { name: 'Play a test tone' }).waitFor();
  expect(await audioTracks(page)).toEqual([]);
});

it('says when the microphone is refused, with the way to the settings', async () => {
  const page = await show(`${ALLOW}=deny`);
  await tryIt(page);
  await page.getByRole('heading', { name: 'Greenroom may not use the microphone' }).waitFor();
  await page.getByRole('button', { name: 'Open the microphone settings' }).click();
  await page.getByText('The settings are open.').waitFor();
  expect(await open?.calls()).toContainEqual(['openMediaSettings', 'microphone']);
});
