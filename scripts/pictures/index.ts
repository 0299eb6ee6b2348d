/** Owns `npm run pictures`: docs/pictures, the window as it is with what recorded computers tell, taken from the page itself. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { attestationsOf } from '../../electron/core/checks/attestations.ts';
import { checks } from '../../electron/core/checks/index.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { localisedSnapshot } from '../../electron/core/ipc/localised-snapshot.ts';
import { emptyAgenda } from '../../electron/core/meeting/meeting.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { noPolicy } from '../../electron/core/policy/policy.ts';
import type { HistoryDay } from '../../electron/core/report/history.ts';
import type { Report } from '../../electron/core/report/report.ts';
import { settingsInForce } from '../../electron/core/settings/index.ts';
import { fakeMeeting, meeting } from '../../test/core/meeting/samples.ts';
import { launchHeadless, servePage, visit } from '../../test/e2e/page/page-server.ts';
import { snapshot } from '../../test/renderer/samples.ts';
import { buildIfNeeded, root } from '../build.ts';
import { takeCamera } from './camera.ts';
import { takeTray } from './tray.ts';

const NOW = new Date('2026-11-23T09:24:00Z');
const at = (minutes: number): string => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const DAY = 24 * 60;

/** What the built program says of a recorded computer. */
const reportOf = (name: string): Promise<Report> =>
  new Promise((resolve, reject) => {
    const recording = path.join(root, `test/machines/${name}.json`);
    const args = [path.join(root, 'dist/main/cli.js'), 'check', '--machine', recording, '--json'];
    // Its exit code tells the verdict.
    execFile(process.execPath, args, { maxBuffer: 2 ** 26 }, (error, stdout) =>
      stdout === '' ? reject(error) : resolve({ ...JSON.parse(stdout), startedAt: at(0), durationMs: 900 }),
    );
  });

const verdicts = ['ready', 'ready', 'caution', 'ready', 'not-ready', 'ready', 'undetermined'] as const;
const history: readonly HistoryDay[] = Array.from({ length: 40 }, (_, index): HistoryDay => {
  const last = verdicts[index % 7] ?? 'ready';
  return { day: at(-index * DAY).slice(0, 10), last, worst: last, checks: 3, fixed: index % 5 === 1 ? 1 : 0 };
}).filter((_, index) => index % 6 !== 4);

const named = settingsInForce({ ...noPolicy, layers: { user: { calendar: { files: ['/home/robin/work.ics'] } } } });
const calendars = [{ name: 'work.ics', state: 'current', readAt: at(-3), problem: null }] as const;
const times = { title: 'Quarterly review with Holt & Partners', startsAt: at(6.2), endsAt: at(51) };
const soon = meeting(times);
const later = meeting({ id: 'later', title: 'Weekly sync', startsAt: at(96), endsAt: at(126) });

/** As the program tells the page. */
const shown = (report: Report, more: Partial<Snapshot> = {}): Snapshot =>
  localisedSnapshot(
    snapshot({
      report,
      platform: report.machine.platform,
      settings: named,
      agenda: { meetings: [soon, later], calendars },
      attestations: attestationsOf(checks, { confirmed: {} }),
      comparedWith: at(-900),
      history,
      ...more,
    }),
  );

interface Picture {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly options?: BrowserContextOptions;
  readonly act?: (page: Page) => Promise<unknown>;
}

const goTo = (place: string) => async (page: Page) => {
  await page.getByRole('button', { name: place, exact: true }).click();
  await page.locator('.single').waitFor();
};

await buildIfNeeded();
const folder = path.join(root, 'docs/pictures');
await mkdir(folder, { recursive: true });
const ready = await reportOf('ubuntu-24.04-ready');
const toFix = await reportOf('windows-11-25h2-all-off');
const pending = checks.map(({ id, area, question }) => ({ id, area, title: localise(question) }));
const first = shown(ready, {
  report: null,
  history: [],
  comparedWith: null,
  agenda: emptyAgenda,
  settings: settingsInForce(noPolicy),
  running: { startedAt: at(0), pending, total: pending.length, only: null },
});
const fake = shown(ready, { agenda: { meetings: [fakeMeeting(times), later], calendars } });
const pictures: readonly Picture[] = [
  { name: 'ready', snapshot: shown(ready) },
  { name: 'to-fix', snapshot: shown(toFix) },
  { name: 'to-fix-dark', snapshot: shown(toFix), options: { colorScheme: 'dark' } },
  {
    name: 'fake-link',
    snapshot: fake,
    act: (page) => page.getByRole('heading', { name: 'What to do' }).waitFor(),
  },
  { name: 'first-run', snapshot: first },
  { name: 'history', snapshot: shown(ready), act: goTo('History') },
  { name: 'settings', snapshot: shown(ready), act: goTo('Settings') },
  { name: 'narrow', snapshot: shown(toFix), options: { viewport: { width: 360, height: 740 } } },
  { name: 'forced-colours', snapshot: shown(toFix), options: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'old', snapshot: shown({ ...toFix, startedAt: at(-4 * DAY) }) },
];

const [browser, built] = [await launchHeadless(), await servePage()];
try {
  for (const one of pictures) {
    const { page, close } = await visit(
      browser,
      built,
      { snapshot: one.snapshot },
      {
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        prepare: (fresh) => fresh.clock.setFixedTime(NOW),
        ...one.options,
      },
    );
    await page.getByRole('heading', { level: 1 }).waitFor();
    await one.act?.(page);
    await page.screenshot({ path: path.join(folder, `${one.name}.png`) });
    await close();
  }
  const menus = [
    { title: 'Ready', snapshot: shown(ready) },
    { title: 'Two to fix', snapshot: shown(toFix) },
    { title: 'A fake link', snapshot: fake },
  ];
  await takeTray(browser, menus, NOW, path.join(folder, 'tray.png'));
  await takeCamera(built, shown(ready), NOW, path.join(folder, 'camera.png'));
} finally {
  await browser.close();
  await built.close();
}
