/** Tries `npm start` where Electron cannot show a window: what it says, and what it shows instead. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitCodes } from '../../../electron/core/formats/text.ts';
import { headlineOf } from '../../../electron/core/report/headline.ts';
import { createReportStore } from '../../../electron/engine/storage/report-store.ts';
import { type Ended, runCommand } from './launch.ts';

const jiti = fileURLToPath(new URL('../../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A named runtime that is not there is never fetched, so that no test loads anything. */
const start = (env: Readonly<Record<string, string>>, words: readonly string[] = []): Promise<Ended> =>
  runCommand(process.execPath, [jiti, 'scripts/start.ts', ...words], {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    GREENROOM_STATE: folder,
    ...env,
  });

test('without a display it says so in one line, and prints the report with its exit code', async () => {
  const started = await start({ DISPLAY: '', WAYLAND_DISPLAY: '' });
  const said = started.stderr.trim().split('\n');
  expect(said).toHaveLength(1);
  expect(said[0]).toBe('There is no display: this is the report.');
  // Held against the report it stored, not against a second run: what the computer does meanwhile may change the answer.
  const { latest } = await createReportStore(folder).load();
  if (latest === null) throw new Error('No report was stored.');
  expect(started.code).toBe(exitCodes[latest.verdict]);
  expect(started.stdout.split('\n')[0]).toBe(headlineOf(latest));
});

test.skipIf(process.platform !== 'linux')(
  'a runtime that is there is not started without a display either',
  async () => {
    const [runtime, marker] = [path.join(folder, 'electron'), path.join(folder, 'started')];
    await writeFile(runtime, `#!/bin/sh\ntouch '${marker}'\nkill -TRAP $$\n`, { mode: 0o755 });
    const { stdout, stderr } = await start({ DISPLAY: '', WAYLAND_DISPLAY: '' });
    expect(stderr.trim()).toBe('There is no display: this is the report.');
    expect(stdout).not.toBe('');
    expect(existsSync(marker)).toBe(false);
  },
);

test('words are answered in the terminal, with nothing beside the answer', async () => {
  const { code, stdout, stderr } = await start({}, ['checks']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('os-supported');
});
