/** The built program in the pseudo-language: its tray, its menu and its terminal, from their first word on. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainWords } from '../../../electron/core/messages/pseudo.ts';
import { findElectron } from '../../../scripts/start/runtime.ts';
import type { MenuEntry } from '../../doubles/electron/record.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { recordOf, whenIdle } from './program-state.ts';

const labelsOf = (menu: readonly MenuEntry[]): readonly string[] =>
  menu.flatMap(({ label, role, submenu = [] }) => [
    // What has a role is named by the system.
    ...(role === undefined && label !== undefined ? [label] : []),
    ...labelsOf(submenu),
  ]);

const plain = (texts: readonly string[]): readonly string[] => texts.filter((text) => plainWords(text).length > 0);

describe.skipIf(findElectron() !== undefined)('tray and menu', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp({ env: { GREENROOM_LANG: 'pseudo' } });
  });
  afterAll(() => app?.stop());

  test('speak it', async () => {
    await whenIdle(app);
    await expect.poll(async () => (await recordOf(app)).tray?.menu.some(({ id }) => id === 'check')).toBe(true);
    const { tray, menu } = await recordOf(app);
    const labels = [...labelsOf(tray?.menu ?? []), ...labelsOf(menu)];
    expect(labels.length).toBeGreaterThan(12);
    expect(plain(labels)).toEqual([]);
    expect(plain([(tray?.tooltip ?? 'none').replace('Greenroom', '')])).toEqual([]);
  });
});

test('the terminal speaks it, and leaves JSON in English', () => {
  const cli = fileURLToPath(new URL('../../../dist/main/cli.js', import.meta.url));
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [cli, ...words], {
      encoding: 'utf8',
      env: { ...process.env, GREENROOM_LANG: 'pseudo' },
    }).stdout;
  const machine = '--machine=test/machines/macos-26-exposed.json';
  const lines = run('check', machine).split('\n');
  expect(plain(lines.map((line) => line.replace('--details', '')))).toEqual([]);
  expect(lines.length).toBeGreaterThan(10);
  expect(run('check', '--json', machine)).not.toMatch(/\\u200f/);
});
