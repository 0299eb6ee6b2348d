/** Owns the browser behind the window: started when the first page is loaded, gone with its profile when the program ends. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { appendedSwitches } from '../app.ts';
import { isControlled, tellTest } from '../record.ts';
import { findBrowser } from './find-browser.ts';

/** Switches on the program's own command line go to the browser, as Electron's do; its own folder does not. */
const ownSwitches = (): string[] =>
  process.argv.slice(2).filter((argument) => argument.startsWith('--') && !argument.startsWith('--user-data-dir='));

export interface Opened {
  readonly context: BrowserContext;
  /** Lets the test that started this program see the page: once it is loaded, as the browser changes its process until then. */
  tellTest(): Promise<void>;
  close(): Promise<void>;
}

/** Opens an empty page: nothing could answer another before the routes are set. */
export const openBrowser = async (switches: readonly string[]): Promise<Opened> => {
  // Loaded here: the command line of the program needs no browser.
  const { chromium } = await import('playwright-core');
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No browser of the Chromium family was found.');
  const profile = await mkdtemp(path.join(tmpdir(), 'greenroom-stand-in-'));
  const removeProfile = (): Promise<void> =>
    rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  // Chromium refuses to run as root inside its sandbox.
  const root = process.getuid?.() === 0;
  const context = await chromium
    .launchPersistentContext(profile, {
      executablePath,
      headless: false,
      // The program ends in order, and the browser with it.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      viewport: null,
      chromiumSandbox: !root,
      serviceWorkers: 'block',
      // So that the download event comes; the program then refuses it.
      acceptDownloads: true,
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        // A window without the browser's own bars.
        '--app=data:text/html,',
        ...switches,
        ...appendedSwitches(),
        // Else a bar in the window warns of the switches that cut it off from the network.
        '--test-type',
        ...(isControlled ? ['--remote-debugging-port=0'] : []),
        ...ownSwitches(),
      ],
    })
    .catch(async (error: unknown) => {
      await removeProfile();
      // Nothing can ever be shown: whoever started this has to be told, as Electron's own end would tell.
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    });
  return {
    context,
    tellTest: async () => {
      if (!isControlled) return;
      const [port = ''] = (await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
      tellTest({ type: 'browser', endpoint: `http://127.0.0.1:${port}` });
    },
    close: async () => {
      await context.close().catch(() => {});
      await removeProfile();
    },
  };
};
