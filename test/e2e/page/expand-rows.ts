/** Owns opening all that the page folds away, as a person does who looks for it; what is open stays so. */
import type { Page } from 'playwright-core';

const clickAll = (page: Page, selector: string): Promise<unknown> =>
  page.locator(selector).evaluateAll((buttons) => {
    for (const button of buttons) if (button instanceof HTMLElement) button.click();
  });

/** Every part of the quiet line, and what can wait. */
export const unfold = async (page: Page): Promise<void> => {
  await clickAll(page, '.quiet button[aria-expanded="false"], .unfold[aria-expanded="false"]');
};

/** Every row, too. */
export const openRows = async (page: Page): Promise<void> => {
  await unfold(page);
  await clickAll(page, '[data-opens][aria-expanded="false"]');
  await clickAll(page, '.evidence-fold:not([open]) > summary');
};

/** Goes to a page of the window, where it is small by its menu. */
export const goTo = async (page: Page, name: 'Check an invitation' | 'History' | 'Settings'): Promise<void> => {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('button', { name, exact: true }).click();
};
