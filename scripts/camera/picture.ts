/** Owns `npm run camera-picture`: docs/camera.png, the camera view with what it found in a drawn room. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ALLOW, cameraOn, FAKE_DEVICE, showCamera } from '../../test/e2e/camera/camera-clips.ts';
import { drawClips } from '../../test/e2e/camera/scene-clips.ts';
import { launch, servePage, visit } from '../../test/e2e/page/page-server.ts';
import { NOW, snapshot } from '../../test/renderer/samples.ts';
import { drawPerson } from '../../test/scenes/person.ts';
import { monitor, sign, wall } from '../../test/scenes/room.ts';
import { buildIfNeeded, root } from '../build.ts';

const drawing =
  wall('#c9c2b4') +
  monitor(50, 100, 340, 200) +
  sign({ x: 900, y: 40, lines: ['Project Heron', 'launch in May'], capitals: 26 }) +
  drawPerson({ x: 1110, y: 345, size: 58, skin: 5, clothes: '#6b2f3c', style: 'long' }) +
  drawPerson({ skin: 2, wears: ['glasses'] });

await buildIfNeeded();
const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-picture-'));
const file = path.join(folder, 'room.y4m');
await writeFile(file, (await drawClips({ room: [{ drawing }] })).room);
const built = await servePage();
const browser = await launch(FAKE_DEVICE, ALLOW, `--use-file-for-fake-video-capture=${file}`);
try {
  const prepare = (fresh: Page) => fresh.clock.setFixedTime(NOW);
  const { page } = await visit(browser, built, { snapshot: snapshot() }, { reducedMotion: 'reduce', prepare });
  await showCamera(page);
  await cameraOn(page).waitFor();
  await page.getByRole('button', { name: 'Look at my background' }).click();
  await page.getByRole('button', { name: 'Look again', exact: true }).waitFor();
  await page.evaluate(() => document.querySelector('section.camera')?.scrollIntoView());
  await page.screenshot({ path: path.join(root, 'docs/camera.png') });
} finally {
  await browser.close();
  await built.close();
  await rm(folder, { recursive: true });
}
