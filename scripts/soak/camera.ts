/** Owns `npm run soak -- camera`: ten minutes of live blur with a look at the room each minute, and the page's memory after each. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ALLOW, cameraOn, FAKE_DEVICE, showCamera } from '../../test/e2e/camera/camera-clips.ts';
import { drawClips } from '../../test/e2e/camera/scene-clips.ts';
import { launch, servePage, visit } from '../../test/e2e/page/page-server.ts';
import { snapshot } from '../../test/renderer/samples.ts';
import { drawPerson } from '../../test/scenes/person.ts';
import { sign, wall } from '../../test/scenes/room.ts';
import { processMb } from '../bench/page-memory.ts';

const MINUTES = 10;
const MINUTE_MS = 60_000;

const minute = async (page: Page): Promise<number | null> => {
  const end = performance.now() + MINUTE_MS;
  await page.getByRole('button', { name: 'Look at my background' }).click();
  await page.getByRole('button', { name: 'Look again', exact: true }).waitFor({ timeout: MINUTE_MS });
  await page.getByRole('button', { name: 'Back to the live picture' }).click();
  await page.getByText('This is roughly how it looks.').waitFor({ timeout: MINUTE_MS });
  await page.waitForTimeout(Math.max(0, end - performance.now()));
  return processMb(page);
};

export const soakCamera = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-soak-'));
  const file = path.join(folder, 'room.y4m');
  const notice = sign({ x: 50, y: 60, lines: ['Project Heron', 'launch in May'], capitals: 30 });
  // The person leans from side to side, as in a call.
  const leaning = [0, 3, 0, -3].map((lean) => ({ drawing: wall() + notice + drawPerson({ lean }) }));
  await writeFile(file, (await drawClips({ room: leaning })).room);
  const built = await servePage();
  const browser = await launch(FAKE_DEVICE, ALLOW, `--use-file-for-fake-video-capture=${file}`);
  try {
    const { page } = await visit(browser, built, { snapshot: snapshot() }, { reducedMotion: 'reduce' });
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.keyboard.press('Escape');
    const closed = await processMb(page);
    await showCamera(page);
    await page.getByLabel('My room, blurred').check();
    const minutes: (number | null)[] = [];
    for (let n = 1; n <= MINUTES; n += 1) {
      minutes.push(await minute(page));
      process.stderr.write(`Minute ${n}: ${minutes.at(-1)} MB\n`);
    }
    await page.keyboard.press('Escape');
    process.stdout.write(`${JSON.stringify({ closed, minutes, closedAgain: await processMb(page) })}\n`);
  } finally {
    await browser.close();
    await built.close();
    await rm(folder, { recursive: true });
  }
};
