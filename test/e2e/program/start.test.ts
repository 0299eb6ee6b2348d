/** Tries `npm start` where Electron cannot show a window: what it says, and what it shows instead. */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitCodes } from '../../../electron/core/formats/text.ts';
import { headlineOf } from '../../../electron/core/report/headline.ts';
import { createReportStore } from '../../../electron/engine/storage/report-store.ts';
import { type Ended, runCommand } from './launch.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';
/** A display that answers, and on which nothing is ever seen. */
const display = createServer();
const socket = () => path.join(folder, 'wayland-0');
const state = () => path.join(folder, 'state');
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-start-'));
  if (process.platform === 'linux') await new Promise<void>((resolve) => display.listen(socket(), resolve));
});
afterAll(async () => {
  if (display.listening) await new Promise((resolve) => display.close(resolve));
  await rm(folder, { recursive: true });
});

/** A named runtime that is not there is never fetched, so that no test loads anything. */
const start = (env: Readonly<Record<string, string>>, words: readonly string[] = []): Promise<Ended> =>
  runCommand(process.execPath, ['scripts/start.mjs', ...words], {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    GREENROOM_STATE: state(),
    ...env,
  });

test('without a display it says so in one line, and prints the report with its exit code', async () => {
  const started = await start({ DISPLAY: '', WAYLAND_DISPLAY: '' });
  const said = started.stderr.trim().split('\n');
  expect(said).toHaveLength(1);
  expect(said[0]).toBe('There is no display. This is the report.');
  // Held against the report it stored, not against a second run: what the computer does meanwhile may change the answer.
  const { latest } = await createReportStore(state()).load();
  if (latest === null) throw new Error('No report was stored.');
  expect(started.code).toBe(exitCodes[latest.verdict]);
  expect(started.stdout.split('\n')[0]).toBe(headlineOf(latest));
});

const script = async (name: string, lines: string): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${lines}\n`);
  await chmod(file, 0o755);
  return file;
};

test.skipIf(process.platform !== 'linux')(
  'a runtime that is there is not started without a display either',
  async () => {
    const marker = path.join(folder, 'started');
    await script('electron', `touch '${marker}'\nkill -TRAP $$`);
    const { stdout, stderr } = await start({ DISPLAY: ':6553', WAYLAND_DISPLAY: '' });
    expect(stderr.trim()).toBe('The display “:6553” does not answer. This is the report.');
    expect(stdout).not.toBe('');
    expect(existsSync(marker)).toBe(false);
  },
);

test.skipIf(process.platform !== 'linux')(
  'a runtime and a browser that are there and end at once: a sentence each, and the report',
  async () => {
    await script(
      'electron',
      'echo "FATAL: The SUID sandbox helper binary was found, but is not configured correctly." >&2; kill -TRAP $$',
    );
    const browser = await script('browser', 'echo "FATAL: No usable sandbox!" >&2; exit 1');
    const started = await start({ DISPLAY: '', WAYLAND_DISPLAY: socket(), GREENROOM_BROWSER: browser });
    const [electron, standIn, ...more] = started.stderr
      .trim()
      .split('\n')
      .filter((line) => !/not up yet/.test(line));
    expect(electron).toMatch(
      process.getuid?.() === 0
        ? /^Electron does not start as root; .* browser instead\.$/
        : /sandbox cannot work here.*browser instead\.$/,
    );
    expect(standIn).toMatch(
      /^The browser could not start, because its sandbox .*chromium-sandbox”\. This is the report\.$/,
    );
    expect(more).toEqual([]);
    const { latest } = await createReportStore(state()).load();
    if (latest === null) throw new Error('No report was stored.');
    expect(started.code).toBe(exitCodes[latest.verdict]);
    expect(started.stdout.split('\n')[0]).toBe(headlineOf(latest));
  },
);

test('before “npm ci” it says what to do', async () => {
  const project = path.join(folder, 'project');
  await mkdir(path.join(project, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'scripts/start.mjs'])
    await copyFile(path.join(root, name), path.join(project, name));
  const { code, stderr } = await runCommand(process.execPath, [path.join(project, 'scripts/start.mjs')]);
  expect([code, stderr.trim()]).toEqual([
    1,
    'What Greenroom is built with is not installed yet. Run “npm ci” first, then start again.',
  ]);
});

test('words are answered in the terminal, with nothing beside the answer', async () => {
  const { code, stdout, stderr } = await start({}, ['checks']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('os-supported');
});
