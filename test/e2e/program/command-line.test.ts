/** Tries the command line of the built program by both its entries: all of the output arrives, and what Windows' runtime does to words and input. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, constants, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findElectron } from '../../../scripts/start/runtime.ts';
import { greenroom } from '../../cli/run.ts';
import { type Ended, programCommand, runtimeName } from './launch.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cli = path.join(root, 'dist/main/cli.js');

interface Given {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const run = async (
  command: readonly [string, readonly string[]],
  { stdin = '', env = {} }: Given = {},
): Promise<Ended> => {
  const child = spawn(...command, {
    cwd: root,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
};

const entries = [
  [runtimeName, (words: readonly string[]) => programCommand(words)],
  ['Node', (words: readonly string[]) => [process.execPath, [cli, ...words]] as const],
] as const;

describe.each(entries)('the command line on %s', (_name, entry) => {
  test('inspects an invitation so large that it has a thread of its own', async () => {
    const stdin = `Join: https://us02web.zoom.us/j/84100020003\n${'and so on. '.repeat(20_000)}`;
    const { code, stdout } = await run(entry(['inspect', '-', '--json']), { stdin });
    expect([code, JSON.parse(stdout).verdict]).toEqual([0, 'genuine']);
  });

  test('prints more than a pipe holds to its end', async () => {
    const { code, stdout } = await run(entry(['catalogue', 'show', '--json']));
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(JSON.parse(stdout)).toHaveProperty('products');
  });

  test('a reader that goes away ends it quietly', async () => {
    const [program, words] = entry(['catalogue', 'show', '--json']);
    const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = text(child.stderr);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toBe(0);
    expect(await said).toBe('');
  });

  test.skipIf(process.platform === 'win32')(
    'output that cannot be written is told, with the code of a fault',
    async () => {
      const [program, words] = entry(['catalogue', 'show', '--json']);
      const { code, stderr } = await run(['/bin/sh', ['-c', 'exec "$0" "$@" >/dev/full', program, ...words]]);
      expect(code).toBe(70);
      expect(stderr).toContain('ENOSPC');
    },
  );

  test.skipIf(process.platform === 'win32')(
    'stopped while it reads a large mail, a batch has told what it answered until then',
    async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'greenroom-stopped-'));
      const mail = path.join(folder, 'large.eml');
      await writeFile(
        mail,
        `From: a@example.org\n\n${'We meet. Notes: https://docs.example.org/notes/1\n'.repeat(600_000)}`,
      );
      const [program, words] = entry(['inspect', '--batch']);
      const child = spawn(program, words, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
      const ended = new Promise<number>((resolve) =>
        child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL'])),
      );
      let told = '';
      child.stdout.on('data', (data) => {
        // The mail, of 29 MB, is next.
        if (told === '') child.kill('SIGINT');
        told += data;
      });
      const [first, second] = [{ input: 'https://zoom.us/j/84100020003' }, { file: mail }];
      child.stdin.write(`${JSON.stringify(first)}\n${JSON.stringify(second)}\n`);
      expect(await ended).toBe(130);
      expect(JSON.parse(told)).toMatchObject({ ...first, verdict: 'genuine' });
      await rm(folder, { recursive: true });
    },
  );

  test('reads standard input', async () => {
    const lines = ['https://zoom.us/j/84100020003', 'https://zoom.us.example/j/84100020003'];
    const { code, stdout } = await run(entry(['inspect', '--batch']), {
      stdin: lines.map((input) => `${JSON.stringify({ input })}\n`).join(''),
    });
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).input),
    ).toEqual(lines);
  });
});

describe('a batch that is long enough for several threads', () => {
  const mail = 'Received: by mx.example.org\r\nFrom: a@example.org\r\n\r\nhttps://us05web-zoom.us/j/81000020003';
  const row = (n: number): string => {
    if (n % 997 === 0) return '{"input": }';
    if (n % 991 === 0) return JSON.stringify({ n, input: mail });
    if (n % 983 === 0) return JSON.stringify({ n, file: 'no-such-file.eml' });
    if (n % 977 === 0) return n % 2 === 0 ? '' : '[1]';
    if (n === 15_001)
      return `{"n":${n},"input":"https://zoom.us/j/1","deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    return JSON.stringify({ n, input: `Grüße 参加 https://us02web.zoom.us/j/${84_100_020_000 + n}?pwd=x${n}` });
  };
  const stdin = Array.from({ length: 20_000 }, (_, n) => row(n + 1)).join('\n');

  test('is answered by both entries as by one thread, byte for byte', async () => {
    const byOne = await greenroom(['inspect', '--batch'], { stdin, cwd: root });
    expect(byOne.code).toBe(65);
    expect(byOne.stdout.split('\n').length).toBeGreaterThan(19_900);
    for (const [, entry] of entries) expect(await run(entry(['inspect', '--batch']), { stdin })).toEqual(byOne);
  });

  /** Loaded before the program in each of its threads: what it does to a text with this word in it. */
  const meeting = (word: string, then: string): string =>
    `data:text/javascript,${encodeURIComponent(`
      import { isMainThread } from 'node:worker_threads';
      const real = String.prototype.matchAll;
      String.prototype.matchAll = function (pattern) {
        if (this.includes('${word}')) { ${then} }
        return real.call(this, pattern);
      };`)}`;
  const rows = (word: string, count: number): string =>
    Array.from(
      { length: count },
      (_, n) => `${JSON.stringify({ n, input: `Join: https://${word}/j/${n} now` })}\n`,
    ).join('');

  test('a line is answered before the next one comes', async () => {
    const child = spawn(process.execPath, [cli, 'inspect', '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    child.stdin.write(rows('zoom.us', 20_000));
    for (let n = 0; n < 20_000; n += 1) await answers.next();
    for (let n = 0; n < 5; n += 1) {
      child.stdin.write(JSON.stringify({ n, input: 'https://zoom.us/j/84100020003' }).concat('\n'));
      expect(JSON.parse((await answers.next()).value ?? '')).toMatchObject({ n, verdict: 'genuine' });
    }
    child.stdin.end();
    expect((await answers.next()).done).toBe(true);
  });

  test('a fault inside is that row’s answer, on whichever thread it comes', async () => {
    const fault = meeting('fault.example', "throw new RangeError('broken on purpose')");
    const { code, stdout, stderr } = await run([process.execPath, ['--import', fault, cli, 'inspect', '--batch']], {
      stdin: `${rows('zoom.us', 10_000)}${rows('fault.example', 1)}`.repeat(2),
    });
    expect(code).toBe(70);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.flatMap(({ error }, index) => (error === undefined ? [] : [index]))).toEqual([10_000, 20_001]);
    expect(stderr.match(/^standard input:\d+:1: a fault in Greenroom itself/gm)).toEqual([
      'standard input:10001:1: a fault in Greenroom itself',
      'standard input:20002:1: a fault in Greenroom itself',
    ]);
  });

  test('a thread that dies costs its own rows their answer, and no other', async () => {
    const death = meeting('zoom.us', 'if (!isMainThread) process.exit(1)');
    const { code, stdout, stderr } = await run([process.execPath, ['--import', death, cli, 'inspect', '--batch']], {
      stdin: rows('zoom.us', 40_000),
    });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ n }) => n)).toEqual(Array.from({ length: 40_000 }, (_, n) => n));
    const lost = answers.filter(({ error }) => error !== undefined);
    expect(stderr.split('\n').length - 1).toBe(lost.length);
    expect(answers.length - lost.length).toBe(answers.filter(({ verdict }) => verdict !== undefined).length);
    // A computer with one processor has one thread, which does not die.
    if (availableParallelism() > 1) expect([code, lost.length > 0]).toEqual([70, true]);
  });
});

// Electron does this by itself on Windows, and nowhere else.
describe.skipIf(findElectron() !== undefined)('where the runtime is that of Windows', () => {
  const onWindows = (words: readonly string[], stdin?: string): Promise<Ended> =>
    run(programCommand(words), {
      ...(stdin === undefined ? {} : { stdin }),
      env: { GREENROOM_STAND_IN_LIKE: 'windows' },
    });

  test('standard input is read, though the runtime shows an empty one', async () => {
    const { stdout } = await onWindows(['inspect', '--batch'], '{"input":"https://zoom.us/j/84100020003"}\n');
    expect(JSON.parse(stdout).verdict).toBe('genuine');
    expect((await onWindows(['inspect', '-'], 'https://zoom.us/j/84100020003')).code).toBe(0);
  });

  test('words that look like an attack end it without a word; as they are documented they do not', async () => {
    const silent = await onWindows(['waive', 'meeting-apps:zoom', '--until', '2099-12-04']);
    expect(silent).toEqual({ code: 255, stdout: '', stderr: '' });
    for (const words of [
      ['waive', 'no-such', 'thing', '--until=2099-12-04'],
      ['--', 'waive', 'no-such:thing', '--until', '2099-12-04'],
    ]) {
      const { code, stderr } = await onWindows(words);
      expect(code).toBe(64);
      expect(stderr).not.toBe('');
    }
  });
});

test('a Node that is too old is told so in one sentence', async () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"version",{value:"v20.18.9"})';
  const { code, stdout, stderr } = await run([process.execPath, ['--import', older, cli, 'check']]);
  expect([code, stdout]).toEqual([64, '']);
  expect(stderr).toMatch(/^Greenroom needs Node >=20\.19; this is v20\.18\.9\. .+\.\n$/);
});
