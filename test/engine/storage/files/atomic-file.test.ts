/** A file is replaced whole: also where another program holds it for a moment, and never where it holds it for long. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeAtomically } from '../../../../electron/engine/storage/files/atomic-file.ts';
import { StorageError } from '../../../../electron/engine/storage/files/storage-error.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-atomic-'));
  file = path.join(folder, 'report.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'rename' });

test.each(['EPERM', 'EACCES', 'EBUSY'])('Windows refuses twice with %s, then the file is there', async (code) => {
  const replace = vi.fn(rename).mockRejectedValueOnce(refusal(code)).mockRejectedValueOnce(refusal(code));
  await writeAtomically(file, 'new', { rename: replace, platform: 'win32' });
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['report.json']);
});

test('held for longer than two seconds it is one sentence, and the old file stays', async () => {
  await writeAtomically(file, 'old');
  const replace = vi.fn(() => Promise.reject(refusal('EPERM')));
  const error: unknown = await writeAtomically(file, 'new', { rename: replace, platform: 'win32' }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StorageError);
  expect(String(error)).toContain(`${file} couldn’t be written: another program holds it. Try again in a moment.`);
  expect(replace.mock.calls.length).toBeGreaterThan(3);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['report.json']);
});

test.each([
  ['linux', 'EPERM', 'your account may not write to'],
  ['win32', 'ENOSPC', 'the disk is full'],
])('on %s %s is not waited for', async (platform, code, sentence) => {
  const replace = vi.fn(() => Promise.reject(refusal(code)));
  await expect(writeAtomically(file, 'new', { rename: replace, platform })).rejects.toThrow(sentence);
  expect(replace).toHaveBeenCalledTimes(1);
});

test('a fault of the program is not called one of the disk', async () => {
  const replace = () => Promise.reject(new TypeError('fault'));
  await expect(writeAtomically(file, 'new', { rename: replace })).rejects.toThrow(TypeError);
});
