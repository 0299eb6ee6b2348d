/** Owns the question to axe-core: what would keep somebody from using the page as it stands now. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Each fault as "rule: element"; empty when there is none. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof axe }).axe.run;
    // Every picture of a camera that is drawn meanwhile would take time from it.
    const videos = [...document.querySelectorAll('video')].filter((video) => !video.paused);
    for (const video of videos) video.pause();
    const results = await run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    for (const video of videos) await video.play();
    return results.violations.flatMap((fault) =>
      fault.nodes.map((node) => `${fault.id}: ${node.html} ${node.failureSummary}`),
    );
  });
};
