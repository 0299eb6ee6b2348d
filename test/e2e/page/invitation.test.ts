/** The panel “Check an invitation” in a real Chromium: by keyboard, by drop, with large text, with what a stranger wrote. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from './accessibility.ts';
import { goTo } from './expand-rows.ts';
import type { Visit, visit } from './page-server.ts';
import { setUpPage } from './set-up-page.ts';

const built = setUpPage();

const official = 'https://us02web.zoom.us/j/84100020003?pwd=a.1&zak=hostkey';
const imitation = 'https://zoom.us@us02web-zoom.us:8443/j/84100020003';
const show = async (options: Parameters<typeof visit>[3] = {}): Promise<Visit> => {
  const open = await built.visit({ snapshot: snapshot() }, options);
  await open.page.getByRole('heading', { level: 1 }).waitFor();
  await goTo(open.page, 'Check an invitation');
  await open.page.getByLabel('Link, mail or calendar entry').waitFor();
  return open;
};
const verdict = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 3, name, exact: true }).waitFor();
const check = async (page: Page, text: string, name: string): Promise<void> => {
  await page.getByLabel('Link, mail or calendar entry').fill(text);
  await page.getByRole('button', { name: 'Check it' }).click();
  await verdict(page, name);
};
/** Drops on the page what the system would hand over: a file, or words by their kinds. */
const drop = (
  page: Page,
  what: { file?: [name: string, text: string]; words?: Record<string, string> },
): Promise<void> =>
  page.evaluate(({ file, words }) => {
    const data = new DataTransfer();
    if (file !== undefined) data.items.add(new File([file[1]], file[0]));
    for (const [kind, text] of Object.entries(words ?? {})) data.setData(kind, text);
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, what);
const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.hidden-words, .hidden-words *, .skip, svg *)')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => `${element.tagName}.${element.className}`),
  );

describe('what is dropped', () => {
  it('is a mail, a calendar file, a link, or words with links behind them', async () => {
    const { page, calls } = await show();
    await drop(page, { file: ['invitation.eml', `From: mira@holt.example\nSubject: x\n\nJoin ${official}\n`] });
    await verdict(page, 'Official link');
    await page.getByText('mira@holt.example', { exact: true }).waitFor();
    await drop(page, {
      file: [
        'weekly.ics',
        `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Weekly\nDTSTART:20261126T140000Z\nLOCATION:${imitation}\nEND:VEVENT\nEND:VCALENDAR`,
      ],
    });
    await verdict(page, 'Suspicious');
    await page.getByText(/^Thursday,? 26 November 2026 at 14:00, your time$/).waitFor();
    await drop(page, { words: { 'text/uri-list': official, 'text/plain': official } });
    await verdict(page, 'Official link');
    const html = `<a href="${imitation}">${official}</a>`;
    await drop(page, { words: { 'text/html': html, 'text/plain': official } });
    await verdict(page, 'Suspicious');
    expect((await calls()).map(([name, kind]) => `${name} ${kind}`)).toEqual([
      'inspect file',
      'inspect file',
      'inspect text',
      'inspect text',
    ]);
  });

  it('comes from a chosen file as well', async () => {
    const { page } = await show();
    await page.locator('input[type=file]').setInputFiles({
      name: 'invitation.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from(`From: a@b.example\n\nJoin ${imitation}\n`),
    });
    await verdict(page, 'Suspicious');
    await page.getByText('invitation.eml, ').waitFor();
  });
});

describe('what a stranger wrote', () => {
  it('is shown as text and runs nothing', async () => {
    const { page } = await show();
    const script = `<script>globalThis.ran = true</script><img src=x onerror="globalThis.ran = true">`;
    const mail = `From: "${script.replaceAll('"', "'")}" <a@b.example>\nSubject: ${script}\nContent-Type: text/html\n\n${script}<a href="${imitation}">${script}</a>`;
    await drop(page, { file: [`${script.slice(0, 40).replaceAll('/', '')}.eml`, mail] });
    await verdict(page, 'Suspicious');
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(await page.locator('.answer :is(script, img)').count()).toBe(0);
    expect(await page.locator('.answer').textContent()).toContain('<script>');
  });

  it('cannot turn the reading direction round or hide', async () => {
    const { page } = await show();
    await drop(page, {
      file: [
        '\u202eevil\u200b.eml',
        `From: "=?UTF-8?B?${Buffer.from('\u202eanna\u200f').toString('base64')}?=" <a@b.example>\n\nJoin https://us02web-zoom.us/j/84100020003?x=\u202egpj.exe\n`,
      ],
    });
    await verdict(page, 'Suspicious');
    expect(await page.locator('.answer').textContent()).not.toMatch(/[\u202a-\u202e\u200b-\u200f\u2066-\u2069]/);
    expect(await page.locator('.address').evaluate((one) => getComputedStyle(one).direction)).toBe('ltr');
  });

  it('may be a megabyte in one word: answered, and nothing grows beyond the window', async () => {
    const { page } = await show();
    const long = `https://us02web-zoom.us/j/84100020003?x=${'A'.repeat(1_000_000)}`;
    await page.getByLabel('Link, mail or calendar entry').focus();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, long);
    await verdict(page, 'Suspicious');
    await page.getByText(/the text, 1 MB$/).waitFor();
    expect(await overflow(page)).toEqual([]);
    expect((await page.locator('.answer').textContent())?.length).toBeLessThan(5000);
  });
});

it('is used by keyboard alone, from the field to the meeting and back', async () => {
  const { page, calls } = await show();
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const next = async (): Promise<string> => {
    await page.keyboard.press('Tab');
    return focused();
  };
  expect(await focused()).toBe('Check an invitation');
  await page.keyboard.press('Tab');
  await page.keyboard.type(official);
  await page.keyboard.press('Enter');
  await verdict(page, 'Official link');
  expect(await next()).toBe('Check it');
  expect(await next()).toBe('Choose a file');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByRole('region', { name: 'Before you send it' }).waitFor();
  await page.keyboard.press('Space');
  expect(await next()).toBe('Practise on ten examples');
  expect(await next()).toBe('Join in app');
  await page.keyboard.press('Enter');
  expect(await next()).toBe('Join in browser');
  await page.keyboard.press('Space');
  expect((await calls()).slice(1)).toEqual([
    ['openMeeting', 'inspection-1', 'app'],
    ['openMeeting', 'inspection-1', 'browser'],
  ]);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('Check an invitation');
});

it('is practised by keyboard alone', async () => {
  const { page } = await show();
  await page.getByRole('button', { name: 'Practise on ten examples' }).focus();
  await page.keyboard.press('Enter');
  for (let example = 1; example <= 10; example += 1) {
    await page.getByRole('heading', { name: `Example ${example} of 10`, exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Example ${example} of 10: the answer` }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await page.getByText(/^\d+ of 10 right/).waitFor();
});

describe('it is accessible', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it.each([
      [official, 'Official link'],
      [imitation, 'Suspicious'],
      ['We meet at https://meet.chess-club.example/TuesdayEvening', 'A server Greenroom doesn’t know'],
      ['See you soon', 'No meeting link'],
    ])(`${colorScheme}: %s`, async (text, name) => {
      const { page } = await show({ colorScheme, reducedMotion: 'reduce' });
      await check(page, text, name);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('switch').check();
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    it(`${colorScheme}: practice`, async () => {
      const { page } = await show({ colorScheme, reducedMotion: 'reduce' });
      await page.getByRole('button', { name: 'Practise on ten examples' }).click();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Suspicious' }).click();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }
});

describe('it fits', () => {
  it.each([
    ['360 pixels wide', { viewport: { width: 360, height: 640 } }],
    ['at 200 % of its usual size', { viewport: { width: 480, height: 360 }, deviceScaleFactor: 2 }],
  ])('%s', async (_name, options) => {
    const { page } = await show(options);
    await check(page, `${imitation}/${'x'.repeat(3000)}`, 'Suspicious');
    expect(await overflow(page)).toEqual([]);
    // The verdict is in sight, not only below the field.
    const inView = await page.locator('.answer-head').evaluate((head) => {
      const { top, bottom } = head.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(inView).toBe(true);
    await page.getByRole('switch').check();
    await check(page, official, 'Official link');
    expect(await overflow(page)).toEqual([]);
    await page.getByRole('button', { name: 'Practise on ten examples' }).click();
    expect(await overflow(page)).toEqual([]);
  });

  it.each([960, 360])('with text of twice the size, %i pixels wide', async (width) => {
    const { page } = await show({ viewport: { width, height: 720 } });
    await page.evaluate(() => {
      const large = new CSSStyleSheet();
      large.replaceSync(':root { font-size: 200% }');
      document.adoptedStyleSheets = [large];
    });
    await check(page, imitation, 'Suspicious');
    expect(await overflow(page)).toEqual([]);
  });

  it('in colours that the system forces: what deceives is still framed', async () => {
    const { page } = await show({ forcedColors: 'active' });
    await check(page, imitation, 'Suspicious');
    const frame = await page
      .locator('.address mark')
      .first()
      .evaluate((mark) => getComputedStyle(mark).borderTopWidth);
    expect(Number.parseFloat(frame)).toBeGreaterThan(1);
  });
});
