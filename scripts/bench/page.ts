/** Owns what the page costs: its first script, and when the first result stands on the screen. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { emptyAgenda } from '../../electron/core/meeting/meeting.ts';
import { noPolicy } from '../../electron/core/policy/policy.ts';
import type { Report } from '../../electron/core/report/report.ts';
import { settingsInForce } from '../../electron/core/settings/index.ts';
import { findBrowser } from '../../test/doubles/electron/window/find-browser.ts';
import { launch, servePage, visit } from '../../test/e2e/page/page-server.ts';
import { root } from '../build.ts';
import { median, round } from './figures.ts';

/** Size of what the page loads before anything is asked of it. */
export const benchPageSize = () => {
  const folder = path.join(root, 'dist/renderer');
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(([, name = '']) =>
    readFileSync(path.join(folder, name)),
  );
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
  return { initialScriptKb: round(bytes / 1024, 1) };
};

/** In the page: when the first finding is on the screen, as the frame after it is in the document. */
const noteShown = (title: string): void => {
  const shownAt = new Promise<number>((resolve) => {
    const look = (_changes: unknown, observer: MutationObserver): void => {
      if (document.body === null || !document.body.textContent.includes(title)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  Object.assign(window, { shownAt });
};

/** From the page's first byte to results on the screen, while more are still to come. */
export const benchPage = async (report: Report) => {
  if (findBrowser() === undefined) return { firstResultMs: null, firstResultAfterLoadMs: null };
  const [browser, built] = [await launch(), await servePage()];
  try {
    const snapshot: Snapshot = {
      report,
      running: {
        startedAt: report.startedAt,
        pending: [{ id: 'load', area: 'call', title: 'Is the computer busy?' }],
        total: 20,
        only: null,
      },
      changes: [],
      comparedWith: null,
      notices: [],
      agenda: emptyAgenda,
      backupDrives: [],
      settings: settingsInForce(noPolicy),
      attestations: [],
      history: [],
      remindsAfterCall: false,
      platform: report.machine.platform,
      appVersion: '0.0.0',
    };
    const results: number[] = [];
    const afterLoad: number[] = [];
    for (let round = 0; round < 7; round++) {
      const title = report.findings[0]?.title ?? '';
      const { page, close } = await visit(
        browser,
        built,
        { snapshot },
        { prepare: (fresh) => fresh.addInitScript(noteShown, title) },
      );
      const loaded = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return navigation?.loadEventEnd ?? Number.NaN;
      });
      const result = await page.evaluate(() => (window as unknown as { shownAt: Promise<number> }).shownAt);
      results.push(result);
      afterLoad.push(result - loaded);
      await close();
    }
    return {
      firstResultMs: round(median(results)),
      firstResultAfterLoadMs: round(median(afterLoad)),
    };
  } finally {
    await browser.close();
    await built.close();
  }
};
