/** What a person does and has done, on the built page in a real Chromium: reachable, readable, and nothing overflows. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { attestationsOf } from '../../../electron/core/checks/attestations.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import type { HistoryDay } from '../../../electron/core/report/history.ts';
import { inOrder } from '../../../electron/core/report/report.ts';
import { judged } from '../../core/checks/judged.ts';
import { findings, likeFinding, patches, report, snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from './accessibility.ts';
import { openRows } from './expand-rows.ts';
import type { visit } from './page-server.ts';
import { setUpPage } from './set-up-page.ts';

const built = setUpPage();

const confirmed = {
  confirmed: {
    'waiting-room': { at: '2026-11-03T10:00:00.000Z' },
    'private-links': { at: '2026-06-03T10:00:00.000Z' },
  },
};
const attestations = checks
  .filter((check) => check.statement !== undefined)
  .flatMap((check) => judged(check, { attestations: known(confirmed, 'what you have confirmed') }));
const waived = likeFinding(patches, {
  state: 'waived',
  waiver: { by: 'user', reason: 'x'.repeat(200), until: '2026-12-04T23:59:59.999Z', judged: 'fail' },
});
const day = (date: string, last: HistoryDay['last'], worst = last): HistoryDay => ({
  day: date,
  last,
  worst,
  checks: 3,
  fixed: 1,
});
const history = [
  day('2026-11-22', 'ready', 'not-ready'),
  day('2026-11-20', 'undetermined'),
  day('2026-11-02', 'caution'),
  day('2026-08-25', 'not-ready'),
];
const full = snapshot({
  report: report(inOrder([...findings.filter((one) => one.id !== patches.id), waived, ...attestations])),
  attestations: attestationsOf(checks, confirmed),
  history,
});

const show = async (options: Parameters<typeof visit>[3] = {}): Promise<Page> => {
  const prepare = (page: Page) => page.clock.setSystemTime(new Date('2026-11-22T09:31:00Z'));
  const open = await built.visit({ snapshot: full }, { prepare, ...options });
  await open.page.getByRole('heading', { level: 1 }).waitFor();
  return open.page;
};
/** Every row, the menu of the first finding, and the random words. */
const openAll = async (page: Page): Promise<void> => {
  await openRows(page);
  await page.getByRole('button', { name: 'Snooze…' }).first().click();
  await page.getByLabel('How long').first().selectOption('day');
  await page.getByRole('button', { name: 'Choose random words for me' }).click();
  await page.getByRole('button', { name: 'Copy the words' }).click();
  await page.getByText('cleared in a minute').waitFor();
};

it.each(['light', 'dark'] as const)('%s, with everything open it is accessible', async (colorScheme) => {
  const page = await show({ colorScheme, reducedMotion: 'reduce' });
  await openAll(page);
  expect(await accessibilityFaults(page)).toEqual([]);
});

it.each([
  ['360 pixels wide', 360, '100%'],
  ['360 pixels wide with text of twice the size', 360, '200%'],
  ['at its usual size', 960, '100%'],
  ['with text of twice the size', 960, '200%'],
])('%s nothing reaches beyond the edge', async (_name, width, size) => {
  const page = await show({ viewport: { width, height: 720 } });
  await page.evaluate((fontSize) => {
    const large = new CSSStyleSheet();
    large.replaceSync(`:root { font-size: ${fontSize} }`);
    document.adoptedStyleSheets = [large];
  }, size);
  await openAll(page);
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('.stage *:not(.hidden-words, .hidden-words *, svg *)')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => `${element.tagName}.${element.className}`),
  );
  expect(beyond).toEqual([]);
});

it('the days before are a calendar, told in words by keyboard as well, with what the marks mean', async () => {
  const page = await show();
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await page.getByRole('heading', { name: 'November 2026' }).waitFor();
  await page.getByText('You can join. 3 checks; the worst that day: Not ready. 1 fixed').waitFor();
  await page.getByRole('button', { name: /^Friday 20 November/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Not everything could be checked. 3 checks.').waitFor();
  expect(await page.locator('.big-number').textContent()).toBe('3fixed this month');
  // Four verdicts, four outlines, each in the legend.
  const drawings = await page.locator('.legend svg').evaluateAll((marks) => marks.map((mark) => mark.innerHTML));
  expect(new Set(drawings).size).toBe(4);
  await page.getByRole('button', { name: 'The month before' }).click();
  await page.getByRole('heading', { name: 'October 2026' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('History');
});

it('random words and their list come with the click, never before', async () => {
  const loaded: string[] = [];
  const page = await show({
    prepare: async (one) => {
      await one.clock.setSystemTime(new Date('2026-11-22T09:31:00Z'));
      one.on('request', (request) => loaded.push(request.url()));
    },
  });
  expect(loaded.some((url) => url.includes('RandomWords'))).toBe(false);
  await openAll(page);
  expect(loaded.some((url) => url.includes('RandomWords'))).toBe(true);
});
