/** The sound part of the camera view in a real Chromium, with sounds made here as fake microphones. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from '../page/accessibility.ts';
import type { FakeWindow } from '../page/page-server.ts';
import { setUpPage } from '../page/set-up-page.ts';
import { ALLOW, type CameraWindow, cameraOn, FAKE_DEVICE, showCamera, watchCamera } from './camera-clips.ts';
import { off } from './set-up-camera.ts';

const RATE = 48_000;

/** Two seconds of a deep tone, well heard, as a WAV file. */
const sound = (): Buffer => {
  const samples = Buffer.alloc(RATE * 2 * 2);
  for (let n = 0; n < RATE * 2; n += 1) {
    const value = 0.2 * Math.sin((2 * Math.PI * 200 * n) / RATE);
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

/**
 * In the page: what the microphone gives becomes a tone of this amplitude, a quarter of a second with every frame that is
 * drawn, so that no test waits as long as a person speaks. Above 1 it is cut off, as an overdriven microphone does.
 */
const giveSound = (amplitude: number): void => {
  const sampleRate = 48_000;
  const numberOfFrames = sampleRate / 4;
  const data = Float32Array.from({ length: numberOfFrames }, (_, n) =>
    Math.max(-1, Math.min(1, amplitude * Math.sin((2 * Math.PI * 200 * n) / sampleRate))),
  );
  class Given {
    readonly readable = new ReadableStream<AudioData>({
      pull: async (controller) => {
        await new Promise(requestAnimationFrame);
        controller.enqueue(
          new AudioData({ format: 'f32-planar', sampleRate, numberOfFrames, numberOfChannels: 1, timestamp: 0, data }),
        );
      },
    });
  }
  Object.assign(window, { MediaStreamTrackProcessor: Given });
};

/** In the page: what is played goes on until the test ends it. */
const holdSounds = (): void => {
  const { start, stop } = AudioScheduledSourceNode.prototype;
  const playing: AudioScheduledSourceNode[] = [];
  const hold = function (this: AudioScheduledSourceNode): void {
    if (this instanceof AudioBufferSourceNode) this.loop = true;
    playing.push(this);
    start.call(this);
  };
  AudioScheduledSourceNode.prototype.start = hold;
  AudioBufferSourceNode.prototype.start = hold;
  AudioScheduledSourceNode.prototype.stop = () => {};
  const endSounds = (): readonly unknown[] => {
    for (const node of playing) stop.call(node);
    return playing.map((node) =>
      node instanceof AudioBufferSourceNode ? Math.round(node.buffer?.duration ?? 0) : node.constructor.name,
    );
  };
  Object.assign(window, { endSounds });
};
/** Ends what is played, and tells it: seconds of a recording, kinds of other sounds. */
const endSounds = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(() => (window as unknown as { endSounds: () => readonly unknown[] }).endSounds());

let folder = '';
const { visit, withFlags, current } = setUpPage(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-sound-'));
  const file = path.join(folder, 'tone.wav');
  await writeFile(file, sound());
  return [FAKE_DEVICE, ALLOW, `--use-file-for-fake-audio-capture=${file}`];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const show = async (prepare?: (page: Page) => Promise<unknown>, browser?: Browser): Promise<Page> => {
  const { page } = await visit(
    { snapshot: snapshot({ settings: { camera: { examination: off } } }) },
    {
      reducedMotion: 'reduce',
      prepare: async (one) => {
        await one.addInitScript(watchCamera);
        await one.addInitScript(holdSounds);
        await prepare?.(one);
      },
    },
    browser,
  );
  await showCamera(page);
  return page;
};
const withSound = (amplitude: number): Promise<Page> => show((page) => page.addInitScript(giveSound, amplitude));
const tryIt = (page: Page): Promise<void> => page.getByRole('button', { name: 'Try my microphone' }).click();
const audioTracks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    (window as unknown as CameraWindow).camera.tracks.flatMap((track) =>
      track.kind === 'audio' ? [track.readyState] : [],
    ),
  );

it('hears what a microphone gives', async () => {
  const page = await show();
  await tryIt(page);
  await page.getByText('You can be heard well.').waitFor();
});

it.each([
  ['muted in its hardware', 0, 'It’s muted'],
  ['silent', 0.0003, 'Hardly any sound.'],
  ['too quiet', 0.004, 'You’re quiet.'],
  ['good', 0.2, 'You can be heard well.'],
  ['clipping', 3, 'You’re too loud'],
])('says of a microphone that is %s so', async (_name, amplitude, words) => {
  const page = await withSound(amplitude);
  await tryIt(page);
  await page.getByText(words).waitFor();
});

it('is off until asked, and goes off with the view, with hiding and at the person’s word', async () => {
  const page = await show();
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
  const doors = (await current().calls()).filter(([name]) => name === 'soundCheck').map(([, on]) => on);
  expect(doors).toEqual([true, false, true, false, true, false]);
});

it('plays back what was said, out of memory, and keeps nothing', async () => {
  const page = await withSound(0.2);
  await tryIt(page);
  await page.getByRole('button', { name: 'Speak and hear yourself' }).click();
  await page.getByRole('button', { name: 'Recording 5 seconds: speak now…' }).waitFor();
  await page.getByRole('button', { name: 'Playing what you said…' }).waitFor();
  expect(await endSounds(page)).toEqual([5]);
  await page.getByRole('button', { name: 'Speak and hear yourself' }).waitFor();
  const kept = await page.evaluate(async () => [
    localStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  expect(kept).toEqual([0, 0, 0]);
});

it('plays a tone without asking for anything', async () => {
  const page = await show();
  await cameraOn(page).waitFor();
  await page.getByRole('button', { name: 'Play a test tone' }).click();
  await page.getByRole('button', { name: 'Playing: left, then right…' }).waitFor();
  expect(await endSounds(page)).toEqual(['OscillatorNode', 'OscillatorNode']);
  await page.getByRole('button', { name: 'Play a test tone' }).waitFor();
  expect(await audioTracks(page)).toEqual([]);
});

it('says when the microphone is refused, with the way to the settings', async () => {
  const page = await show(undefined, await withFlags(FAKE_DEVICE, `${ALLOW}=deny`));
  await tryIt(page);
  await page.getByRole('heading', { name: 'Greenroom may not use the microphone' }).waitFor();
  await page.getByRole('button', { name: 'Open the microphone settings' }).click();
  await page.getByText('The settings are open.').waitFor();
  expect(await current().calls()).toContainEqual(['openMediaSettings', 'microphone']);
});
