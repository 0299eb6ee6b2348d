/** Owns the page of scenes: built with the program's own settings, served with its own headers, with the drawings beside it. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { cameraWorkers } from '../../scripts/camera/workers.ts';
import { launchHeadless, PATIENCE_MS, servePage } from '../e2e/page/page-server.ts';

export interface Stage {
  readonly page: Page;
  /** Every request's address so far, and what went wrong on the page. */
  readonly requests: readonly string[];
  readonly problems: readonly string[];
  close(): Promise<void>;
}

let built: Promise<string> | undefined;

/** Builds the page: once in a process, and gone with it. */
const buildPage = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-scenes-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('page', import.meta.url)),
    base: './',
    logLevel: 'error',
    worker: cameraWorkers,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  return folder;
};

/** Drawings by name are served as `/scenes/<name>.svg`, bytes of JPEG pictures as `/scenes/<name>.jpg`. */
export const openStage = async (
  pictures: Readonly<Record<string, string | Uint8Array>>,
  ...args: readonly string[]
): Promise<Stage> => {
  built ??= buildPage();
  const more = Object.entries(pictures).map(([name, drawing]) => {
    if (typeof drawing !== 'string') return [`/scenes/${name}.jpg`, { type: 'image/jpeg', bytes: drawing }] as const;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720" viewBox="0 0 1280 720">${drawing}</svg>`;
    return [`/scenes/${name}.svg`, { type: 'image/svg+xml', bytes: Buffer.from(svg) }] as const;
  });
  const served = await servePage(await built, more);
  const browser: Browser = await launchHeadless(...args);
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`${served.origin}/`);
  return {
    page,
    requests,
    problems,
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
};
