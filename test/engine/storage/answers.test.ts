/** Greenroom's own folder, where something lies in it that would hold every store. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderAnswers } from '../../../electron/engine/storage/answers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-answers-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('one that answers, or is not there yet, is used', async () => {
  writeFileSync(path.join(folder, 'settings.json'), '{}');
  await expect(folderAnswers(folder)).resolves.toBeUndefined();
  await expect(folderAnswers(path.join(folder, 'later'))).resolves.toBeUndefined();
});

test.skipIf(process.platform === 'win32')('a pipe in the place of a file is named, and not waited for', async () => {
  execFileSync('/usr/bin/mkfifo', [path.join(folder, 'waivers.json')]);
  await expect(folderAnswers(folder)).rejects.toThrow(/waivers\.json is a device or a pipe, not a file\. Remove it/);
});

test('one on another computer is refused', async () => {
  await expect(folderAnswers('\\\\server\\home\\greenroom')).rejects.toThrow(/is on another computer\. Name a folder/);
});
