/** The real window and the real terminal as writers of one folder, and what a person reads when the disk takes nothing. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { loadAttestations } from '../../../electron/engine/storage/attestation-store.ts';
import { root } from '../../../scripts/build.ts';
import { launchApp, type RunningApp, runCommand } from '../../e2e/program/launch.ts';
import { whenIdle } from '../../e2e/program/program-state.ts';
import { withoutLoopDevice } from '../drives/loop-drives.ts';
import { proof, withoutRoot, withoutTools } from '../proof.ts';
import { rounds } from '../rounds.ts';

declare const greenroom: GreenroomApi;

const ROUNDS = rounds(40);

let folder = '';
let app: RunningApp | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-window-'));
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const launch = async (state: string): Promise<RunningApp> => {
  app = await launchApp({ folder: path.join(folder, 'user'), env: { GREENROOM_STATE: state } });
  await whenIdle(app);
  return app;
};
const terminal = (state: string, ...words: readonly string[]) =>
  runCommand(process.execPath, [path.join(root, 'dist/main/cli.js'), ...words], { GREENROOM_STATE: state });

proof('the window and the terminal', [withoutTools('chromium', 'xvfb')], () => {
  test(`write the same file at the same time, ${ROUNDS} times, and nothing that was told as kept is lost`, {
    timeout: 600_000,
  }, async () => {
    const { page } = await launch(folder);
    for (let round = 0; round < ROUNDS; round += 1) {
      const confirms = round % 2 === 0;
      const [told] = await Promise.all([
        terminal(folder, 'confirm', 'private-links', ...(confirms ? [] : ['--take-back'])),
        page.evaluate((on) => greenroom.attest('waiting-room', on), confirms),
      ]);
      expect([told.code, told.stderr]).toEqual([0, '']);
      const { value, notices } = await loadAttestations(folder);
      expect([round, Object.keys(value.confirmed).toSorted(), notices]).toEqual([
        round,
        confirms ? ['private-links', 'waiting-room'] : [],
        [],
      ]);
    }
  });
});

proof(
  'a disk that is read-only',
  [withoutRoot(), withoutTools('chromium', 'xvfb', 'e2fsprogs'), withoutLoopDevice()],
  () => {
    test('is one sentence in the window, and the answer stands beside it', { timeout: 300_000 }, async () => {
      const [image, mount] = [path.join(folder, 'image'), path.join(folder, 'mount')];
      mkdirSync(mount);
      execFileSync('/usr/bin/truncate', ['-s', '4M', image]);
      execFileSync('/sbin/mkfs.ext4', ['-q', '-m', '0', image]);
      execFileSync('/usr/bin/mount', ['-o', 'loop', image, mount]);
      try {
        const state = path.join(mount, 'state');
        expect([0, 10, 20, 30]).toContain((await terminal(state, 'check')).code);
        execFileSync('/usr/bin/mount', ['-o', 'remount,ro', mount]);
        const { page } = await launch(state);
        await page.getByText('the disk is read-only. Make it writable, then try again.').first().waitFor();
        await page.getByText(/^Checked (?:just now|today at)/).waitFor();
        await app?.stop();
        app = undefined;
      } finally {
        execFileSync('/usr/bin/umount', [mount]);
      }
    });
  },
);
