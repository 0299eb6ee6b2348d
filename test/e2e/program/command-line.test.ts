/** Tries the command line of the built program by both its entries: all of the output arrives, and what Windows' runtime does to words and input. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findElectron } from '../../../scripts/electron-runtime.ts';
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
