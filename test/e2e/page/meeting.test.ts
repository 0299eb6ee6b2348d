/** The next meeting on the page, in a real Chromium: what is said, what is asked of the program, by keyboard, large and narrow. */

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inspectText } from '../../../electron/core/invite/index.ts';
import type { Snapshot } from '../../../electron/core/ipc/contract.ts';
import type { CalendarReading, NextMeeting } from '../../../electron/core/meeting/meeting.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { settingsInForce } from '../../../electron/core/settings/index.ts';
import { meeting } from '../../core/meeting/samples.ts';
import { finding, report, snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from './accessibility.ts';
import { goTo } from './expand-rows.ts';
import type { visit } from './page-server.ts';
import { setUpPage } from './set-up-page.ts';

const built = setUpPage();

/** A meeting that begins in so many minutes, with a report made just now. */
const soon = (minutes: number, more: Partial<NextMeeting> = {}): NextMeeting => {
  const at = (offset: number): string => new Date(Date.now() + (offset + 0.5) * 60_000).toISOString();
  return meeting({ title: 'Weekly sync', startsAt: at(minutes), endsAt: at(minutes + 30), ...more });
};
const zoom = finding({
  id: 'meeting-apps',
  subject: 'zoom (dpkg)',
  state: 'pass',
  title: 'Zoom 6.6 is current',
  found: '',
  source: '',
});
const restart = finding({
  id: 'restart-pending',
  state: 'fail',
  title: 'This computer will restart by itself in 25 minutes',
  found: '',
  source: '',
  remedies: [{ id: 'restart-pending/restart-linux', label: 'Restart', minutes: 10, steps: ['Restart.'] }],
});
const updates = finding({
  id: 'os-patches',
  state: 'fail',
  title: 'Three security updates are waiting',
  found: '',
  source: '',
  remedies: [{ id: 'os-patches/apt', label: 'Install them', minutes: 30, steps: ['Install them.'] }],
});
const current: CalendarReading = {
  name: 'work.ics',
  state: 'current',
  readAt: new Date().toISOString(),
  problem: null,
};
const named = settingsInForce({
  source: null,
  digest: null,
  layers: { user: { calendar: { files: ['/home/robin/work.ics'] } } },
});
const shown = (meetings: readonly NextMeeting[], findings = [zoom], calendars = [current]): Snapshot =>
  snapshot({
    report: { ...report(findings), startedAt: new Date().toISOString() },
    agenda: { meetings, calendars },
    settings: named,
  });
const show = async (one: Snapshot, options: Parameters<typeof visit>[3] = {}): Promise<Page> => {
  const open = await built.visit({ snapshot: one }, options);
  return open.page;
};
const strip = (page: Page) => page.getByRole('region', { name: 'Next meeting' });
const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.next, .next *, .settings *')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => `${element.tagName}.${element.className}`),
  );

describe('the next meeting', () => {
  it('is joined by its id when this computer is ready for it', async () => {
    const page = await show(shown([soon(25)]));
    await page.getByText('Nothing to fix.').waitFor();
    await strip(page).getByText('in 25 minutes').waitFor();
    // Nothing is left to do: it is the one filled button.
    expect(await page.locator('button.primary').allTextContents()).toEqual(['Join in Zoom']);
    await strip(page).getByRole('button', { name: 'Join in Zoom' }).click();
    await strip(page).getByText('Opened in another program.').waitFor();
    expect(await built.current().calls()).toContainEqual(['joinMeeting', 'one', 'app']);
  });

  it('says what to fix, how long it takes, and that there is not time for everything', async () => {
    const page = await show(shown([soon(25)], [updates, restart, zoom]));
    await page
      .locator('.lead')
      .getByText(
        'Not enough time for everything. Fix 2 things first, about 40 minutes. You have 25 minutes. Begin with what fits.',
      )
      .waitFor();
    await strip(page).getByRole('button', { name: 'Join anyway' }).waitFor();
  });

  it('with a link that is not official is not joined from here', async () => {
    const inspection = inspectText('https://us02web-zoom.us/j/84100020003');
    const page = await show(shown([soon(25, { inspection, joinable: false })]));
    await strip(page).getByText('Fake Zoom link. Join is off').waitFor();
    expect(await page.getByRole('button', { name: /Join/ }).count()).toBe(0);
    await page.getByRole('heading', { level: 1, name: 'Don’t join: this Zoom link is fake' }).waitFor();
    // What to do takes the place of what to fix; the new link is looked at on its own page.
    await page.getByLabel('Paste the new link here').fill('https://us02web.zoom.us/j/84100020003');
    await page.getByRole('button', { name: 'Check this link' }).click();
    await page.getByRole('heading', { name: 'Official link' }).waitFor();
  });

  it('keeps its place while the calendars are read, and says which could not be', async () => {
    const page = await show({ ...shown([]), agenda: { meetings: [], calendars: [] } });
    await strip(page).getByText('Reading your calendars…').waitFor();
    const problem = 'calendar.example: the server answered with status 503.';
    await built
      .current()
      .push(
        shown(
          [soon(25)],
          [zoom],
          [{ ...current, name: 'calendar.example', state: 'stale', problem: asMessage(problem) }],
        ),
      );
    await page.getByText(problem).waitFor();
    await page.getByRole('button', { name: 'Open the calendars' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Calendars');
  });

  it.each(['light', 'dark'] as const)(
    'can be used by everybody, in a %s theme, with large text and in a narrow window',
    async (colorScheme) => {
      const page = await show(shown([soon(25, { title: 'W'.repeat(119) })], [updates, restart, zoom]), {
        colorScheme,
        viewport: { width: 360, height: 800 },
      });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await goTo(page, 'Settings');
      await page.getByText('Add a calendar').click();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
    },
  );
});

describe('without a calendar', () => {
  it('the wall says so, and leads to where one is added, by keyboard too', async () => {
    const page = await show(snapshot({ history: [], comparedWith: new Date().toISOString() }));
    await strip(page).getByText('No call known yet').waitFor();
    await strip(page).getByRole('button', { name: 'Add a calendar…' }).press('Enter');
    await page.locator('summary', { hasText: 'Add a calendar' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await page.getByText('Added.').waitFor();
    const address = page.getByLabel('Or the https address of a calendar');
    for (const wrong of ['http://calendar.example/a.ics', 'https://me:secret@calendar.example/', 'calendar']) {
      await address.fill(wrong);
      await page.keyboard.press('Enter');
      await page.getByText('Type an address that begins with https://').waitFor();
    }
    await address.fill('webcal://calendar.example/a.ics');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Added.').waitFor();
    const calls = await built.current().calls();
    expect(calls.filter(([name]) => name === 'addCalendar' || name === 'changeSetting')).toEqual([
      ['addCalendar', 'folder'],
      ['changeSetting', 'calendar', 'addresses', ['https://calendar.example/a.ics']],
    ]);
  });
});
