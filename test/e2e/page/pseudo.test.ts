/** The page in the pseudo-language: whatever a view says is a message, so that another language leaves nothing of it in English. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLanguage } from '../../../electron/core/messages/localise.ts';
import { plainWords } from '../../../electron/core/messages/pseudo.ts';
import { snapshot } from '../../renderer/samples.ts';
import { setUpPage } from './set-up-page.ts';

const built = setUpPage();

// The program's own side speaks it, too.
beforeAll(() => setLanguage('pseudo'));
afterAll(() => setLanguage('en'));

/** Every text, accessible name and title in a part of the page that no message has said. */
const unsaid = async (page: Page, part: string): Promise<readonly string[]> => {
  const texts = await page.locator(part).evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode() !== null)
      // What a person typed is theirs.
      if (walker.currentNode.parentElement?.tagName !== 'TEXTAREA') found.push(walker.currentNode.textContent ?? '');
    for (const element of root.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '');
    return found;
  });
  return texts.filter((text) => plainWords(text).length > 0);
};

const mail = `From: "Zoom" <meetings@desk.example>
Subject: Review
Content-Type: text/plain

Join Zoom Meeting: https://us02web-zoom.us/j/84100020003?pwd=a.1
The other: https://bit.ly/review https://us02web.zoom.us/j/84100020003?zak=key
`;

it('says the invitation and the camera in its own words only, from right to left', async () => {
  const { page } = await built.visit({ snapshot: snapshot() });
  await page.goto(`${built.origin()}/?lang=pseudo`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');

  const places = page.locator('.places button');
  await places.nth(1).click();
  const field = page.locator('.invitation textarea');
  for (const given of [mail, 'https://zoom.us/j/84100020003', 'https://meet.chess-club.example/Tuesday', 'lunch?']) {
    await field.fill(given);
    await field.press('Enter');
    await page.locator('.answer').waitFor();
    expect(await unsaid(page, '.invitation')).toEqual([]);
    await page.locator('.invitation [role="switch"]').click();
    expect(await unsaid(page, '.invitation')).toEqual([]);
    await page.locator('.invitation [role="switch"]').click();
  }
  await page.locator('.invitation .spread button').click();
  for (;;) {
    expect(await unsaid(page, '.practice')).toEqual([]);
    const next = page.locator('.practice fieldset button').first();
    if ((await next.count()) === 0) break;
    await next.click();
    expect(await unsaid(page, '.practice')).toEqual([]);
    await page.locator('.practice .open button').first().click();
  }

  await places.nth(0).click();
  await page.locator('.glass button').click();
  await page.locator('.camera .words h3').waitFor();
  expect(await unsaid(page, '.camera-place')).toEqual([]);
  for (const place of [2, 3]) {
    await places.nth(place).click();
    await page.locator('.single').waitFor();
    expect(await unsaid(page, '.single > header')).toEqual([]);
  }
  expect(await unsaid(page, '.places')).toEqual([]);
});
