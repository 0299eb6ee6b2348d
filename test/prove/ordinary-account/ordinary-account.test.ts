/** Runs start, window and end-to-end tests again as an account without rights: everything else here is mostly run as root. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../scripts/build.ts';
import { proof, withoutRoot, withoutTools } from '../proof.ts';

const NAME = 'greenroom-proof';
/** The project's folder belongs to somebody else: nothing may be written there. */
const readOnly = ['--configLoader', 'runner', '--cache=false'];
const tests = ['start', 'window', 'command-line'].map((name) => `test/e2e/program/${name}.test.ts`);

proof('as an ordinary account', [withoutRoot(), withoutTools('chromium', 'chromium-sandbox', 'xvfb')], () => {
  let home = '';
  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'greenroom-home-'));
    chmodSync(home, 0o700);
    execFileSync('/usr/sbin/useradd', ['--home-dir', home, '--shell', '/bin/sh', NAME]);
    const [uid = 0, gid = 0] = ['-u', '-g'].map((word) => Number(execFileSync('/usr/bin/id', [word, NAME])));
    chownSync(home, uid, gid);
  });
  afterAll(() => {
    execFileSync('/usr/sbin/userdel', [NAME]);
    rmSync(home, { recursive: true });
  });

  test('start, window and what they show pass as they do as root', async () => {
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    const command = [process.execPath, vitest, 'run', '--project', 'built', ...readOnly, ...tests];
    // Its own folder for everything, and this run's display; nothing else of root's environment.
    const env = { PATH: '/usr/bin:/bin', HOME: home, TMPDIR: home, DISPLAY: process.env.DISPLAY ?? '' };
    // The checkout may lie where only root may look: it is shown to the account in a place of its own.
    const shown = ['--mount', '--propagation', 'private', '/bin/sh', '-c'];
    const steps =
      'mount --bind "$1" /opt && cd /opt && shift && exec setpriv --reuid "$0" --regid "$0" --init-groups --inh-caps=-all "$@"';
    const child = spawn('/usr/bin/unshare', [...shown, steps, NAME, root, ...command], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += String(data);
      });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code, output.slice(-4000)).toBe(0);
    expect(output).toContain('Test Files');
  });
});
