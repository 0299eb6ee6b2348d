import { launch, servePage, visit } from './page-server.ts';
import * as s from '../renderer/samples.ts';
import { test } from 'vitest';
import { mkdirSync } from 'node:fs';
mkdirSync('/tmp/shots', { recursive: true });
const only = process.env.SHOTS?.split(',');
const jobs: Record<string, { snap: any; opt?: any; act?: (v: any) => Promise<void>; now?: string }> = {
  light: { snap: s.snapshot({ changes: s.changes, comparedWith: '2026-11-21T16:02:00.000Z' }) },
  dark: { snap: s.snapshot({ changes: s.changes, comparedWith: '2026-11-21T16:02:00.000Z' }), opt: { colorScheme: 'dark' } },
  ready: { snap: s.snapshot({ report: s.report(s.allWell) }) },
  running: { snap: s.running(['os-patches', 'backup-drive', 'backup-last', 'teams']) },
  recheck: { snap: s.snapshot(), act: async (v) => v.push(s.running(['os-patches', 'backup-drive', 'backup-last', 'teams'], s.findings)) },
  empty: { snap: s.snapshot({ report: null }) },
  unanswered: { snap: null, act: async (v) => { await v.page.getByText('does not answer').waitFor(); } },
  stale: { snap: s.snapshot(), now: '2026-11-22T12:30:00Z' },
  notice: { snap: s.snapshot({ notices: ['The stored report was damaged and has been set aside as “report-damaged.json”.'] }) },
  narrow: { snap: s.snapshot({ changes: s.changes, comparedWith: '2026-11-21T16:02:00.000Z' }), opt: { viewport: { width: 360, height: 720 } } },
  double: { snap: s.snapshot({}), opt: { viewport: { width: 480, height: 360 }, deviceScaleFactor: 2, colorScheme: 'dark' } },
  forced: { snap: s.snapshot({}), opt: { forcedColors: 'active' } },
  big: { snap: s.snapshot({}), act: async (v) => v.page.evaluate(() => { const c = new CSSStyleSheet(); c.replaceSync(':root{font-size:200%}'); document.adoptedStyleSheets = [c]; }) },
  wide: { snap: s.snapshot({}), opt: { viewport: { width: 1440, height: 900 } } },
  camera: { snap: s.snapshot({}), act: async (v) => { await v.page.getByText('Show my camera').click(); await v.page.getByText('Camera on').waitFor(); await v.page.waitForTimeout(700); } },
  cameradark: { snap: s.snapshot({}), opt: { colorScheme: 'dark' }, act: async (v) => { await v.page.getByText('Show my camera').click(); await v.page.getByText('Camera on').waitFor(); await v.page.waitForTimeout(500); } },
  refused: { snap: s.snapshot({ platform: 'win32' }), opt: { access: 'denied' }, act: async (v) => { await v.page.getByText('Show my camera').click(); await v.page.getByText('does not allow').waitFor(); } },
};
test('shots', async () => {
  const built = await servePage();
  const browser = await launch('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream');
  for (const [name, job] of Object.entries(jobs)) {
    if (only && !only.includes(name)) continue;
    const { access, ...opt } = job.opt ?? {};
    const v = await visit(browser, built, { snapshot: job.snap, ...(access ? { access } : {}) }, { ...opt, prepare: (p: any) => name==='unanswered'? Promise.resolve() : p.clock.setSystemTime(new Date(job.now ?? '2026-11-22T09:31:00Z')) });
    if (job.snap) await v.page.waitForSelector('.colophon');
    await job.act?.(v);
    await v.page.screenshot({ path: `/tmp/shots/${name}.png` });
    await v.page.screenshot({ path: `/tmp/shots/${name}-full.png`, fullPage: true });
    console.log(name, await v.problems());
    await v.close();
  }
  await browser.close();
  await built.close();
}, 120000);
