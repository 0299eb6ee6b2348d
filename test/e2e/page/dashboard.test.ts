/** The built page in a real Chromium: what a person sees, hears and can reach while results come in. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../electron/core/ipc/contract.ts';
import { areaNames } from '../../../electron/core/report/areas.ts';
import { changes, checkIds, finding, findings, oldZoom, report, running, snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from './accessibility.ts';
import { openRows } from './expand-rows.ts';
import { builtFolder, type FakeWindow, type Visit, type visit } from './page-server.ts';
import { setUpPage } from './set-up-page.ts';

const built = setUpPage();

const atTime = (page: Page): Promise<void> => page.clock.setSystemTime(new Date('2026-11-22T09:31:00Z'));
const show = async (first: Snapshot | null, options: Parameters<typeof visit>[3] = {}): Promise<Visit> => {
  const open = await built.visit({ snapshot: first }, { prepare: atTime, ...options });
  await open.page.getByRole('heading', { level: 1 }).waitFor();
  return open;
};
const everything = snapshot({
  changes,
  comparedWith: '2026-11-21T16:02:00.000Z',
  notices: ['A report was set aside.'],
});
const openAll = openRows;
/** Nothing reaches beyond the right edge, so that nobody has to scroll sideways. */
const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.hidden-words, .hidden-words *, .skip, svg *)')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => `${element.tagName}.${element.className}`),
  );

describe('results that come in', () => {
  const day = { day: '2026-11-21', last: 'ready', worst: 'ready', checks: 1, fixed: 0 } as const;
  /** Not the first run: what stood there before is shown meanwhile. */
  const again = (pending: Parameters<typeof running>[0], list = findings): Snapshot =>
    running(pending, list, { history: [day] });

  it('move nothing under a person’s eyes, and leave the focus where it is', async () => {
    const { page, push } = await show(snapshot({ history: [day] }));
    const held = page.getByRole('button', { name: /^Details: 4 security updates/ });
    await held.focus();
    const place = (): Promise<number> => held.evaluate((element) => element.getBoundingClientRect().top);
    const before = await place();
    for (let done = 0; done <= checkIds.length; done += 1) {
      await push(again(checkIds.slice(done)));
      expect(await place()).toBe(before);
    }
    expect(await held.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('take their final order without moving the row that a person is at', async () => {
    const others = [...findings].reverse().filter((one) => one.id !== 'meeting-apps');
    const { page, push } = await show(again(['meeting-apps'], others));
    const held = page.getByRole('button', { name: /^Details: 4 security updates/ });
    await held.focus();
    await page.evaluate(() => {
      document.body.style.minHeight = '3000px';
      scrollTo(0, 60);
    });
    const place = (): Promise<number> => held.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const before = await place();
    await push(snapshot({ history: [day] }));
    expect(await place()).toBe(before);
    expect(await held.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('fill no button before the check has ended, and then the first fix', async () => {
    const { page, push } = await show(again(['meeting-apps']));
    const filled = (): Promise<readonly string[]> => page.locator('button.primary').allTextContents();
    expect(await filled()).toEqual([]);
    await push(snapshot({ history: [day] }));
    expect(await filled()).toEqual(['Open zoom.us']);
  });

  it('tell after three seconds what is awaited', async () => {
    const { page } = await show(snapshot({ report: null }), {
      prepare: async (one) => {
        await one.clock.install({ time: new Date('2026-11-22T09:00:00Z') });
      },
    });
    await page.clock.pauseAt(new Date('2026-11-22T09:30:00Z'));
    await page.evaluate((next) => (window as unknown as FakeWindow).fake.push(next), running(['os-patches'], []));
    await page.getByRole('heading', { name: 'Checking…' }).waitFor();
    await page.clock.runFor(2900);
    expect(await page.getByText(/^Still reading/).count()).toBe(0);
    await page.clock.runFor(200);
    await page.locator('.checked').getByText('Still reading: “Are security updates waiting?”.').waitFor();
  });
});

describe('what does not apply here', () => {
  const many = Array.from({ length: 20 }, (_, index) =>
    finding({
      // One has a check of its own, which a link can point at.
      id: index === 7 ? 'disk-encryption' : 'app-origin',
      subject: `none-${index}`,
      state: 'not-applicable',
      title: `Nothing of kind ${index} is installed`,
      found: 'None was found.',
      source: '/usr/bin',
    }),
  );
  const bare = snapshot({ report: report([...findings.filter(({ id }) => id !== 'power'), ...many]) });
  const last = /Nothing of kind 19/;

  it('is one line, that opens by keyboard and stays as the person left it', async () => {
    const { page, push } = await show(bare);
    const row = page.getByRole('button', { name: last });
    expect(await row.count()).toBe(0);
    await page.getByRole('button', { name: '20 don’t apply here' }).focus();
    await page.keyboard.press('Enter');
    await row.waitFor();
    await push(running(checkIds, bare.report?.findings));
    await push(bare);
    expect(await row.isVisible()).toBe(true);
    await page.getByRole('button', { name: '20 don’t apply here' }).click();
    await row.waitFor({ state: 'detached' });
  });

  it('opens for a link that points into it', async () => {
    const incoming = { kind: 'finding', number: 1, checkId: 'disk-encryption' } as const;
    const open = await built.visit({ snapshot: bare, incoming }, { prepare: atTime });
    const { page } = open;
    await page.getByText('None was found.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Nothing of kind 7');
  });

  it('is printed, as nothing can be opened on paper', async () => {
    const { page } = await show(bare);
    expect(await page.getByText(last).count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await page.getByText(last).waitFor();
  });
});

describe('the page is accessible', () => {
  const states: readonly (readonly [string, Snapshot | null])[] = [
    ['with every finding open', everything],
    ['while a first run goes on', running(['os-patches', 'backup-drive'])],
    ['before the first check', snapshot({ report: null })],
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    it.each(states)(`${colorScheme}, %s`, async (_name, first) => {
      const { page } = await show(first, { colorScheme, reducedMotion: 'reduce' });
      await openAll(page);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }

  it('when a check is made again, and when the main process does not answer', async () => {
    const again = await show(snapshot(), { reducedMotion: 'reduce' });
    await again.push(running(['os-patches', 'backup-unplugged'], findings));
    expect(await accessibilityFaults(again.page)).toEqual([]);
    await again.close();
    const silent = await show(null, {
      prepare: async (one) => {
        await one.clock.install();
      },
    });
    await silent.page.clock.fastForward(6000);
    await silent.page.getByRole('heading', { name: 'Greenroom isn’t answering' }).waitFor();
    expect(await accessibilityFaults(silent.page)).toEqual([]);
  });

  it('by keyboard alone', async () => {
    const { page, calls } = await show(snapshot());
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? '';
      });
    const next = async (): Promise<string> => {
      await page.keyboard.press('Tab');
      return focused();
    };
    const stops: string[] = [];
    for (let stop = 0; stop < 20; stop += 1) stops.push(await next());
    expect(stops).toEqual([
      'Skip to the findings',
      'Add a calendar…',
      'Check again',
      ...['Overview', 'Check an invitation', 'History', 'Settings'],
      ...Object.values(areaNames).map((area) => expect.stringContaining(area)),
      `Open zoom.us: ${oldZoom.title}`,
      `Details: ${oldZoom.title}`,
      expect.stringMatching(/^Copy the command sudo apt/),
      expect.stringMatching(/^Details: 4 security updates/),
      'After the call',
      '5 in order',
      '1 couldn’t be checked',
    ]);
    await page.getByRole('button', { name: `Details: ${oldZoom.title}` }).focus();
    await page.keyboard.press('Enter');
    expect(await next()).toContain('Open zoom.us');
    await page.keyboard.press('Enter');
    expect(await next()).toContain('Snooze…');
    expect(await next()).toContain('Check this again');
    await page.keyboard.press('Space');
    // Escape closes what was opened, and the focus is where it was opened.
    await page.keyboard.press('Escape');
    expect(await focused()).toBe(`Details: ${oldZoom.title}`);
    expect(await page.getByText('Check this again').count()).toBe(0);
    expect(await calls()).toEqual([
      ['openRemedy', 'meeting-apps/update-zoom'],
      ['check', ['meeting-apps']],
    ]);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).toBe('solid');
  });

  it('to those who leap to the findings', async () => {
    const { page } = await show(snapshot());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('The call');
  });
});

describe('the page fits', () => {
  const hostile = finding({
    ...oldZoom,
    subject: 'zoom (another)',
    title: `Zoom ${'x'.repeat(300)}`,
    found: '/opt/'.repeat(60),
    source: 'C:\\Program Files\\'.repeat(20),
  });
  const stuffed = { ...everything, report: report([hostile, ...findings]) };

  it.each([
    ['360 pixels wide', { viewport: { width: 360, height: 640 } }],
    ['at its usual size', { viewport: { width: 960, height: 720 } }],
    ['at 200 % of it', { viewport: { width: 480, height: 360 }, deviceScaleFactor: 2 }],
    ['on a large screen', { viewport: { width: 2000, height: 1200 } }],
  ])('%s', async (_name, options) => {
    const { page } = await show(stuffed, options);
    await openAll(page);
    expect(await overflow(page)).toEqual([]);
  });

  it.each([960, 360])('with text of twice the size, %i pixels wide', async (width) => {
    const { page } = await show(stuffed, { viewport: { width, height: 720 } });
    await page.evaluate(() => {
      const large = new CSSStyleSheet();
      large.replaceSync(':root { font-size: 200% }');
      document.adoptedStyleSheets = [large];
    });
    await openAll(page);
    expect(await overflow(page)).toEqual([]);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h3, p:not(.hidden-words), dd, li, button, code')]
        .filter((element) => element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 1)
        .filter((element) => getComputedStyle(element).overflowY !== 'visible')
        .map((element) => element.textContent),
    );
    expect(cut).toEqual([]);
  });

  it('in colours that the system forces, with words that stand out', async () => {
    const { page } = await show(everything, { forcedColors: 'active' });
    await openAll(page);
    const same = await page.evaluate(
      () =>
        [...document.querySelectorAll('button, h1, h2, p, dd')].filter((element) => {
          const { color, backgroundColor } = getComputedStyle(element);
          return color === backgroundColor;
        }).length,
    );
    expect(same).toBe(0);
    // A mark without a fill of its own would vanish.
    const marks = await page
      .locator('.row .mark.fail .solid')
      .first()
      .evaluate((mark) => getComputedStyle(mark).fill);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(marks).not.toBe(paper);
  });

  it('without movement for those who want none', async () => {
    const { page } = await show(running(['os-patches']), { reducedMotion: 'reduce' });
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

it('starts with less than 120 kB of compressed JavaScript, none of it for the camera', async () => {
  const html = await readFile(path.join(builtFolder, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const texts = await Promise.all(scripts.map((name) => readFile(path.join(builtFolder, name))));
  const size = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(size).toBeLessThan(120 * 1024);
  expect(texts.some((text) => text.includes('getUserMedia'))).toBe(false);
  const all = await readdir(builtFolder, { recursive: true });
  const others = all.filter((name) => name.endsWith('.js') && !scripts.includes(name.replaceAll('\\', '/')));
  const rest = await Promise.all(others.map((name) => readFile(path.join(builtFolder, name))));
  expect(rest.some((text) => text.includes('getUserMedia'))).toBe(true);
});
