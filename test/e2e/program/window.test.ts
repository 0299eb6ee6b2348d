/** Tries the desktop program from outside, as it was built: its window, its page's way to the program, its life. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../../electron/core/checks/index.ts';
import { type GreenroomApi, requestNames, type Snapshot } from '../../../electron/core/ipc/contract.ts';
import { rowsOf } from '../../../electron/core/report/counts.ts';
import { unfold } from '../page/expand-rows.ts';
import { launchApp, onlyChecks, type RunningApp, runProgram, runtimeName } from './launch.ts';
import { snapshotOf, whenIdle } from './program-state.ts';

declare const greenroom: GreenroomApi;

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp();
});
afterAll(() => app?.stop());

const snapshot = (): Promise<Snapshot> => snapshotOf(app);
const whenChecked = (): Promise<Snapshot> => whenIdle(app);
/** What a request that must fail is told. */
const refusal = (request: string): Promise<string> =>
  app.page.evaluate(`${request}.then(() => 'it was answered', (error) => error.message)`);

describe(`the program on ${runtimeName}`, () => {
  test('opens its own page, which sees the contract and nothing else', async () => {
    expect(await app.page.title()).toMatch(/Greenroom$/);
    const seen = await app.page.evaluate(() => ({
      api: Object.keys(greenroom).sort(),
      others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', '__standInForElectron'].filter(
        (name) => name in globalThis,
      ),
    }));
    expect(seen).toEqual({
      api: [
        ...requestNames,
        'onSnapshot',
        'onIncoming',
        'onListProgress',
        'onTrialProgress',
        'onFixLate',
        'onCameraOff',
      ].sort(),
      others: [],
    });
  });

  test('shows its window by itself', async () => {
    await expect.poll(() => app.isVisible()).toBe(true);
  });

  test('checks this machine by itself, shows what it found and stores it', async () => {
    const { report } = await whenChecked();
    expect(report?.machine.platform).toBe(process.platform);
    expect(report?.findings.length).toBeGreaterThan(0);
    await unfold(app.page);
    for (const finding of rowsOf(report?.findings ?? []))
      await app.page.getByText(finding.title, { exact: true }).first().waitFor();
    await expect.poll(() => existsSync(path.join(app.folder, 'report.json'))).toBe(true);
    const stored = JSON.parse(await readFile(path.join(app.folder, 'report.json'), 'utf8'));
    expect(stored.startedAt).toBe(report?.startedAt);
  });

  test('checks one thing again when the page asks, and tells it as it goes', async () => {
    await whenChecked();
    const told = await app.page.evaluate(async () => {
      const snapshots: Snapshot[] = [];
      const finished = new Promise<void>((resolve) => {
        const stop = greenroom.onSnapshot((next) => {
          if (next.running === null && snapshots.length === 0) return;
          snapshots.push(next);
          if (next.running !== null) return;
          stop();
          resolve();
        });
      });
      await greenroom.check(['os-supported']);
      await finished;
      return snapshots;
    });
    expect(told[0]?.running).toMatchObject({ only: ['os-supported'], total: 1 });
    expect(told.at(-1)?.report?.findings.some((finding) => finding.id === 'os-supported')).toBe(true);
  });

  test('checks again from the menu', async () => {
    const before = (await whenChecked()).report?.startedAt;
    await app.chooseMenuItem('check');
    await expect.poll(async () => (await snapshot()).report?.startedAt).not.toBe(before);
    await whenChecked();
  });

  test.each([
    'greenroom.openRemedy(42)',
    'greenroom.openRemedy()',
    'greenroom.check("os-supported")',
    'greenroom.check([])',
    'greenroom.snapshot("more")',
    'greenroom.openMediaSettings({ url: "file:///etc/passwd" })',
  ])('refuses %s', async (request) => {
    expect(await refusal(request)).toContain('refused');
  });

  test('opens the constant address of a remedy and no address of the page', async () => {
    const [example] = checks.flatMap((check) =>
      Object.entries(check.remedies).flatMap(([key, { link }]) =>
        link?.startsWith('https:') ? [{ id: `${check.id}/${key}`, link }] : [],
      ),
    );
    if (example === undefined) throw new Error('No check has an official page: choose another example.');
    expect(await app.page.evaluate((id) => greenroom.openRemedy(id), 'https://example.org/')).toBe('nothing-to-open');
    expect(await app.page.evaluate((id) => greenroom.openRemedy(id), example.id)).toBe('opened');
    expect(await app.opened()).toEqual([example.link]);
  });

  test('has one instance: a second start ends and brings the first to the front', async () => {
    const shownBefore = (await app.record())?.shown;
    const second = await runProgram([`--user-data-dir=${app.folder}`], { GREENROOM_STATE: app.folder });
    expect(second.code).toBe(0);
    if (shownBefore !== undefined) {
      await expect.poll(async () => (await app.record())?.shown).toBe(shownBefore + 1);
    }
  });
});

describe(`its end on ${runtimeName}`, () => {
  test('closing the window ends it', async () => {
    const closing = await launchApp({ settings: onlyChecks('waiting-room') });
    await closing.page.close();
    expect(await closing.exited).toBe(0);
    await closing.stop();
  });
});

describe(`the command line of the desktop program on ${runtimeName}`, () => {
  const withoutDisplay = { DISPLAY: '', WAYLAND_DISPLAY: '' };

  test('answers a verb without a window and without a display', async () => {
    const { code, stdout } = await runProgram(['checks', '--json'], withoutDisplay);
    expect(code).toBe(0);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('os-supported');
  });

  test('answers a mistyped verb in the terminal', async () => {
    const { code, stderr } = await runProgram(['chekc'], withoutDisplay);
    expect(code).toBe(64);
    expect(stderr).toContain('chekc');
  });
});
