/** What an organisation has set, on the built page: the help desk and what is fixed are told, reachable, and nothing overflows. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { inOrder } from '../../../electron/core/report/report.ts';
import { settingsInForce } from '../../../electron/core/settings/index.ts';
import { allWell, findings, patches, report, snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from './accessibility.ts';
import { goTo } from './expand-rows.ts';
import type { visit } from './page-server.ts';
import { setUpPage } from './set-up-page.ts';

const built = setUpPage();

const FILE = '/etc/greenroom/policy.yaml';
const settings = settingsInForce({
  ...noPolicy,
  source: FILE,
  layers: {
    enforced: {
      'help-desk': {
        name: 'IT service',
        phone: '4711',
        mail: 'it@office.example',
        page: `https://it.office.example/${'meetings/'.repeat(8)}`,
        words: { en: 'We help on working days from 8 to 18 o’clock.', fr: 'Nous aidons les jours ouvrables.' },
      },
      checking: { deadlineSeconds: 20 },
    },
    recommended: { schedule: { quietMinutes: 90 } },
  },
});
const fixed = {
  ...patches,
  managed: [
    { key: 'importance', value: 'required', source: `${FILE}:11:17` },
    {
      key: 'securityGraceDays',
      value: '3',
      source: `HKEY_LOCAL_MACHINE\\Software\\Policies\\Greenroom\\${'checks\\'.repeat(12)}securityGraceDays`,
    },
  ],
};
const managed = snapshot({
  report: report(inOrder(findings.map((one) => (one.id === patches.id ? fixed : one))), {
    policy: { source: FILE, digest: null },
  }),
  settings,
});

const show = async (options: Parameters<typeof visit>[3] = {}, first = managed): Promise<Page> => {
  const open = await built.visit({ snapshot: first }, options);
  await open.page.getByRole('heading', { level: 1 }).waitFor();
  return open.page;
};
const openSettings = async (page: Page): Promise<void> => {
  await goTo(page, 'Settings');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  for (const one of await page.getByText('Managed by your organisation').all()) await one.click();
};
const openFinding = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: `Details: ${patches.title}` }).click();
  await page.locator('.evidence-fold > summary').click();
};

it('whom to ask stands there while something is not in order, in a language of the person', async () => {
  const page = await show({ locale: 'fr-CA' });
  const line = page.getByText('Help from your organisation').locator('..');
  expect(await line.innerText()).toMatch(/IT service, 4711, it@office\.example[\s\S]*Nous aidons/);
  await built.current().push({ ...managed, report: report(allWell) });
  expect(await line.count()).toBe(0);
});

it('the page of the help desk is opened by the program, by keyboard, and the window says what came of it', async () => {
  const page = await show();
  const button = page.getByRole('button', { name: 'Open it.office.example' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Opened in your browser.').waitFor();
  expect(await built.current().calls()).toContainEqual(['openHelpDesk']);
});

it('what is fixed is told by keyboard, with its value and where it stands', async () => {
  const page = await show();
  await page.getByRole('button', { name: `Details: ${patches.title}` }).click();
  const block = page.locator('.evidence-fold');
  expect(await block.getByText('securityGraceDays', { exact: true }).isVisible()).toBe(false);
  await block.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await block.getByText('securityGraceDays', { exact: true }).isVisible()).toBe(true);
  expect(await block.innerText()).toContain(`${FILE}:11:17`);
});

it('a fixed setting cannot be changed in the window, and says who has set it', async () => {
  const page = await show();
  await openSettings(page);
  const field = page.locator('.setting', { hasText: 'Managed by your organisation' });
  expect(await field.count()).toBe(1);
  expect(await field.getByRole('spinbutton').isDisabled()).toBe(true);
  expect(await field.innerText()).toContain(FILE);
  expect(await page.getByText('Recommended by your organisation.').count()).toBe(1);
});

it.each(['light', 'dark', 'forced'] as const)('%s, with everything open it is accessible', async (look) => {
  const forced = look === 'forced';
  const page = await show({
    colorScheme: look === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(forced ? { forcedColors: 'active' as const } : {}),
  });
  for (const open of [openFinding, openSettings]) {
    await open(page);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
});

it.each([
  ['360 pixels wide', 360, '100%'],
  ['360 pixels wide with text of twice the size', 360, '200%'],
  ['at its usual size', 960, '100%'],
  ['with text of twice the size', 960, '200%'],
])('%s nothing reaches beyond the edge', async (_name, width, size) => {
  const page = await show({ viewport: { width, height: 720 }, colorScheme: size === '200%' ? 'dark' : 'light' });
  await page.evaluate((fontSize) => {
    const large = new CSSStyleSheet();
    large.replaceSync(`:root { font-size: ${fontSize} }`);
    document.adoptedStyleSheets = [large];
  }, size);
  for (const open of [openFinding, openSettings]) {
    await open(page);
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('.stage *:not(.hidden-words, .hidden-words *, svg *)')]
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((element) => `${element.tagName}.${element.className}`),
    );
    expect(beyond).toEqual([]);
  }
});
