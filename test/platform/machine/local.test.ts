/** The real machine, tried with real processes and files under a folder that stands for the disk. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FactUnavailable } from '../../../electron/core/facts/fact.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { sharedReads } from '../../../electron/platform/machine/dedupe-reads.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { bind, type Machine } from '../../../electron/platform/machine/machine.ts';
import { recordingMachine } from '../../../electron/platform/machine/record.ts';

let root: string;
let machine: Machine;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'greenroom-root-'));
  mkdirSync(path.join(root, 'usr/bin'), { recursive: true });
  machine = bind(localMachine({ root }), new AbortController().signal);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const program = (name: string, script: string): string => {
  writeFileSync(path.join(root, 'usr/bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return `/usr/bin/${name}`;
};

/** Running, and not merely waiting to be collected by its parent. */
const isAlive = (pid: number): boolean => {
  try {
    const state = execFileSync('/bin/ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return state !== '' && !state.startsWith('Z');
  } catch {
    return false;
  }
};

const cause = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FactUnavailable);
  return (error as FactUnavailable).why;
};

describe('running a program', () => {
  test('any exit code is an answer, with both outputs apart', async () => {
    const file = program('tool', 'echo out; echo err >&2; exit 3');
    expect(await machine.run(file, [])).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  test('a program that is not there is undefined, one that may not be run is denied', async () => {
    expect(await machine.run('/usr/bin/absent', [])).toBeUndefined();
    writeFileSync(path.join(root, 'usr/bin/locked'), '#!/bin/sh\n', { mode: 0o644 });
    expect(await cause(machine.run('/usr/bin/locked', []))).toBe('denied');
  });

  test('arguments reach the program as they are, never through a shell', async () => {
    const file = program('tool', 'printf "%s|" "$@"');
    const hostile = ['$(id)', '; rm -rf /', '"quoted"', '*', ''];
    expect((await machine.run(file, hostile))?.stdout).toBe(`${hostile.join('|')}|`);
  });

  test('a program on the search path of the person is never run in place of the system’s', async () => {
    const before = process.env.PATH;
    mkdirSync(path.join(root, 'shims'));
    writeFileSync(path.join(root, 'shims/sleep'), '#!/bin/sh\necho shim\n', { mode: 0o755 });
    process.env.PATH = `${root}/shims:${before}`;
    try {
      const file = program('tool', 'command -v sleep; echo "$PATH"');
      const { stdout } = (await machine.run(file, [])) ?? { stdout: '' };
      expect(stdout).not.toContain('shims');
    } finally {
      process.env.PATH = before;
    }
  });

  test('it speaks English whatever the person’s language is, and sees no other variable', async () => {
    process.env.GREENROOM_TEST_SECRET = 'secret';
    process.env.LC_MESSAGES = 'fr_FR.UTF-8';
    try {
      const file = program('tool', 'env');
      const { stdout } = (await machine.run(file, [])) ?? { stdout: '' };
      expect(stdout).toContain('LC_ALL=C.UTF-8');
      expect(stdout).not.toContain('secret');
      expect(stdout).not.toContain('fr_FR');
    } finally {
      delete process.env.GREENROOM_TEST_SECRET;
      delete process.env.LC_MESSAGES;
    }
  });

  test('one that hangs is ended with everything it started', async () => {
    const file = program('tool', 'sleep 600 & echo "$$ $!" > "$1"; wait');
    const pids = path.join(root, 'pids');
    expect(await cause(machine.run(file, [pids], { timeoutMs: 300 }))).toBe('timed-out');
    const [shell = 0, child = 0] = execFileSync('/bin/cat', [pids], { encoding: 'utf8' }).trim().split(' ').map(Number);
    await expect.poll(() => [isAlive(shell), isAlive(child)]).toEqual([false, false]);
  });

  test('a child that keeps the pipes open does not hold up the answer', async () => {
    const file = program('tool', 'setsid sleep 30 & sleep 30');
    expect(await cause(machine.run(file, [], { timeoutMs: 200 }))).toBe('timed-out');
  });

  test('cancelling ends it', async () => {
    const stop = new AbortController();
    const file = program('tool', 'echo $$ > "$1"; sleep 600');
    const pidFile = path.join(root, 'pid');
    const work = cause(bind(localMachine({ root }), stop.signal).run(file, [pidFile]));
    await expect
      .poll(() => execFileSync('/bin/sh', ['-c', `cat ${pidFile} 2>/dev/null || true`], { encoding: 'utf8' }))
      .not.toBe('');
    const pid = Number(execFileSync('/bin/cat', [pidFile], { encoding: 'utf8' }));
    stop.abort();
    expect(await work).toBe('cancelled');
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test('one that prints without end is ended', async () => {
    const file = program('tool', 'exec yes');
    expect(await cause(machine.run(file, [], { maxBytes: 1_000_000 }))).toBe('too-large');
  });

  test('a program must be named by its whole path', async () => {
    await expect(machine.run('sh', [])).rejects.toThrow('Not an absolute program path');
  });
});

describe('reading files', () => {
  test('what is not there is undefined', async () => {
    expect(await machine.readText('/none')).toBeUndefined();
    expect(await machine.readDir('/none')).toBeUndefined();
    expect(await machine.stat('/none/below')).toBeUndefined();
    expect(await machine.readLink('/none')).toBeUndefined();
  });

  test('a pipe in place of a file does not hang', async () => {
    execFileSync('/usr/bin/mkfifo', [path.join(root, 'pipe')]);
    expect(await cause(machine.readText('/pipe'))).toBe('unreadable');
  });

  test('a file that is far too large is not read', async () => {
    writeFileSync(path.join(root, 'huge'), '');
    truncateSync(path.join(root, 'huge'), 2_000_000);
    expect(await cause(machine.readText('/huge', { maxBytes: 1_000_000 }))).toBe('too-large');
  });

  test('links in a ring are an error, not a loop', async () => {
    symlinkSync('b', path.join(root, 'a'));
    symlinkSync('a', path.join(root, 'b'));
    expect(await cause(machine.readText('/a'))).toBe('unreadable');
  });

  test('a folder with very many entries is read up to its limit', async () => {
    mkdirSync(path.join(root, 'many'));
    for (let index = 0; index < 3000; index++) writeFileSync(path.join(root, 'many', String(index)), '');
    expect(await machine.readDir('/many', { maxEntries: 100 })).toHaveLength(100);
  });
});

describe('sharing readings within a run', () => {
  test('the same command asked for twice runs once, and each asker keeps its own limit', async () => {
    const file = program('tool', 'echo started >> "$1"; sleep 0.3; echo done');
    const log = path.join(root, 'log');
    const port = sharedReads(localMachine({ root }), new AbortController().signal);
    const impatient = new AbortController();
    const first = bind(port, impatient.signal).run(file, [log]);
    const second = bind(port, new AbortController().signal).run(file, [log]);
    impatient.abort(new FactUnavailable('timed-out', asMessage('too slow')));
    expect(await cause(first)).toBe('timed-out');
    expect((await second)?.stdout).toBe('done\n');
    expect(execFileSync('/bin/cat', [log], { encoding: 'utf8' })).toBe('started\n');
  });

  test('a command nobody waits for any more is ended', async () => {
    const file = program('tool', 'echo $$ > "$1"; sleep 600');
    const pidFile = path.join(root, 'pid');
    const stop = new AbortController();
    const work = cause(
      // Its own limit lies far behind what this test waits for.
      bind(sharedReads(localMachine({ root }), new AbortController().signal), stop.signal).run(file, [pidFile], {
        timeoutMs: 600_000,
      }),
    );
    await expect
      .poll(() => execFileSync('/bin/sh', ['-c', `cat ${pidFile} 2>/dev/null || true`], { encoding: 'utf8' }))
      .not.toBe('');
    const pid = Number(execFileSync('/bin/cat', [pidFile], { encoding: 'utf8' }));
    stop.abort();
    await work;
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test('a part of the output can be had before the command ends', async () => {
    const file = program('tool', 'echo "first"; sleep 600');
    const stop = new AbortController();
    const port = sharedReads(localMachine({ root }), new AbortController().signal);
    const result = await bind(port, stop.signal).run(file, [], { until: 'first\n' });
    expect(result).toEqual({ code: null, stdout: 'first\n', stderr: '' });
    stop.abort();
  });

  test('at the end of a run, a command that nobody waits for any more is ended too', async () => {
    const file = program('tool', 'echo $$; sleep 600');
    const run = new AbortController();
    const port = sharedReads(localMachine({ root }), run.signal);
    const result = await bind(port, new AbortController().signal).run(file, [], { until: '\n', timeoutMs: 600_000 });
    const pid = Number(result?.stdout);
    expect(isAlive(pid)).toBe(true);
    run.abort();
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test('a recording holds a command to its end, even when its asker has had enough', async () => {
    const file = program('tool', 'echo first; sleep 0.2; echo last');
    const recorder = recordingMachine(localMachine({ root }));
    const run = new AbortController();
    await bind(sharedReads(recorder.port, run.signal), new AbortController().signal).run(file, [], {
      until: 'first\n',
    });
    run.abort();
    expect((await recorder.recording()).reads).toMatchObject([{ program: file, stdout: 'first\nlast\n' }]);
  });
});

test('where Windows’ taskkill is not to be had, a program that is out of time is ended all the same', async () => {
  const host = { platform: 'win32', variables: { SystemRoot: '/nowhere' } } as const;
  const windows = bind(localMachine({ root, host }), new AbortController().signal);
  const sleeper = program('sleeper', `echo $$ > ${root}/pid; exec /bin/sleep 600`);
  expect(await cause(windows.run(sleeper, [], { timeoutMs: 1_500 }))).toBe('timed-out');
  const pid = Number(execFileSync('/bin/cat', [`${root}/pid`], { encoding: 'utf8' }));
  await expect.poll(() => isAlive(pid)).toBe(false);
});
