/** Greenroom's own folder begins to hang while the window is there: told in one sentence, and all else goes on. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GreenroomApi, Snapshot } from '../../../electron/core/ipc/contract.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { launchApp, type RunningApp } from '../../e2e/program/launch.ts';
import { snapshotOf, whenIdle } from '../../e2e/program/program-state.ts';
import { mountHanging, withoutFuse } from '../hanging-mount.ts';
import { proof, withoutRoot, withoutTools } from '../proof.ts';

declare const greenroom: GreenroomApi;

/** More than the threads of the program, each of which a hanging file could keep. */
const CHECKS = 6;

let folder = '';
let app: RunningApp | undefined;
let unmount: (() => void) | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-window-'));
  mkdirSync(path.join(folder, 'state'));
});
afterEach(async () => {
  unmount?.();
  unmount = undefined;
  await app?.stop();
  app = undefined;
  rmSync(folder, { recursive: true, force: true });
});

proof('Greenroom’s own folder', [withoutRoot(), withoutFuse(), withoutTools('chromium', 'xvfb')], () => {
  test('hangs while the window is there', { timeout: 300_000 }, async () => {
    const state = path.join(folder, 'state');
    const running = await launchApp({ folder: path.join(folder, 'user'), env: { GREENROOM_STATE: state } });
    app = running;
    const { page } = running;
    const before = await whenIdle(running);
    const check = async (): Promise<Snapshot> => {
      const { report } = await snapshotOf(running);
      await page.evaluate(() => greenroom.check(null));
      await expect
        .poll(async () => (await snapshotOf(running)).report?.startedAt, { timeout: 60_000 })
        .not.toBe(report?.startedAt);
      return whenIdle(running);
    };

    const answer = mountHanging('silent', state);
    unmount = () => {
      answer();
      execFileSync('umount', ['-l', state]);
    };
    for (let n = 0; n < CHECKS; n += 1) {
      const { notices, ...snapshot } = await check();
      expect(notices.filter((it) => !before.notices.includes(it))).toEqual([
        expect.stringMatching(/^\S+state, where Greenroom keeps its files, doesn’t answer\. Name a folder/),
      ]);
      // Read by the program's own threads, of which each hanging file would keep one.
      const { state: os } = snapshot.report?.probes.find(({ fact }) => fact === 'operatingSystem') ?? {};
      expect([n, os]).toEqual([n, 'known']);
    }
    await page.getByText('where Greenroom keeps its files, doesn’t answer').first().waitFor();

    unmount();
    unmount = undefined;
    // A place that has hung is left alone for some seconds.
    let after = await check();
    await expect
      .poll(
        async () => {
          after = await check();
          return after.notices;
        },
        { timeout: 60_000 },
      )
      .toEqual(before.notices);
    const stored: Report = JSON.parse(readFileSync(path.join(state, 'report.json'), 'utf8'));
    expect(stored.startedAt).toBe(after.report?.startedAt);
  });
});
