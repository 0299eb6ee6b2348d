/** Which drive is one's backup drive, said on the built page in a real Chromium: reachable, readable, and nothing overflows. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from './accessibility.ts';
import { unfold } from './expand-rows.ts';
import type { FakeWindow, visit } from './page-server.ts';
import { setUpPage } from './set-up-page.ts';

const built = setUpPage();

const seen = '2026-11-20T09:00:00.000Z';
const drives = [
  { id: 'U1', label: 'Blue disk', attached: true, registered: true, lastSeenAt: seen },
  { id: 'U2', label: 'KINGSTON', attached: true, registered: false, lastSeenAt: seen },
  {
    id: 'U3',
    label: 'Sicherungsfestplatte-der-Buchhaltung-2024-bis-2026',
    attached: false,
    registered: true,
    lastSeenAt: seen,
  },
];

const show = async (options: Parameters<typeof visit>[3] = {}, size = '100%'): Promise<Page> => {
  const prepare = (page: Page) => page.clock.setSystemTime(new Date('2026-11-22T09:31:00Z'));
  const open = await built.visit({ snapshot: snapshot({ backupDrives: drives }) }, { prepare, ...options });
  const { page } = open;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate((fontSize) => {
    const large = new CSSStyleSheet();
    large.replaceSync(`:root { font-size: ${fontSize} }`);
    document.adoptedStyleSheets = [large];
  }, size);
  await unfold(page);
  await page.getByRole('button', { name: /The backup drive “Silver LaCie”/ }).click();
  await page.getByRole('region', { name: 'Drives' }).scrollIntoViewIfNeeded();
  return page;
};

it.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)('%s, it is accessible', async (_name, options) => {
  const page = await show({ reducedMotion: 'reduce', ...options });
  expect(await accessibilityFaults(page)).toEqual([]);
});

it.each([
  [360, '100%'],
  [360, '200%'],
  [960, '200%'],
] as const)('%i pixels wide, text at %s: nothing reaches beyond the edge', async (width, size) => {
  const page = await show({ viewport: { width, height: 720 } }, size);
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('.drives *:not(.hidden-words)')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML),
  );
  expect(beyond).toEqual([]);
});

it('by keyboard alone: each drive has one stop, which names it, and what came of it is told', async () => {
  const page = await show();
  const region = page.getByRole('region', { name: 'Drives' });
  await region.getByRole('button', { name: /^Forget this drive.*Blue disk$/ }).focus();
  await page.keyboard.press('Tab');
  const stick = region.getByRole('button', { name: /^This is my backup drive.*KINGSTON$/ });
  expect(await stick.evaluate((button) => document.activeElement === button)).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => region.getByRole('status').textContent()).toBe('“KINGSTON” is your backup drive.');
  expect(await page.evaluate(() => (window as unknown as FakeWindow).fake.calls)).toContainEqual([
    'keepBackupDrive',
    'U2',
    true,
  ]);
  await page.keyboard.press('Tab');
  const away = region.getByRole('button', { name: /^Forget this drive.*Sicherungs/ });
  expect(await away.evaluate((button) => document.activeElement === button)).toBe(true);
});
