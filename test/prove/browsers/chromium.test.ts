/** What a browser refuses to a page, in profiles of a real Chromium: refused on its own settings page, and by every form of rule. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusedByChromium } from '../../../electron/core/browsers/chromium-answer.ts';
import { askedDevices } from '../../../electron/core/facts/browsers.ts';
import { readBrowserAnswers } from '../../../electron/platform/browsers/index.ts';
import type { Host } from '../../../electron/platform/machine/machine.ts';
import { proof, withoutTools } from '../proof.ts';

const [BLOCK, ALLOW, ASK] = [2, 1, 3].map((setting) => ({ last_modified: '13372000000000000', setting }));

/** Of different hosts, so that one start of the browser answers all. */
const rules = {
  'https://plain.example:443,*': BLOCK,
  '[*.]domain.example,*': BLOCK,
  'https://[*.]secured.example:443,*': BLOCK,
  '[*.]both.example,*': BLOCK,
  'https://own.both.example:443,*': ALLOW,
  'bare.example,*': BLOCK,
  'http://unsecured.example:80,*': BLOCK,
  'https://port.example:8443,*': BLOCK,
  'https://asked.example:443,*': ASK,
};
/** Beside an answer for all others that refuses. */
const leaves = {
  'https://asked.example:443,*': ASK,
  '[*.]both.example,*': ALLOW,
  'https://own.both.example:443,*': BLOCK,
};
const hosts = [
  ...['plain.example', 'below.plain.example', 'domain.example', 'own.domain.example', 'notdomain.example'],
  ...['own.secured.example', 'own.both.example', 'other.both.example', 'bare.example', 'unsecured.example'],
  ...['port.example', 'asked.example', 'never.example'],
];

proof('a real Chromium', [withoutTools('chromium')], () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'greenroom-browser-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));

  /** It keeps its profile where Chrome does: both are the same program but for name and folder. */
  const profile = (): string => path.join(home, '.config/google-chrome');
  const withBrowser = async <T>(use: (browser: BrowserContext) => Promise<T>): Promise<T> => {
    const browser = await chromium.launchPersistentContext(profile(), {
      executablePath: '/usr/bin/chromium',
      // Its headless mode is asked for by hand: Playwright's own is without profiles.
      headless: false,
      args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
      viewport: null,
      env: { ...process.env, LANGUAGE: 'en' },
    });
    try {
      return await use(browser);
    } finally {
      // What it was told is written at the latest now.
      await browser.close();
    }
  };
  const answers = (host: string) => {
    const machine: Host = { platform: 'linux', arch: 'x64', kernel: '6.1', home, variables: {}, utcOffsetMinutes: 0 };
    return readBrowserAnswers(machine, host, path.join(home, 'own'), Date.now());
  };

  test('what is refused on its settings page is read, and of that page alone', async () => {
    await withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.goto('chrome://settings/content/siteDetails?site=https%3A%2F%2Fus02web.zoom.us');
      await page.locator('site-details-permission[label="Camera"] select').selectOption('block');
    });
    expect(await answers('us02web.zoom.us')).toEqual([{ browser: 'chrome', refused: ['camera'] }]);
    expect(await answers('us03web.zoom.us')).toEqual([{ browser: 'chrome', refused: [] }]);
  }, 60_000);

  test('of rules of every form the one counts that counts for the browser, and its answer for all others', async () => {
    const preferences = JSON.stringify({
      profile: {
        content_settings: { exceptions: { media_stream_camera: rules, media_stream_mic: leaves } },
        default_content_setting_values: { media_stream_mic: BLOCK?.setting },
      },
    });
    mkdirSync(path.join(profile(), 'Default'), { recursive: true });
    writeFileSync(path.join(profile(), 'Default/Preferences'), preferences);
    const refused = await withBrowser(async (browser) => {
      await browser.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>A page.</p>' }));
      const page = await browser.newPage();
      const found: (readonly [string, readonly string[]])[] = [];
      for (const host of hosts) {
        await page.goto(`https://${host}/`);
        const states = await page.evaluate(
          (names) =>
            Promise.all(
              names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
            ),
          askedDevices,
        );
        found.push([host, askedDevices.filter((_device, index) => states[index] === 'denied')]);
      }
      return found;
    });
    expect(hosts.map((host) => [host, refusedByChromium(preferences, host)])).toEqual(refused);
    const kinds = new Set(refused.map(([, devices]) => devices.join()));
    expect([...kinds].toSorted()).toEqual(['', 'camera', 'camera,microphone', 'microphone']);
  }, 60_000);
});
