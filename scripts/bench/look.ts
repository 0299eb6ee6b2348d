/** Owns what a look costs in the camera view itself: from the click to the end of each part, and the memory of the page's process. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { findBrowser } from '../../test/doubles/electron/window/find-browser.ts';
import { ALLOW, cameraOn, FAKE_DEVICE, showCamera } from '../../test/e2e/camera/camera-clips.ts';
import { drawClips } from '../../test/e2e/camera/scene-clips.ts';
import { launch, servePage, visit } from '../../test/e2e/page/page-server.ts';
import { snapshot } from '../../test/renderer/samples.ts';
import { choosing, reporting } from '../../test/scenes/halves.ts';
import { processMb, settledMb } from './page-memory.ts';

/** An ordinary room with text in it. */
const SCENE = 'text-english';
const ROUNDS = 5;
/** How long a person looks at the picture before they ask. */
const SETTLED_MS = 4000;

type Times = Readonly<Record<string, number>>;
interface LookWindow {
  lookFrom: number;
  lookTimes: Record<string, number>;
}

/** In the page: notes when each part's end arrives from a worker. */
const noteParts = (): void => {
  const own = window as unknown as LookWindow;
  const Plain = window.Worker;
  Object.assign(window, {
    lookFrom: 0,
    lookTimes: {},
    Worker: class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) => {
          const part = data?.part ?? (data?.last === true ? 'text' : undefined);
          if (part !== undefined) own.lookTimes[part] ??= Math.round(performance.now() - own.lookFrom);
        });
      }
    },
  });
};

/** Presses the button and waits for the end: milliseconds from the click to each part's end. */
const look = async (page: Page, button: string): Promise<Times> => {
  await page.evaluate((name) => {
    const own = window as unknown as LookWindow;
    [own.lookFrom, own.lookTimes] = [performance.now(), {}];
    [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click();
  }, button);
  await page.getByRole('button', { name: 'Look again', exact: true }).waitFor({ timeout: 60_000 });
  return page.evaluate(() => (window as unknown as LookWindow).lookTimes);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** Of each part its median over the rounds. */
const medians = (rounds: readonly Times[]): Times =>
  Object.fromEntries(
    Object.keys(rounds[0] ?? {}).map((part) => [part, median(rounds.map((one) => one[part] ?? Number.NaN))]),
  );

const measure = async (page: Page) => {
  const open = async (settledMs: number): Promise<void> => {
    await showCamera(page);
    await cameraOn(page).waitFor();
    await page.getByRole('button', { name: 'Look at my background' }).waitFor();
    await page.waitForTimeout(settledMs);
  };
  const close = () => page.keyboard.press('Escape');
  // Once for what a browser keeps for good.
  await open(0);
  await look(page, 'Look at my background');
  await close();
  const before = await settledMb(page);
  const [atOnce, settled, again]: [Times[], Times[], Times[]] = [[], [], []];
  const memory: Readonly<Record<'open' | 'looked' | 'closed', number | null>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await open(0);
    atOnce.push(await look(page, 'Look at my background'));
    await close();
    await open(SETTLED_MS);
    const openMb = await processMb(page);
    settled.push(await look(page, 'Look at my background'));
    const looked = await processMb(page);
    again.push(await look(page, 'Look again'));
    await close();
    memory.push({ open: openMb, looked, closed: await settledMb(page) });
  }
  return {
    atOnce: medians(atOnce),
    settled: medians(settled),
    again: medians(again),
    memoryMb: { before, rounds: memory },
  };
};

/** Null where there is no browser. */
export const benchLook = async () => {
  const scene = [...choosing, ...reporting].find(({ id }) => id === SCENE);
  if (findBrowser() === undefined || scene === undefined) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-look-'));
  const file = path.join(folder, 'room.y4m');
  const { room } = await drawClips({ room: [scene] });
  await writeFile(file, room);
  const built = await servePage();
  const browser = await launch(FAKE_DEVICE, ALLOW, `--use-file-for-fake-video-capture=${file}`);
  try {
    const prepare = (page: Page) => page.addInitScript(noteParts);
    const { page, close } = await visit(browser, built, { snapshot: snapshot() }, { reducedMotion: 'reduce', prepare });
    const measured = await measure(page);
    await close();
    return measured;
  } finally {
    await browser.close();
    await built.close();
    await rm(folder, { recursive: true });
  }
};
