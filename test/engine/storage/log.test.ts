/** The log: bounded, whole line by line, and without names. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkedEntry, createLog, faultEntry, logFile } from '../../../electron/engine/storage/log.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { report } from '../../renderer/samples.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { host } = localMachine();
const lovelace = { userName: 'lovelace', hostName: 'engine-room', home: '/home/lovelace' };
const log = () => createLog(folder, host, lovelace);

test('a fault is kept without the names of the person, the computer and their folder', async () => {
  const one = log();
  await one.write(faultEntry('check', new Error('cannot open /home/lovelace/letters of lovelace on engine-room')));
  const text = await one.read();
  expect(text).toContain('cannot open');
  expect(text).not.toMatch(/lovelace|engine-room/);
});

test('of a report it keeps neither titles nor evidence', async () => {
  const one = log();
  const sample = report();
  await one.write(checkedEntry(sample));
  // The time of day may hold any number.
  const text = (await one.read()).replace(/"at":"[^"]*"/, '');
  expect(text).toContain(sample.verdict);
  for (const { title, evidence } of sample.findings) {
    expect(text).not.toContain(title);
    expect(text).not.toContain(evidence.found);
  }
});

test('however much is written at once, no line is broken and the files stay small', async () => {
  const one = log();
  await Promise.all(
    Array.from({ length: 110 }, (_, number) => one.write(faultEntry(`place ${number}`, 'x'.repeat(6000)))),
  );
  const lines = (await one.read()).trimEnd().split('\n');
  for (const line of lines) JSON.parse(line);
  expect(lines.at(-1)).toContain('place 109');
  expect(statSync(logFile(folder)).size).toBeLessThanOrEqual(250_000);
  expect(statSync(`${logFile(folder)}.1`).size).toBeLessThanOrEqual(250_000);
  expect(readFileSync(logFile(folder), 'utf8').endsWith('\n')).toBe(true);
});

test('a folder that cannot be written stops nothing', async () => {
  const nowhere = createLog(path.join(logFile(folder), 'a', 'b'), host, lovelace);
  await log().write(faultEntry('x', 'y'));
  await nowhere.write(faultEntry('x', 'y'));
  expect(await nowhere.read()).toBe('');
});
