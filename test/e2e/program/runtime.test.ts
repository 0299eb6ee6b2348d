/** Tries the built program where the runtime is not kind: events that never come, a page whose process ends, a start that fails, a question that stands. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { findElectron } from '../../../scripts/start/runtime.ts';
import { launchApp, onlyChecks, type RunningApp, runProgram } from './launch.ts';
import { recordOf, whenIdle } from './program-state.ts';

declare const greenroom: GreenroomApi;

// On Electron these come by themselves or not at all: there the checklist in docs/verification.md stands in.
describe.skipIf(findElectron() !== undefined)('on a runtime that is not kind', () => {
  let app: RunningApp | undefined;
  const start = async (ways = '', switches: readonly string[] = []): Promise<RunningApp> => {
    app = await launchApp({ env: { GREENROOM_STAND_IN_LIKE: ways }, settings: onlyChecks('meeting-apps'), switches });
    return app;
  };
  afterEach(async () => {
    await app?.stop();
    app = undefined;
  });
  const checksOf = async ({ folder }: RunningApp): Promise<number> =>
    (await readFile(path.join(folder, 'greenroom.log'), 'utf8')).match(/"event":"checked"/g)?.length ?? 0;

  test('a window that gets no first frame while it is hidden is shown all the same', async () => {
    const running = await start('wayland');
    await expect.poll(async () => (await recordOf(running)).window).toBe('shown');
  });

  test('where nothing can be minimised, a start at login leaves a window behind the others', async () => {
    const running = await start('wayland', ['--hidden']);
    await expect.poll(async () => (await recordOf(running)).window).toBe('shown');
    expect((await recordOf(running)).shown).toBe(0);
  });

  test('a start that fails says so, and the next one is not told that it runs', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-broken-'));
    const begin = (ways: string) =>
      runProgram([`--user-data-dir=${folder}`], {
        GREENROOM_STATE: folder,
        GREENROOM_STAND_IN: 'recorded',
        GREENROOM_STAND_IN_LIKE: ways,
      });
    for (let time = 0; time < 2; time += 1) {
      const { code, stderr } = await begin('broken-session');
      expect(code).toBe(70);
      expect(stderr).toContain('could not start');
      expect(stderr).toContain('The session could not be made.');
    }
    await rm(folder, { recursive: true, force: true });
  });

  test('a page whose process ends comes back with the last report; checks and tray go on meanwhile', async () => {
    const running = await start();
    const { report } = await whenIdle(running);
    const { pageLoads } = await recordOf(running);
    await running.control({ type: 'crash', reason: 'oom' });
    await expect.poll(async () => (await recordOf(running)).pageLoads).toBe(pageLoads + 1);
    await running.page.getByRole('heading', { level: 1 }).waitFor();
    expect((await whenIdle(running)).report?.startedAt).toBe(report?.startedAt);
    expect(await running.page.evaluate(() => greenroom.snapshot().then(({ running: run }) => run))).toBeNull();
  });

  test('camera and microphone are off once the page’s process has ended, and stay so', async () => {
    const running = await start('', ['--use-fake-device-for-media-stream']);
    await whenIdle(running);
    await running.page.getByRole('button', { name: 'Show my camera', exact: true }).click();
    const cameraOn = running.page.getByText('Camera on', { exact: true });
    await cameraOn.waitFor();
    await running.page.evaluate(() => greenroom.soundCheck(true));
    const { pageLoads, permissions } = await recordOf(running);
    expect(permissions.some(({ granted }) => granted)).toBe(true);

    await running.control({ type: 'crash', reason: 'crashed' });
    await expect.poll(async () => (await recordOf(running)).pageLoads).toBe(pageLoads + 1);
    await running.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await cameraOn.count()).toBe(0);
    expect(await running.page.locator('video').count()).toBe(0);
    // The page that comes back has asked for no sound check.
    const microphone = running.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        (error) => error.name,
      ),
    );
    expect(await microphone).toBe('NotAllowedError');
    const asked = (await recordOf(running)).permissions.slice(permissions.length);
    expect(asked.filter((each) => each.granted && each.asked === 'request')).toEqual([]);
  });

  test('one that hangs is ended, and comes back too', async () => {
    const running = await start();
    await whenIdle(running);
    const { pageLoads } = await recordOf(running);
    await running.happen('window', 'unresponsive');
    await running.passTime(60_000);
    await expect.poll(async () => (await recordOf(running)).pageLoads).toBe(pageLoads + 1);
  });

  test('three ends within a minute: one sentence, no window, and checks and tray as before', async () => {
    const running = await start();
    await whenIdle(running);
    for (let time = 1; time <= 3; time += 1) {
      const { pageLoads } = await recordOf(running);
      await running.control({ type: 'crash', reason: 'crashed' });
      if (time < 3) await expect.poll(async () => (await recordOf(running)).pageLoads).toBe(pageLoads + 1);
    }
    await expect
      .poll(async () => (await recordOf(running)).dialogs.map(({ message }) => message))
      .toEqual(['Greenroom’s window stopped three times within a minute, so it stays closed; its checks go on.']);
    expect((await recordOf(running)).window).toBe('hidden');
    const [checks, { tray }] = [await checksOf(running), await recordOf(running)];
    await running.chooseMenuItem('check');
    await expect.poll(() => checksOf(running), { timeout: 30_000 }).toBe(checks + 1);
    await expect.poll(async () => (await recordOf(running)).tray?.drawn).toBeGreaterThan(tray?.drawn ?? 0);
    await running.chooseMenuItem('open');
    await expect.poll(async () => (await recordOf(running)).window).toBe('shown');
  });
});
