/** Owns `npm run bench`: what the program costs on this computer, as a table on standard error and JSON on standard output. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { emptyAgenda } from '../../electron/core/meeting/meeting.ts';
import { noPolicy } from '../../electron/core/policy/policy.ts';
import type { Report } from '../../electron/core/report/report.ts';
import { settingsInForce } from '../../electron/core/settings/index.ts';
import { findBrowser } from '../../test/doubles/electron/window/find-browser.ts';
import { launch, servePage, visit } from '../../test/e2e/page/page-server.ts';
import { buildIfNeeded, root } from '../build.ts';
import { benchApps } from './apps.ts';
import { benchCalendar } from './calendar.ts';
import { benchCamera } from './camera.ts';
import { benchHanging } from './hanging.ts';
import { benchBatch, benchLargeMails } from './inspect.ts';
import { benchInvite } from './invite.ts';
import { benchLook } from './look.ts';
import { BadFolder, benchPhotographs, photographRows } from './photographs.ts';
import { benchPreview } from './preview.ts';

const cli = path.join(root, 'dist/main/cli.js');
const state = mkdtempSync(path.join(os.tmpdir(), 'greenroom-bench-'));
const env = { ...process.env, GREENROOM_STATE: state };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** Milliseconds of wall time of one process, run to its end. */
const timed = (program: string, args: readonly string[]): number => {
  const started = performance.now();
  spawnSync(program, [...args], { env, stdio: 'ignore', maxBuffer: 1 << 28 });
  return performance.now() - started;
};

const times = (count: number, measure: () => number): readonly number[] => Array.from({ length: count }, measure);

/** One check in a process of its own: its report, wall time and greatest memory. */
const check = async (): Promise<{ readonly report: Report; readonly wallMs: number; readonly peakMb: number }> => {
  const watch = 'process.on("exit",()=>require("node:fs").writeSync(3,String(process.resourceUsage().maxRSS)))';
  const watchFile = `data:text/javascript,import{createRequire}from"node:module";const require=createRequire("file:///");${encodeURIComponent(watch)}`;
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', watchFile, cli, 'check', '--json', '--timeout', '60'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const collect = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
    let text = '';
    if (stream !== null) for await (const chunk of stream) text += String(chunk);
    return text;
  };
  const [json, kilobytes] = await Promise.all([
    collect(child.stdout),
    collect(child.stdio[3] as NodeJS.ReadableStream),
  ]);
  return { report: JSON.parse(json), wallMs: performance.now() - started, peakMb: Number(kilobytes) / 1024 };
};

/** The process that a check asks what computer this is. */
const askingSystem = [process.execPath, path.join(root, 'dist/main/system-information.js')];

/** What two dependencies cost, each apart: systeminformation's own process, and loading semver into one. */
const benchDependencies = () => {
  const nothing = median(times(15, () => timed(process.execPath, ['--input-type=module', '-e', '0'])));
  const withSemver = median(
    times(15, () => timed(process.execPath, ['--input-type=module', '-e', `await import('semver')`])),
  );
  const [program = '', ...args] = askingSystem;
  return {
    systeminformationMs: round(median(times(7, () => timed(program, args)))),
    semverMs: round(withSemver - nothing, 1),
  };
};

/** Programs of a run, each once: equal ones are shared. */
const commandsOf = (report: Report): readonly string[] => [
  ...new Set(report.probes.flatMap((probe) => probe.commands)),
];

const benchCheck = async () => {
  // The first run fills apt's own index cache, as on any computer after the first day.
  const first = await check();
  const runs = [await check(), await check(), await check(), await check(), await check()];
  const typical = runs.toSorted((a, b) => a.report.durationMs - b.report.durationMs)[2] ?? first;
  const commands = commandsOf(typical.report).map((command) => {
    const [program = '', ...args] = command === 'systeminformation' ? askingSystem : command.split(' ');
    return { command, ms: round(median(times(5, () => timed(program, args)))) };
  });
  const floorMs = Math.max(1, ...commands.map((command) => command.ms));
  return {
    verdict: typical.report.verdict,
    firstRunMs: first.report.durationMs,
    checkMs: typical.report.durationMs,
    processMs: round(median(runs.map((run) => run.wallMs))),
    floorMs,
    ratio: round(typical.report.durationMs / floorMs, 2),
    childProcesses: commands.length,
    peakMemoryMb: round(Math.max(...runs.map((run) => run.peakMb))),
    probes: typical.report.probes.map(({ fact, state, durationMs }) => ({ fact, state, durationMs })),
    commands,
  };
};

const benchStart = () => {
  const bare = median(times(15, () => timed(process.execPath, ['-e', '0'])));
  const version = median(times(15, () => timed(process.execPath, [cli, '--version'])));
  return { bareNodeMs: round(bare), cliMs: round(version), ratio: round(version / bare, 2) };
};

/** Size of what the page loads before anything is asked of it. */
const benchPageSize = () => {
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
const benchPage = async (report: Report) => {
  if (findBrowser() === undefined) return { firstResultMs: null, firstResultAfterLoadMs: null };
  const [browser, built] = [await launch(), await servePage()];
  try {
    const snapshot: Snapshot = {
      report,
      running: {
        startedAt: report.startedAt,
        pending: [{ id: 'load', title: 'Is the computer busy?' }],
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

const fail = (sentence: string, exit: 64 | 65): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(exit);
};

/** `npm run bench -- camera FOLDER`: only the look, on labelled photographs. */
const benchCameraOn = async (folder: string): Promise<never> => {
  if (findBrowser() === undefined) fail('There is no browser of the Chromium family on this computer.', 65);
  const result = await benchPhotographs(folder).catch((error: unknown) => {
    if (error instanceof BadFolder) return fail(error.message, 65);
    throw error;
  });
  process.stderr.write(`${photographRows(result).join('\n')}\n`);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  process.exit();
};

const [what, folder, ...more] = process.argv.slice(2);
if (what === 'camera' && folder !== undefined && more.length === 0) await benchCameraOn(folder);
if (what !== undefined) fail('Usage: npm run bench, or npm run bench -- camera FOLDER', 64);

await buildIfNeeded();
if (!existsSync(cli)) throw new Error('The program is not built.');
const checked = await benchCheck();
const { report } = await check();
const result = {
  machine: {
    system: report.machine.os,
    node: process.version,
    processors: os.availableParallelism(),
    memoryGb: round(os.totalmem() / 2 ** 30),
  },
  check: checked,
  start: benchStart(),
  dependencies: benchDependencies(),
  page: { ...benchPageSize(), ...(await benchPage(report)) },
  apps: await benchApps(),
  invite: await benchInvite(),
  calendar: await benchCalendar(cli),
  preview: await benchPreview(),
  look: await benchLook(),
  batch: benchBatch(cli),
  largeMails: benchLargeMails(cli),
  hanging: await benchHanging(cli),
  camera: await benchCamera(),
};

type Camera = NonNullable<typeof result.camera>;
const accuracyRows = (name: string, { scenes: all, kinds, unclear, ordinaryText, falseText }: Camera['fresh']) => [
  ['Text found', ordinaryText, `${name} (aim ≥ 0.95); false text ${falseText} (aim ≤ 0.05)`],
  ['Could not tell', JSON.stringify(unclear), `of ${all} scenes, ${name}`],
  ...kinds.map(({ kind, precision, recall, scenes, without }) => [
    `  ${kind}`,
    `${recall}`,
    `recall of ${scenes} scenes, ${name}; precision ${precision} with ${without} scenes without it`,
  ]),
];

const cameraRows = ({ accuracy, fresh, fairness, times, masks, memory }: NonNullable<typeof result.camera>) =>
  [
    ['Light and framing', `${times.lightFocusFraming.best} ms`, `median ${times.lightFocusFraming.median} (aim ≤ 150)`],
    ['People', `${times.people.best} ms`, `median ${times.people.median} (aim ≤ 400)`],
    ['Text', `${times.text.best} ms`, `median ${times.text.median} (aim ≤ 900)`],
    [
      'Mask at 640 × 360',
      `${masks.best} ms`,
      `median ${masks.median}; page's tasks over 50 ms: ${masks.tasksOver50Ms}`,
    ],
    ['Memory kept', `${(memory.afterAll ?? Number.NaN) - (memory.before ?? Number.NaN)} MB`, JSON.stringify(memory)],
    ...fairness.map(({ skin, people, own, unclear }) => [
      `  skin ${skin}`,
      own,
      `of ${people} people get a finding that others in the same room do not (aim 0); unclear ${unclear}`,
    ]),
    ...accuracyRows('reported half', accuracy),
    ...accuracyRows('fresh scenes', fresh),
  ] as [string, unknown, string][];

const lookRow = ({ settled, atOnce, memoryMb: { before, rounds } }: NonNullable<typeof result.look>) =>
  [
    'Look in the panel',
    `${settled.text} ms`,
    `from the click to the last part, 0.8 s of it taking pictures; light ${settled.light}, people ${settled.people}; asked at once: ${atOnce.text}; memory ${before} MB closed, ${rounds[0]?.open} open, ${rounds[0]?.looked} after a look, closed again after ${rounds.length * 3} looks ${rounds.at(-1)?.closed}`,
  ] as const;

const rows: readonly (readonly [string, unknown, string])[] = [
  [
    'Full check',
    `${result.check.checkMs} ms`,
    `slowest command alone ${result.check.floorMs} ms, ratio ${result.check.ratio} (aim ≤ 1.3)`,
  ],
  ['First check ever', `${result.check.firstRunMs} ms`, ''],
  [
    'Child processes',
    result.check.childProcesses,
    result.check.commands.map(({ command, ms }) => `${command.split(' ')[0]} ${ms} ms`).join(', '),
  ],
  ['Peak memory', `${result.check.peakMemoryMb} MB`, ''],
  [
    'Command line start',
    `${result.start.cliMs} ms`,
    `bare Node ${result.start.bareNodeMs} ms, ratio ${result.start.ratio} (aim ≤ 2.5)`,
  ],
  [
    'systeminformation',
    `${result.dependencies.systeminformationMs} ms`,
    `its process alone, beside the other readings; loading semver ${result.dependencies.semverMs} ms`,
  ],
  [
    'First result shown',
    `${result.page.firstResultMs} ms`,
    `${result.page.firstResultAfterLoadMs} ms after the page's load event (aim ≤ 300)`,
  ],
  ['Links a second', result.batch.linksPerSecond, `inspect --batch, ${result.batch.links} links (aim ≥ 50000)`],
  ...result.largeMails.map(
    ({ name, milliseconds, peakMb }) =>
      [`Mail of 16 MB, ${name}`, `${milliseconds} ms`, `(aim ≤ 3000); ${peakMb} MB (aim ≤ 500)`] as const,
  ),
  [
    'Camera preview',
    `${result.preview?.preview.msPerFrame} ms`,
    `of the main thread a frame (aim ≤ 3); opens in ${result.preview?.openMs} ms (aim ≤ 1000), released in ${result.preview?.releaseMs} ms (aim ≤ 200)`,
  ],
  [
    'Live blur',
    `${result.preview?.blur.perSecond} a second`,
    `of a clip at 30 (aim ≥ 25), of which ${result.preview?.preview.perSecond} came without blur; 95 % of the intervals within ${result.preview?.blur.p95Ms} ms (aim ≤ 60)`,
  ],
  [
    'Live mask',
    `${result.preview?.blurred.longestTaskMs} ms`,
    `longest task above 50 ms, 0: none (aim: none); ${result.preview?.memoryLeftMb} MB of the page left after close (aim ≤ 20); its process ${JSON.stringify(result.preview?.processMb)}`,
  ],
  ...(result.look === null ? [] : [lookRow(result.look)]),
  [
    'Big calendar',
    `${result.calendar.readMs} ms`,
    `${result.calendar.events} events, ${result.calendar.megabytes} MB; greenroom next ${result.calendar.nextMs} ms with its checks`,
  ],
  ...(result.calendar.profileMs === null
    ? []
    : [['Calendar profile', `${result.calendar.profileMs} ms`, '5,000 events over ten years (aim ≤ 1000)'] as const]),
  ['Endless series', `${result.calendar.seriesMs} ms`, '1,000 that began ten years ago'],
  ...(result.hanging === null
    ? []
    : [
        ['Three folders hang', `${result.hanging.checkMs} ms`, 'greenroom check, to its end (aim ≤ 12000)'] as const,
        [
          'Told to end there',
          `${result.hanging.endMs} ms`,
          `slowest ${result.hanging.slowestEndMs} ms (aim ≤ 1000)`,
        ] as const,
      ]),
  ['Initial script', `${result.page.initialScriptKb} kB gzip`, '(aim ≤ 120)'],
  ...(result.camera === null ? [] : cameraRows(result.camera)),
];
for (const [name, value, note] of rows) process.stderr.write(`${name.padEnd(20)}${String(value).padEnd(14)}${note}\n`);
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
