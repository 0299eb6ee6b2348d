/** Files of another account that are opened with Greenroom: really refused by the system, and told in words. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { readOpened } from '../../../electron/main/incoming/open-file.ts';
import { proof, withoutRoot } from '../proof.ts';

/** Debian's and most other systems' account without rights. */
const NOBODY = 65_534;

proof('a file of another account', [withoutRoot()], () => {
  test('is refused with its name', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-other-'));
    const file = path.join(folder, 'secret.eml');
    await writeFile(file, 'From: a@b.example\n', { mode: 0o600 });
    await chmod(folder, 0o755);
    process.seteuid?.(NOBODY);
    try {
      const opened = await readOpened([file], folder);
      expect(opened.kind === 'refused' && english(opened.sentence)).toBe('This account may not read “secret.eml”.');
    } finally {
      process.seteuid?.(0);
      await rm(folder, { recursive: true });
    }
  });
});
