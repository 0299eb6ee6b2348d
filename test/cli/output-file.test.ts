/** Files that a person names to be written: what lies there already decides. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { processIo } from '../../electron/cli/io.ts';
import { writeOutputFile } from '../../electron/cli/output-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-output-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, overwrite: boolean): Promise<void> =>
  writeOutputFile({ ...processIo(), cwd: folder }, name, 'new', overwrite);
const at = (name: string): string => path.join(folder, name);

test.skipIf(process.platform === 'win32')('a file that is replaced keeps no wide mode', async () => {
  writeFileSync(at('wide.json'), 'old');
  chmodSync(at('wide.json'), 0o666);
  await write('wide.json', true);
  expect(readFileSync(at('wide.json'), 'utf8')).toBe('new');
  expect(statSync(at('wide.json')).mode & 0o777).toBe(0o600);
});

test.skipIf(process.platform === 'win32')('a pipe, a device and a link to one are refused, and stay', async () => {
  execFileSync('/usr/bin/mkfifo', [at('pipe')]);
  symlinkSync('/dev/null', at('link'));
  mkdirSync(at('folder'));
  for (const name of ['pipe', '/dev/null', 'link'])
    for (const overwrite of [true, false])
      await expect(write(name, overwrite)).rejects.toThrow(/it’s a device or a pipe, not a file\./);
  await expect(write('folder', true)).rejects.toThrow(/it’s a folder\./);
  expect(statSync(at('pipe')).isFIFO()).toBe(true);
});

test.each(['\\\\server\\share\\x.json', '//server/share/x.json'])('%s is not written', async (name) => {
  await expect(write(name, true)).rejects.toThrow(/it’s on another computer\./);
});
