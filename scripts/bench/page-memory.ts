/** Owns how much memory a page's process holds. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Megabytes of the largest page process of the browser, which holds its workers, after a collection; null where no such reading is known. */
export const processMb = async (page: Page): Promise<number | null> => {
  if (process.platform !== 'linux') return null;
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (browser === undefined) return null;
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
      }),
  );
  return Math.round(Math.max(0, ...sizes));
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));

/** The same once it stands still: the threads of ended workers, and what they held, go a moment later. */
export const settledMb = async (page: Page): Promise<number | null> => {
  let before = await processMb(page);
  for (let turn = 0; turn < 15; turn += 1) {
    await pause();
    const now = await processMb(page);
    if (now === null || before === null || Math.abs(now - before) <= 1) return now;
    before = now;
  }
  return before;
};
