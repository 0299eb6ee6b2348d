/** Owns the built page with a fake camera for a file of tests: one browser, and the clip that its camera shows. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { snapshot } from '../../renderer/samples.ts';
import type { Answers, Visit } from '../page/page-server.ts';
import { setUpPage } from '../page/set-up-page.ts';
import { ALLOW, cameraOn, FAKE_DEVICE, showCamera, watchCamera, withoutLimits } from './camera-clips.ts';

/** A setting that the organisation switched off. */
export const off = { value: false, layer: 'enforced' } as const;

interface Options {
  /** Says how the clip is written. */
  readonly name?: `clip.${'y4m' | 'mjpeg'}`;
  /** Looks are offered: their detectors are loaded as soon as the camera is on, which takes more than all else here. */
  readonly looks: boolean;
}

/** `draw`: the clip, made before the first test. */
export const setUpCamera = (draw: () => Promise<Buffer>, { name = 'clip.y4m', looks }: Options) => {
  let folder = '';
  const file = (): string => path.join(folder, name);
  /** The flags of a browser whose camera shows the clip. */
  const flags = (): readonly string[] => [FAKE_DEVICE, ALLOW, `--use-file-for-fake-video-capture=${file()}`];
  const pages = setUpPage(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'greenroom-clip-'));
    await writeFile(file(), await draw());
    return flags();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const show = async (answers: Partial<Answers> = {}, browser?: Browser): Promise<Visit> => {
    const prepare = async (page: Page): Promise<void> => {
      await page.addInitScript(watchCamera);
      await page.addInitScript(withoutLimits);
    };
    const open = await pages.visit(
      { snapshot: looks ? snapshot() : snapshot({ settings: { camera: { examination: off } } }), ...answers },
      { reducedMotion: 'reduce', prepare },
      browser,
    );
    await open.page.getByRole('button', { name: 'Show my camera', exact: true }).waitFor();
    return open;
  };
  return {
    ...pages,
    file,
    flags,
    /** Opens the page, where the camera is off. */
    show,
    /** Opens the page and switches the camera on. */
    showLive: async (answers: Partial<Answers> = {}, browser?: Browser): Promise<Page> => {
      const { page } = await show(answers, browser);
      await showCamera(page);
      await cameraOn(page).waitFor();
      return page;
    },
  };
};
