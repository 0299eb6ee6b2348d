/** Stopped in the middle, the command line leaves no probe of its own behind. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram } from '../doubles/build-program.ts';

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-stop-'));
  const tool = path.join(folder, 'tool');
  writeFileSync(tool, '#!/bin/sh\necho started\nexec sleep 4711\n', { mode: 0o755 });
  const main = path.join(folder, 'main.ts');
  const electron = path.resolve('electron');
  // The real machine, asked for a program that hangs, under the command line's own handling of signals. The process ends
  // as Electron ends before it is ready: without an event.
  writeFileSync(
    main,
    `import { localMachine } from ${JSON.stringify(`${electron}/platform/machine/local.ts`)};
import { endingBy } from ${JSON.stringify(`${electron}/cli/run-as-process.ts`)};
import { endOnSignals } from ${JSON.stringify(`${electron}/cli/signals.ts`)};
endOnSignals(endingBy((code) => process.reallyExit(code)));
await localMachine().read({ op: 'run', program: ${JSON.stringify(tool)}, args: [] }, { until: 'started', timeoutMs: 60_000 }, new AbortController().signal, () => console.log('started'));`,
  );
  program = await buildProgram(main, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends it and everything it started', async (signal, code) => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  expect(await ended).toBe(code);
  const left = (): string =>
    execFileSync('/bin/ps', ['-eo', 'state=,args='], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes('sleep 4711') && !line.startsWith('Z'))
      .join('\n');
  await expect.poll(left).toBe('');
});
