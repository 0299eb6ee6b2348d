/** Where a result goes when the organisation wants to read it: a real file, and the real log program. */

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PolicyValue } from '../../../electron/core/policy/policy.ts';
import { noPolicy, type Policy } from '../../../electron/core/policy/policy.ts';
import { publishResult, publishUnder, resultsFile, sharingOf } from '../../../electron/engine/run/publish-result.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { report } from '../../renderer/samples.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-results-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { host } = localMachine();
const under = (reporting: Readonly<Record<string, PolicyValue>>): Policy => ({
  ...noPolicy,
  layers: { enforced: { reporting } },
});
const nobody = { userName: 'ada', hostName: 'ada-laptop', home: '/home/ada' };
const pass = (policy: Policy) =>
  publishResult({ result: publishUnder(policy, report(), nobody, '1.0.0'), policy, folder, host });

test('without a policy nothing is written anywhere', async () => {
  expect(await pass(noPolicy)).toEqual([]);
  expect(existsSync(resultsFile(folder))).toBe(false);
  expect(sharingOf(noPolicy, null, folder, host).destinations).toEqual([]);
});

test('each result is one line more, and what the person is shown is that line', async () => {
  const policy = under({ jsonLines: true });
  await pass(policy);
  await pass(policy);
  const lines = readFileSync(resultsFile(folder), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  const shown = sharingOf(policy, publishUnder(policy, report(), nobody, '1.0.0'), folder, host);
  expect(lines).toEqual([shown.line, shown.line]);
  expect(shown.destinations.join()).toContain(resultsFile(folder));
  expect(statSync(resultsFile(folder)).mode & 0o077).toBe(0);
});

test('a full file is put aside whole, and the newest line is in the new one', async () => {
  writeFileSync(resultsFile(folder), 'x'.repeat(1_999_990));
  await pass(under({ jsonLines: true }));
  expect(statSync(`${resultsFile(folder)}.1`).size).toBe(1_999_990);
  expect(readFileSync(resultsFile(folder), 'utf8').split('\n')).toHaveLength(2);
});

test('a folder that cannot be written is told in words, and nothing is thrown', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  const policy = under({ jsonLines: true });
  const told = publishUnder(policy, report(), nobody, '1.0.0');
  const problems = await publishResult({ result: told, policy, folder: path.join(folder, 'file', 'inside'), host });
  expect(problems.join()).toMatch(/couldn’t be appended/);
});

test.runIf(process.platform === 'linux' && !existsSync('/dev/log'))('no log to write to is told in words', async () => {
  expect((await pass(under({ systemLog: true }))).join()).toMatch(/couldn’t be written to the system’s log: .+/);
});
