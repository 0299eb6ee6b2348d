/** Owns opening the line behind which stands what does not apply, as a person does who looks for it; where it is open it stays so. */
import type { Page } from 'playwright-core';

export const unfold = (page: Page): Promise<unknown> =>
  page.locator('details.folded').evaluate((fold) => fold.toggleAttribute('open', true));
