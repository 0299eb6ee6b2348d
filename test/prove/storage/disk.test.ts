/** A disk that is full or read-only is one plain sentence, in window and terminal, and costs nothing that was kept. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRunPlace } from '../../../electron/engine/run/workspace.ts';
import { createSession } from '../../../electron/engine/session/session.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { greenroom as run } from '../../cli/run.ts';
import { withoutLoopDevice } from '../drives/loop-drives.ts';
import { proof, withoutRoot, withoutTools } from '../proof.ts';

const name = 'test/machines/debian-12-server.json';
const port = replayMachine(parseRecording(name, readFileSync(name, 'utf8')), { strict: false });
const greenroom = (words: readonly string[]) => run(words, { port });

proof('a small disk', [withoutRoot(), withoutTools('e2fsprogs'), withoutLoopDevice()], () => {
  let base = '';
  let folder = '';
  beforeEach(async () => {
    base = mkdtempSync(path.join(tmpdir(), 'greenroom-disk-'));
    const [image, mount] = [path.join(base, 'image'), path.join(base, 'mount')];
    mkdirSync(mount);
    execFileSync('/usr/bin/truncate', ['-s', '2M', image]);
    execFileSync('/sbin/mkfs.ext4', ['-q', '-m', '0', image]);
    execFileSync('/usr/bin/mount', ['-o', 'loop', image, mount]);
    folder = path.join(mount, 'state');
    vi.stubEnv('GREENROOM_STATE', folder);
    await greenroom(['check']);
    await greenroom(['confirm', 'waiting-room']);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    execFileSync('/usr/bin/umount', [path.join(base, 'mount')]);
    rmSync(base, { recursive: true });
  });

  const fill = (): void => {
    for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2))
      for (let number = 0; statfsSync(path.dirname(folder)).bavail > 0; number++)
        try {
          writeFileSync(path.join(path.dirname(folder), `filler-${size}-${number}`), 'x'.repeat(size));
        } catch {
          break;
        }
  };
  const lock = (): void => void execFileSync('/usr/bin/mount', ['-o', 'remount,ro', path.dirname(folder)]);

  test.each<[string, () => void, string]>([
    ['full', fill, 'the disk is full. Free some space, then try again.'],
    ['read-only', lock, 'the disk is read-only. Make it writable, then try again.'],
  ])('%s', async (_what, spoil, sentence) => {
    spoil();
    for (const words of [
      ['confirm', 'private-links'],
      ['waive', 'os-patches', '--until', new Date(Date.now() + 3_600_000).toISOString(), '--reason', 'later'],
      ['record', path.join(path.dirname(folder), 'machine.json')],
    ]) {
      const { code, stderr } = await greenroom(words);
      expect([words[0], code, stderr.includes(sentence), stderr.trim().split('\n').length]).toEqual([
        words[0],
        65,
        true,
        1,
      ]);
      expect(stderr).not.toMatch(/ at |went wrong/);
    }
    const check = await greenroom(['check']);
    expect(check.code).toBe(30);
    expect(check.stderr).toContain(`The report couldn’t be stored: `);
    expect(check.stderr).toContain(sentence);

    const window = createSession({ place: createRunPlace({ port, folder, appVersion: '1.0.0' }) });
    await window.load();
    await window.check(null);
    expect(window.snapshot().running).toBeNull();
    expect(window.snapshot().notices.join('\n')).toContain(sentence);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect(await window.waive('os-patches', { until, reason: 'later' })).toContain(sentence);
    expect((await greenroom(['confirm'])).stdout).toContain('Confirmed on');
  });
});
