/** Tries `npm start` where there is no Electron: what it says, and what it shows instead. */
import { mkdtemp, rm } from 'node:fs/promises';
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
const start = (env: Readonly<Record<string, string>>): Promise<Ended> =>
  runCommand(process.execPath, [jiti, 'scripts/start.ts'], {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    GREENROOM_STATE: folder,
    ...env,
  });

test('without a display it says so in one line, and prints the report with its exit code', async () => {
  const started = await start({ DISPLAY: '', WAYLAND_DISPLAY: '' });
  const said = started.stderr.trim().split('\n');
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/ELECTRON_MIRROR.*ELECTRON_OVERRIDE_DIST_PATH.*report/);
  // Held against the report it stored, not against a second run: what the computer does meanwhile may change the answer.
  const { latest } = await createReportStore(folder).load();
  if (latest === null) throw new Error('No report was stored.');
  expect(started.code).toBe(exitCodes[latest.verdict]);
  expect(started.stdout.split('\n')[0]).toBe(headlineOf(latest));
});
