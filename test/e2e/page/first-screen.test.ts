/** The first screen on every recorded computer: the answer, the meeting, the areas and all that is to be done before the call, without scrolling. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { attestationsOf } from '../../../electron/core/checks/attestations.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import type { Snapshot } from '../../../electron/core/ipc/contract.ts';
import { toFixFirst } from '../../../electron/core/report/counts.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { settingsInForce } from '../../../electron/core/settings/index.ts';
import { runChecks } from '../../../electron/engine/run/run.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { meeting } from '../../core/meeting/samples.ts';
import { snapshot } from '../../renderer/samples.ts';
import { accessibilityFaults } from './accessibility.ts';
import type { FakeWindow } from './page-server.ts';
import { setUpPage } from './set-up-page.ts';

const built = setUpPage();
const folder = path.resolve('test/machines');
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));

const NOW = new Date('2026-11-23T09:24:00Z');
const at = (minutes: number): string => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const settings = settingsInForce({
  source: null,
  digest: null,
  layers: { user: { calendar: { files: ['/home/robin/work.ics'] } } },
});
const soon = meeting({ title: 'Quarterly review with Holt & Partners', startsAt: at(6.2), endsAt: at(51) });

const reportOf = async (name: string): Promise<Report> => {
  const file = path.join(folder, `${name}.json`);
  const recording = parseRecording(file, readFileSync(file, 'utf8'));
  const report = await runChecks({
    port: replayMachine(recording, { strict: true }),
    now: new Date(recording.recordedAt),
  });
  return { ...report, startedAt: at(0), durationMs: 900 };
};
const shown = (report: Report) =>
  snapshot({
    report,
    platform: report.machine.platform,
    settings,
    agenda: {
      meetings: [soon],
      calendars: [{ name: 'work.ics', state: 'current', readAt: at(-3), problem: null }],
    },
    attestations: attestationsOf(checks, { confirmed: {} }),
    comparedWith: at(-900),
  });

/** What has to stand whole within a window of each size, without scrolling. */
const everything = '.verdict > *, .next, .next button, .places button, .tile, .before .row.first';
const answerAndFirstStep = '.verdict > *, .before .sheet > :first-child:not(.mark)';
const sizes = [
  { width: 1280, height: 800, wanted: everything },
  { width: 1000, height: 700, wanted: everything },
  { width: 900, height: 700, wanted: answerAndFirstStep },
  { width: 360, height: 740, wanted: answerAndFirstStep },
  // 1280 × 800 at 200 %.
  { width: 640, height: 400, wanted: answerAndFirstStep },
] as const;

interface Seen {
  /** What of the wanted does not stand whole within the window, by its words. */
  readonly outside: readonly string[];
  readonly firstRows: number;
  readonly tiles: number;
}

/** In the page: shows one after another, and looks at each. */
const lookAtAll = async ([snapshots, wanted]: [readonly Snapshot[], string]): Promise<readonly Seen[]> => {
  const seen: Seen[] = [];
  for (const one of snapshots) {
    (window as unknown as FakeWindow).fake.push(one);
    await new Promise(requestAnimationFrame);
    const outside = [...document.querySelectorAll(wanted)].filter((element) => {
      const { top, bottom, left, right, height } = element.getBoundingClientRect();
      const isIn = top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
      return height > 0 && !isIn;
    });
    seen.push({
      outside: outside.map(({ textContent }) => (textContent ?? '').slice(0, 80)),
      firstRows: document.querySelectorAll('.before .row.first').length,
      tiles: document.querySelectorAll('.tile').length,
    });
  }
  return seen;
};

it('holds the answer, the next meeting, six areas and what is to be done first, on every recorded computer', async () => {
  const reports = await Promise.all(names.map(reportOf));
  // A report of its own each: nothing of the one before keeps its place.
  const snapshots = reports.map((report, index) => shown({ ...report, startedAt: at(-index / 60) }));
  const [first] = snapshots;
  if (first === undefined) throw new Error('There is no recorded computer.');
  const { page, push } = await built.visit(
    { snapshot: first },
    { reducedMotion: 'reduce', prepare: (one) => one.clock.setFixedTime(NOW) },
  );
  await page.getByRole('heading', { level: 1 }).waitFor();
  const seen: unknown[] = [];
  for (const { width, height, wanted } of sizes) {
    await page.setViewportSize({ width, height });
    const all = await page.evaluate(lookAtAll, [snapshots, wanted] as [readonly Snapshot[], string]);
    seen.push(...all.map((one, index) => [width, names[index], one]));
  }
  expect(seen).toEqual(
    sizes.flatMap(({ width }) =>
      reports.map((report, index) => {
        const firstRows = toFixFirst(report.findings).length;
        return [width, names[index], { outside: [], firstRows, tiles: 6 } satisfies Seen];
      }),
    ),
  );
  for (const [index, one] of snapshots.entries()) {
    if (index % 20 !== 0) continue;
    await push(one);
    expect([names[index], await accessibilityFaults(page)]).toEqual([names[index], []]);
  }
});
