/** The one PowerShell as a real process: a program that prints what a recorded computer printed, and then hangs. */
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { gather } from '../../../electron/engine/run/gather.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { win32Readers } from '../../../electron/platform/win32/index.ts';
import { scriptText } from '../../../electron/platform/win32/script.ts';
import { printedOn } from './recorded.ts';

it('with a real process: what is printed counts at once, one process serves all, and one that hangs is ended', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'greenroom-win32-'));
  const program = path.join(root, 'windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  const log = path.join(root, 'log');
  const quick = printedOn('windows-11-25h2-pro')
    .split('\r\n')
    .filter((line) => !line.endsWith('"updates"}'));
  writeFileSync(path.join(root, 'quick'), `${quick.join('\r\n')}\r\n{"value":{"result":2,"upda`);
  writeFileSync(
    program,
    `#!${process.execPath}
const fs = require('node:fs');
fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ pid: process.pid, given: process.argv.at(-1) }) + '\\n');
process.stdout.write(fs.readFileSync(${JSON.stringify(path.join(root, 'quick'))}));
setInterval(() => {}, 1000);
`,
  );
  chmodSync(program, 0o755);
  const port = localMachine({
    root,
    host: { variables: { SystemRoot: '/windows', LOCALAPPDATA: '/local' }, kernel: '10.0.26200', home: '/home' },
  });
  const facts = await gather({
    port,
    readers: win32Readers,
    catalogue: builtInCatalogue,
    keys: ['operatingSystem', 'installedApps', 'firewall', 'cameraUse', 'load', 'updatesLookedAt', 'pendingUpdates'],
    deadlineMs: 3_000,
    signal: new AbortController().signal,
    clock: () => new Date(),
  });
  const shown = Object.fromEntries(Object.entries(facts).map(([key, settled]) => [key, settled?.fact.state]));
  expect(shown).toEqual({
    operatingSystem: 'known',
    installedApps: 'known',
    firewall: 'known',
    cameraUse: 'known',
    load: 'known',
    updatesLookedAt: 'known',
    pendingUpdates: 'unknown',
  });
  const started = readFileSync(log, 'utf8').trim().split('\n');
  expect(started).toHaveLength(1);
  const { pid, given } = JSON.parse(started[0] ?? '') as { pid: number; given: string };
  expect(given).toBe(scriptText);
  await expect.poll(() => isRunning(pid)).toBe(false);
});

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
