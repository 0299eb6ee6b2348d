/** What runs, watched on this computer and on a made-up one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FactUnavailable } from '../../../electron/core/facts/fact.ts';
import { between, type Look, watchProcesses } from '../../../electron/platform/linux/processes.ts';

const forever = new AbortController().signal;

describe.runIf(process.platform === 'linux')('on this computer', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  test('this process and its children are Greenroom’s own, a kernel thread is no program', async () => {
    child = spawn('/bin/sleep', ['60'], { stdio: 'ignore' });
    const { running = [], processorPercent = -1 } = (await watchProcesses('/proc', 1, forever)) ?? {};
    expect(running.find(({ pid }) => pid === process.pid)).toMatchObject({ own: true });
    expect(running.find(({ pid }) => pid === child?.pid)).toMatchObject({ name: 'sleep', own: true, devices: [] });
    expect(running.map(({ name }) => name)).not.toContain('kthreadd');
    expect(processorPercent).toBeGreaterThanOrEqual(0);
    expect(processorPercent).toBeLessThanOrEqual(100);
  });

  test('stopping ends it', async () => {
    const stop = new AbortController();
    const watching = watchProcesses('/proc', 600_000, stop.signal);
    stop.abort();
    await expect(watching).rejects.toThrow();
  });
});

describe('on a made-up computer', () => {
  let proc: string;
  beforeEach(() => {
    proc = mkdtempSync(path.join(tmpdir(), 'greenroom-proc-'));
  });
  afterEach(() => rmSync(proc, { recursive: true, force: true }));

  const stat = (idle: number, busy: number): void =>
    writeFileSync(path.join(proc, 'stat'), `cpu  ${busy} 0 0 ${idle} 0 0 0 0 0 0\ncpu0 1 1 1 1\n`);
  /** Numbers above any that a real process can have. */
  const program = (pid: number, name: string, ticks: number, flags = 4194560): void => {
    mkdirSync(path.join(proc, String(pid), 'fd'), { recursive: true });
    const line = `${pid} (${name}) S 1 1 1 0 -1 ${flags} 0 0 0 0 ${ticks} 0 0 0 20 0 1 0 100\n`;
    writeFileSync(path.join(proc, String(pid), 'stat'), line);
  };

  test('a name may hold brackets and blanks; a camera is told, no other file that is open', async () => {
    stat(100, 0);
    program(5_000_001, 'a) S (b', 3);
    const fd = path.join(proc, '5000001/fd');
    symlinkSync('/dev/video0', path.join(fd, '3'));
    symlinkSync('/dev/video0', path.join(fd, '4'));
    symlinkSync('/home/user/diary.txt', path.join(fd, '5'));
    symlinkSync('/dev/video0/../sda', path.join(fd, '6'));
    program(5_000_002, 'kworker/0:1', 3, 0x0020_0040);
    const seen = await watchProcesses(proc, 1, forever);
    expect(seen?.running).toEqual([
      { name: 'a) S (b', pid: 5_000_001, percent: 0, devices: ['/dev/video0'], own: false },
    ]);
  });

  test('shares are of all processors; what Greenroom and the commands it ran used is not counted', () => {
    const look = (busy: number, total: number, ticks: Readonly<Record<number, number>>, ended: number): Look => ({
      busy,
      total,
      seen: new Map(
        Object.entries(ticks).map(([pid, used]) => {
          const own = Number(pid) === process.pid;
          const name = own ? 'node' : 'greedy';
          return [
            Number(pid),
            { pid: Number(pid), parent: 1, name, ticks: used, ticksWithEnded: own ? used + ended : used },
          ];
        }),
      ),
    });
    const before = look(0, 1_000, { [process.pid]: 50, 5000001: 10 }, 0);
    const after = look(300, 1_400, { [process.pid]: 60, 5000001: 110 }, 90);
    const { processorPercent, running } = between(before, after, new Map());
    expect(processorPercent).toBe(50);
    expect(running.map(({ own, percent }) => [own, percent])).toEqual([
      [true, 2.5],
      [false, 25],
    ]);
  });

  test('no /proc is an answer; one of another form is none', async () => {
    expect(await watchProcesses(path.join(proc, 'absent'), 1, forever)).toBeUndefined();
    writeFileSync(path.join(proc, 'stat'), 'processeur: 12\n');
    await expect(watchProcesses(proc, 1, forever)).rejects.toBeInstanceOf(FactUnavailable);
  });
});
