/** Folders that never answer, tried with the built program: what they cost, and that it always ends. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../../electron/core/report/report.ts';
import { runChecks } from '../../../electron/engine/run/run.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { readThroughProcess } from '../../../electron/platform/machine/places/read-places.ts';
import { root } from '../../../scripts/build.ts';
import { mountHanging, withoutFuse } from '../hanging-mount.ts';
import { proof, withoutLinux, withoutRoot } from '../proof.ts';
import { rounds, someOf } from '../rounds.ts';

let folder: string;
let unmount: (() => void)[] = [];
const at = (...names: string[]): string => path.join(folder, ...names);
const hang = (...names: string[]): void => {
  const place = at(...names);
  mkdirSync(place, { recursive: true });
  const answer = mountHanging('silent', place);
  unmount.push(() => {
    answer();
    execFileSync('umount', ['-l', place]);
  });
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-hanging-'));
  mkdirSync(at('home'));
});
afterEach(() => {
  readThroughProcess(null);
  for (const one of unmount) one();
  unmount = [];
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

const begin = (...args: string[]): { child: ChildProcess; ended: Promise<Ended> } => {
  const child = spawn(process.execPath, [path.join(root, 'dist/main/cli.js'), ...args], {
    env: { ...process.env, HOME: at('home'), GREENROOM_STATE: at('state') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (data) => {
    out += data;
  });
  child.stderr?.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended };
};
const run = (...args: string[]): Promise<Ended> => begin(...args).ended;

const unknownIn = (report: Report): readonly string[] =>
  report.probes.flatMap(({ fact, state }) => (state === 'unknown' ? [fact] : [])).toSorted();

/** Processes whose words hold `text`, but for those that have ended and wait to be collected. */
const running = (text: string): readonly string[] =>
  execFileSync('/bin/ps', ['-eo', 'state=,pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(text) && !/^[ZX]/.test(line));

/** Reader processes that `parent` has started: other tests run programs of the same build beside this one. */
const readersOf = (parent: number | undefined): readonly string[] =>
  running(`${root}dist/main/reader.js`).filter((line) => {
    const [, pid = ''] = line.trim().split(/\s+/);
    // Empty where it has ended meanwhile.
    return spawnSync('/bin/ps', ['-o', 'ppid=', '-p', pid], { encoding: 'utf8' }).stdout.trim() === String(parent);
  });

proof('folders that never answer', [withoutRoot(), withoutFuse()], () => {
  test('a state folder that hangs is one sentence, and the program ends', async () => {
    hang('state');
    const { code, out, err } = await run('check');
    expect([code, out]).toEqual([65, '']);
    expect(err.trim()).toMatch(
      /^greenroom: \S+state, where Greenroom keeps its files, doesn’t answer\. Name a folder[^\n]*$/,
    );
  });

  test('a report comes, with all that does not lie there, and the program ends', async () => {
    const before = unknownIn(JSON.parse((await run('check', '--json')).out));
    hang('home', 'Downloads');
    const { code, signal, out } = await run('check', '--json');
    expect(signal).toBeNull();
    expect([0, 10, 20, 30]).toContain(code);
    expect(unknownIn(JSON.parse(out)).filter((fact) => !before.includes(fact))).toEqual(['installers']);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('%s ends it while it waits', async (name, code) => {
    hang('home', 'Downloads');
    hang('home', '.config');
    const { child, ended } = begin('inspect', at('home', 'Downloads', 'mail.eml'));
    // Its reader is there: it waits.
    let readers: readonly string[] = [];
    await expect
      .poll(() => {
        readers = readersOf(child.pid);
        return readers.length;
      })
      .toBeGreaterThan(0);
    child.kill(name);
    expect((await ended).code).toBe(code);
    await expect.poll(() => running(`${root}dist/main/reader.js`).filter((line) => readers.includes(line))).toEqual([]);
  });

  const named = [
    ['inspect', 'mail.eml'],
    ['inspect', 'zoom_amd64.deb'],
    ['check', '--policy'],
    ['policy', 'lint'],
  ];
  test.each(someOf(named))('a file named by hand in such a place is told in one sentence: %s %s', async (...words) => {
    hang('home', 'share');
    const names =
      words[1]?.includes('.') === true
        ? ['inspect', at('home', 'share', words[1])]
        : [...words, at('home', 'share', 'x.yaml')];
    const { code, err } = await run(...names);
    expect(code).toBe(65);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/(?:doesn’t|does not) answer/);
  });
  test('after many checks with three such places nothing else is unknown, and no thread or process is left', async () => {
    readThroughProcess({ program: process.execPath, args: [path.join(root, 'dist/main/reader.js')] });
    const home = at('home');
    const port = localMachine({ host: { home, variables: {} } });
    const check = (): Promise<Report> => runChecks({ port, deadlineMs: 10_000 });
    const before = unknownIn(await check());
    for (const name of ['Downloads', '.config', '.var']) hang('home', name);
    const first = unknownIn(await check());
    const threads = (): number => readdirSync('/proc/self/task').length;
    const most = threads();
    expect(first.filter((fact) => !before.includes(fact))).toEqual(
      expect.arrayContaining(['installers', 'backupTools']),
    );
    for (let n = 2; n <= rounds(20); n += 1) expect(unknownIn(await check())).toEqual(first);
    expect(threads()).toBeLessThanOrEqual(most);
    // One reads for the next check; the ones that hung are gone.
    expect(readersOf(process.pid).length).toBeLessThanOrEqual(1);
  }, 600_000);
});

proof('pipes, devices and an end by force', [withoutLinux()], () => {
  const askers = [
    ['check', '--policy'],
    ['check', '--machine'],
    ['policy', 'lint'],
    ['inspect'],
    ['catalogue', 'verify', '/etc/hostname', '--key'],
  ];
  test.each(someOf(askers))('a pipe and a device are refused as files: %s', async (...words) => {
    execFileSync('/usr/bin/mkfifo', [at('pipe')]);
    for (const file of [at('pipe'), '/dev/zero']) {
      const { code, err } = await run(...words, file);
      expect(`${code} ${err}`).toMatch(/^65 .*device or a pipe/);
    }
  });
  test('killed, it leaves none of the programs it has started', async () => {
    const tool = at('tool');
    writeFileSync(tool, `#!/bin/sh\nsleep 4713 &\necho started\nwait\n`, { mode: 0o755 });
    const main = at('main.ts');
    const source = path.join(root, 'electron/platform/machine');
    writeFileSync(
      main,
      `import { localMachine } from ${JSON.stringify(`${source}/local.ts`)};
import { readThroughProcess } from ${JSON.stringify(`${source}/places/read-places.ts`)};
readThroughProcess({ program: process.execPath, args: [${JSON.stringify(path.join(root, 'dist/main/reader.js'))}] });
for (let n = 0; n < 5; n += 1)
  void localMachine().read({ op: 'run', program: ${JSON.stringify(tool)}, args: [String(n)] }, { until: 'started', timeoutMs: 60_000 }, new AbortController().signal, () => console.log('started'));`,
    );
    const child = spawn(process.execPath, ['--import', 'jiti/register', main], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    await expect.poll(() => out.match(/started/g)?.length ?? 0, { timeout: 30_000 }).toBeGreaterThanOrEqual(5);
    expect(running('sleep 4713')).toHaveLength(5);
    child.kill('SIGKILL');
    await expect.poll(() => running('sleep 4713')).toEqual([]);
  });
});
