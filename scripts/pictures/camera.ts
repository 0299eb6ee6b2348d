/** Owns the picture of the camera: a drawn room, and what was found in it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { ALLOW, cameraOn, FAKE_DEVICE, showCamera } from '../../test/e2e/camera/camera-clips.ts';
import { drawClips } from '../../test/e2e/camera/scene-clips.ts';
import { type BuiltPage, launch, visit } from '../../test/e2e/page/page-server.ts';
import { drawPerson } from '../../test/scenes/person.ts';
import { monitor, sign, wall } from '../../test/scenes/room.ts';

const drawing =
  wall('#c9c2b4') +
  monitor(50, 100, 340, 200) +
  sign({ x: 900, y: 40, lines: ['Project Heron', 'launch in May'], capitals: 26 }) +
  drawPerson({ x: 1110, y: 345, size: 58, skin: 5, clothes: '#6b2f3c', style: 'long' }) +
  drawPerson({ skin: 2, wears: ['glasses'] });

/** Takes the picture, into `file`. */
export const takeCamera = async (built: BuiltPage, snapshot: Snapshot, now: Date, file: string): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-picture-'));
  const clip = path.join(folder, 'room.y4m');
  await writeFile(clip, (await drawClips({ room: [{ drawing }] })).room);
  const browser = await launch(FAKE_DEVICE, ALLOW, `--use-file-for-fake-video-capture=${clip}`);
  try {
    const prepare = (fresh: Page) => fresh.clock.setFixedTime(now);
    const viewport = { width: 1280, height: 800 };
    const { page } = await visit(browser, built, { snapshot }, { reducedMotion: 'reduce', viewport, prepare });
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.getByRole('button', { name: 'Look at my background' }).click();
    await page.getByRole('button', { name: 'Look again', exact: true }).waitFor();
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
};
