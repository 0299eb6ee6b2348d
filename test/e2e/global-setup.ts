/** Owns what tests of the built program need: the build, a browser, a display. What it starts, it ends. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildIfNeeded } from '../../scripts/build.ts';
import { aptCommand, aptInstall, hasApt } from '../../scripts/debian-tools.ts';
import { findElectron } from '../../scripts/start/runtime.ts';
import { findBrowser, findHeadlessBrowser, hasDisplay } from '../doubles/electron/window/find-browser.ts';
import { startDisplay, XVFB } from './display.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens that all tests of the page share; each test has a context of its own. */
    browser: string;
  }
}

const packages = ['chromium', 'chromium-headless-shell', 'xvfb', 'xauth', 'fonts-liberation'];

/** Where Debian keeps fonts: a browser without any draws no letters, and there would be no text to find. */
const hasFonts = (): boolean => !hasApt() || existsSync('/usr/share/fonts/truetype');

const isComplete = (): boolean => findBrowser() !== undefined && hasFonts() && (hasDisplay() || existsSync(XVFB));

/** Told as it is: where in the tests it was found out helps nobody. */
const remedy = (sentence: string): Error => Object.assign(new Error(sentence), { stack: sentence });

const installWhatIsMissing = (): void => {
  if (isComplete()) return;
  const command = aptCommand(packages);
  if (!hasApt()) {
    throw remedy(
      'The end-to-end tests need a browser of the Chromium family (and on Linux a display or Xvfb): install one, or name it in GREENROOM_BROWSER.',
    );
  }
  if (process.getuid?.() !== 0)
    throw remedy(`The end-to-end tests need Chromium, Xvfb and a font. Run: sudo sh -c '${command}'`);
  console.info(`The end-to-end tests need Chromium, Xvfb and a font: ${command}`);
  aptInstall(packages);
  if (!isComplete()) throw remedy(`Chromium, Xvfb or a font is still missing after: ${command}`);
};

export default async (project: TestProject): Promise<() => Promise<void>> => {
  installWhatIsMissing();
  await buildIfNeeded();
  const stopDisplay = hasDisplay() ? (): void => {} : await startDisplay();
  console.info(`End-to-end tests run on ${findElectron() === undefined ? 'the stand-in for Electron' : 'Electron'}.`);
  const executablePath = findHeadlessBrowser();
  if (executablePath === undefined) throw new Error('There is no browser of the Chromium family on this computer.');
  const browser = await chromium.launchServer({ executablePath, args: ['--disable-gpu'] });
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    stopDisplay();
  };
};
