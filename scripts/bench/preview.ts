/** Owns what the camera view costs: the preview's work on the main thread, the live mask's longest task, release, memory after close. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findBrowser } from '../../test/doubles/electron/window/find-browser.ts';
import { ALLOW, FAKE_DEVICE } from '../../test/e2e/camera/camera-clips.ts';
import { drawClips } from '../../test/e2e/camera/scene-clips.ts';
import { launch, servePage, visit } from '../../test/e2e/page/page-server.ts';
import { snapshot } from '../../test/renderer/samples.ts';
import { drawPerson } from '../../test/scenes/person.ts';
import { wall } from '../../test/scenes/room.ts';
import { processMb, settledMb } from './page-memory.ts';

/** Long enough for a fair mean, short enough for a bench. */
const WATCHED_MS = 6000;

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** Renderer memory after a collection, in MB: what the page's own heap and its buffers hold. */
const memoryMb = async (page: Page): Promise<number> => {
  const browser = await page.context().newCDPSession(page);
  await browser.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await browser.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await browser.detach();
  return (usedSize + backingStorageSize) / 2 ** 20;
};

/** Work of the main thread while `WATCHED_MS` pass, pictures shown meanwhile, and the longest task. */
const watched = async (page: Page) => {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable', { timeDomain: 'timeTicks' });
  const taskSeconds = async (): Promise<number> => {
    const { metrics } = await browser.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await taskSeconds();
  const { frames, longest } = await page.evaluate(
    (ms) =>
      new Promise<{ frames: number; longest: number }>((resolve) => {
        const video = document.querySelector('video');
        let [frames, longest] = [0, 0];
        // Only tasks above 50 ms are told at all.
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        observer.observe({ type: 'longtask' });
        const count = (): void => {
          frames += 1;
          video?.requestVideoFrameCallback(count);
        };
        video?.requestVideoFrameCallback(count);
        setTimeout(() => {
          observer.disconnect();
          resolve({ frames, longest });
        }, ms);
      }),
    WATCHED_MS,
  );
  const taskMs = ((await taskSeconds()) - before) * 1000;
  await browser.detach();
  const perSecond = round((frames * 1000) / WATCHED_MS, 1);
  return { perSecond, msPerFrame: round(taskMs / Math.max(1, frames), 2), longestTaskMs: round(longest) };
};

/** Pictures of the live blur that were presented while `WATCHED_MS` pass, and the time between two. */
const presented = (page: Page) =>
  page.locator('.remedies canvas').evaluate(
    (canvas, ms) =>
      new Promise<{ perSecond: number; p95Ms: number }>((resolve, reject) => {
        const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null;
        if (context === null) return reject(new Error('There is no canvas.'));
        const draw = context.drawImage;
        let drawn = false;
        Object.assign(context, {
          drawImage: (...args: Parameters<typeof draw>) => {
            drawn = true;
            draw.apply(context, args);
          },
        });
        const started = performance.now();
        const times: number[] = [];
        const look = (now: number): void => {
          if (drawn) times.push(now);
          drawn = false;
          if (now - started < ms) requestAnimationFrame(look);
          else {
            const between = times.slice(1).map((time, n) => time - (times[n] ?? 0));
            between.sort((a, b) => a - b);
            resolve({
              perSecond: Number(((times.length * 1000) / ms).toFixed(1)),
              p95Ms: Math.round(between[Math.floor(between.length * 0.95)] ?? Number.NaN),
            });
          }
        };
        requestAnimationFrame(look);
      }),
    WATCHED_MS,
  );

const measure = async (browser: Browser) => {
  const built = await servePage();
  const { page, close } = await visit(browser, built, { snapshot: snapshot() }, { reducedMotion: 'reduce' });
  try {
    const button = page.getByRole('button', { name: 'Show my camera', exact: true });
    await button.waitFor();
    const openMs = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const started = performance.now();
          new MutationObserver((_changes, observer) => {
            const video = document.querySelector('video');
            if (video === null) return;
            observer.disconnect();
            video.requestVideoFrameCallback(() => resolve(performance.now() - started));
          }).observe(document.body, { childList: true, subtree: true });
          [...document.querySelectorAll('button')].find((one) => one.textContent === 'Show my camera')?.click();
        }),
    );
    // Once closed again everything that stays is loaded; from there memory counts.
    await page.getByRole('button', { name: 'Turn off', exact: true }).click();
    const [emptyMb, closed] = [await memoryMb(page), await settledMb(page)];
    await button.click();
    await page.getByText('Camera on', { exact: true }).waitFor();
    // What a look needs is loaded and compiled beside the running picture: that is no part of the picture's cost.
    await settledMb(page);
    const preview = await watched(page);
    await page.getByLabel('My room, blurred').check();
    await page.getByText('This is roughly how it looks.').waitFor({ timeout: 60_000 });
    const blurred = await watched(page);
    const blur = await presented(page);
    const masked = await processMb(page);
    const releaseMs = await page.evaluate(() => {
      const video = document.querySelector('video');
      const track = video?.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined;
      const started = performance.now();
      dispatchEvent(new PageTransitionEvent('pagehide'));
      return track?.readyState === 'ended' ? performance.now() - started : Number.NaN;
    });
    await page.getByRole('button', { name: 'Turn off', exact: true }).click();
    return {
      openMs: round(openMs),
      preview,
      blurred,
      blur,
      releaseMs: round(releaseMs, 1),
      memoryLeftMb: round((await memoryMb(page)) - emptyMb, 1),
      processMb: { closed, masked, closedAgain: await settledMb(page) },
    };
  } finally {
    await close();
    await built.close();
  }
};

/** Null where there is no browser. */
export const benchPreview = async () => {
  if (findBrowser() === undefined) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-preview-'));
  const file = path.join(folder, 'room.y4m');
  // Thirty pictures a second, as a camera gives them.
  await writeFile(file, (await drawClips({ room: [{ drawing: wall() + drawPerson() }] }, 30)).room);
  const browser = await launch(FAKE_DEVICE, ALLOW, `--use-file-for-fake-video-capture=${file}`);
  try {
    return await measure(browser);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
};
