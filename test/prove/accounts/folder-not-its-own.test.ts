/** An ordinary account that may not write to Greenroom's folder: one sentence, and the answer all the same. */
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { createRunPlace } from '../../../electron/engine/run/workspace.ts';
import { createSession } from '../../../electron/engine/session/session.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { greenroom } from '../../cli/run.ts';
import { proof, withoutRoot } from '../proof.ts';

/** Debian's and most other systems' account without rights. */
const NOBODY = 65_534;
const name = 'test/machines/debian-12-server.json';

proof('a folder turned read-only, as an ordinary account', [withoutRoot()], () => {
  test('is told in terminal and window with what to do', async () => {
    const port = replayMachine(parseRecording(name, readFileSync(name, 'utf8')), { strict: false });
    const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-read-only-'));
    chownSync(folder, NOBODY, NOBODY);
    vi.stubEnv('GREENROOM_STATE', folder);
    process.seteuid?.(NOBODY);
    try {
      expect((await greenroom(['confirm', 'waiting-room'], { port })).code).toBe(0);
      chmodSync(folder, 0o555);
      const sentence = `your account may not write to ${folder}. Give it the right to, then try again.`;
      const refused = await greenroom(['confirm', 'private-links'], { port });
      expect([refused.code, refused.stderr.trim().split('\n').length]).toEqual([65, 1]);
      expect(refused.stderr).toContain(sentence);
      const check = await greenroom(['check'], { port });
      expect([check.code, check.stdout.split('\n')[0]]).toEqual([30, 'Not everything could be checked']);
      expect(check.stderr).toContain(sentence);
      const window = createSession({ place: createRunPlace({ port, folder, appVersion: '1.0.0' }) });
      await window.load();
      await window.check(null);
      expect(window.snapshot().notices.join('\n')).toContain(sentence);
      expect((await greenroom(['confirm'], { port })).stdout).toContain('Confirmed on');
    } finally {
      process.seteuid?.(0);
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    }
  });
});
