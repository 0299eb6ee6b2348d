/** Tries the tray of the built program: what it shows, and that everything in its menu does what it says. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureName, trayIcon } from '../../../electron/core/background/tray.ts';
import type { GreenroomApi, Snapshot } from '../../../electron/core/ipc/contract.ts';
import { findElectron } from '../../../scripts/start/runtime.ts';
import type { MenuEntry, StandInRecord } from '../../doubles/electron/record.ts';
import { launchApp, onlyChecks, type RunningApp, runProgram } from './launch.ts';
import { recordOf, snapshotOf } from './program-state.ts';

declare const greenroom: GreenroomApi;

const idsOf = (menu: readonly MenuEntry[]): readonly string[] =>
  menu.flatMap(({ id, submenu = [] }) => [...(id === undefined ? [] : [id]), ...idsOf(submenu)]);

// Electron tells nobody what its tray shows: there the checklist in docs/verification.md stands in.
describe.skipIf(findElectron() !== undefined)('the tray', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
  });
  afterAll(() => app?.stop());
  const snapshot = (): Promise<Snapshot> => snapshotOf(app);
  const recorded = (): Promise<StandInRecord> => recordOf(app);
  const tray = async () => (await recorded()).tray;

  test('shows what the window shows, and its menu is complete', async () => {
    await expect.poll(async () => (await snapshot()).running === null && (await snapshot()).report !== null).toBe(true);
    const expected = pictureName(
      trayIcon({ snapshot: await snapshot(), now: Date.now(), pausedUntil: null, meeting: null }),
    );
    await expect.poll(async () => (await tray())?.picture).toBe(expected);
    const shown = await tray();
    expect(shown?.tooltip).toContain((await app.page.title()).replace(/ – Greenroom$/, ''));
    expect(idsOf(shown?.menu ?? [])).toEqual(
      expect.arrayContaining(['headline', 'when', 'check', 'pause:hour', 'pause:day', 'open', 'quit']),
    );
  });

  test('is redrawn only when it says something else', async () => {
    const drawn = (await tray())?.drawn;
    await app.page.evaluate(() => greenroom.changeSetting('schedule', 'quietMinutes', 60));
    expect((await tray())?.drawn).toBe(drawn);
  });

  test('opens the window at a finding', async () => {
    const id = idsOf((await tray())?.menu ?? []).find((one) => one.startsWith('finding:'));
    if (id === undefined) throw new Error('This computer has nothing to fix: the test needs one finding.');
    const before = (await recorded()).shown;
    await app.chooseMenuItem(id);
    await expect.poll(async () => (await recorded()).shown).toBe(before + 1);
    await app.page.locator('.row .detail').first().waitFor();
  });

  test('pauses and resumes, which is kept on disk', async () => {
    await app.chooseMenuItem('pause:hour');
    await expect.poll(async () => (await tray())?.picture).toBe('paused');
    const kept = async () => JSON.parse(await readFile(path.join(app.folder, 'attention.json'), 'utf8')).pausedUntil;
    await expect.poll(kept).not.toBeNull();
    await app.chooseMenuItem('resume');
    await expect.poll(async () => (await tray())?.picture).not.toBe('paused');
    await expect.poll(kept).toBeNull();
  });

  test('checks at once', async () => {
    await expect.poll(async () => (await snapshot()).running).toBeNull();
    const before = (await snapshot()).report?.startedAt;
    await app.chooseMenuItem('check');
    await expect.poll(async () => (await snapshot()).report?.startedAt).not.toBe(before);
  });

  test('a start at login of a program that runs leaves its window where it is', async () => {
    const { shown } = await recorded();
    const args = [`--user-data-dir=${app.folder}`, '--hidden'];
    expect((await runProgram(args, { GREENROOM_STATE: app.folder })).code).toBe(0);
    expect((await recorded()).shown).toBe(shown);
  });

  test('quits', async () => {
    await app.chooseMenuItem('quit').catch(() => {});
    expect(await app.exited).toBe(0);
  });
});

test.skipIf(findElectron() !== undefined)(
  'started at login where nobody can tell whether a tray is shown, it keeps a window, minimised',
  async () => {
    const app = await launchApp({ settings: onlyChecks('waiting-room'), switches: ['--hidden'] });
    await expect.poll(async () => (await app.record())?.window).toBe('minimised');
    await app.stop();
  },
);
