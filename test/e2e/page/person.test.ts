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
import { unfold } from './expand-rows.ts';
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
  await unfold(page);
  await page.locator('.row button.line[aria-expanded="false"]').evaluateAll((rows) => {
    for (const row of rows) if (row instanceof HTMLElement) row.click();
  });
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

it('the days before are one stop for the Tab key, and arrow keys tell each in words', async () => {
  const page = await show();
  const strip = page.getByRole('group', { name: 'The last 90 days' });
  const told = strip.locator('.told p').first();
  expect(await strip.getByRole('radio').count()).toBe(4);
  await strip.getByRole('radio', { checked: true }).focus();
  expect(await told.textContent()).toBe('Sunday 22 November: You can join. 3 checks; the worst that day: Not ready.');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => told.textContent()).toContain('Friday 20 November: Not everything could be checked.');
  const name = await strip.getByRole('radio', { checked: true }).evaluate((input) => input.parentElement?.textContent);
  expect(name).toBe(await told.textContent());
  await strip
    .getByText(
      'Checked on 4 of the last 90 days: ready on 1, ready with something to look at on 1, not ready on 1 and couldn’t be told on 1.',
    )
    .waitFor();
  // Four verdicts, four outlines.
  const drawings = await strip.locator('.day svg').evaluateAll((marks) => marks.map((mark) => mark.innerHTML));
  expect(new Set(drawings).size).toBe(4);
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
