/** Tries that a runtime which is there but not whole, or another one, is never taken for Electron. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { findRuntime } from '../../../scripts/start/runtime.ts';

const { electron: wanted } = packageJson.devDependencies;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-runtime-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o755 });
  }
};

describe.skipIf(process.platform !== 'linux')('Electron in its package', () => {
  const whole = { 'dist/electron': '#!/bin/sh', 'dist/version': wanted, 'path.txt': 'electron' };

  test('is there when it is whole', () => {
    write(whole);
    expect(findRuntime('', folder)).toEqual({ state: 'ready', executable: path.join(folder, 'dist/electron') });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['nothing', {}],
    ['a program without the files written last', { 'dist/electron': '#!/bin/sh' }],
    ['a cut-off unpacking', { 'dist/electron': '#!/bin/sh', 'dist/version': wanted }],
    ['an empty program', { ...whole, 'dist/electron': '' }],
    ['another version', { ...whole, 'dist/version': '12.0.0' }],
  ])('with %s is to be fetched', (_, files) => {
    write(files);
    expect(findRuntime(undefined, folder)).toEqual({ state: 'absent' });
  });
});

describe.skipIf(process.platform !== 'linux')('Electron that a person named', () => {
  test('is started', () => {
    write({ electron: '#!/bin/sh', version: `v${wanted}` });
    expect(findRuntime(folder)).toEqual({ state: 'ready', executable: path.join(folder, 'electron') });
  });

  test.each<[Readonly<Record<string, string>>, string]>([
    [{}, 'where no Electron is'],
    [{ electron: '' }, 'where Electron is not whole: its program cannot be run'],
    [{ electron: '#!/bin/sh', version: '12.0.0' }, `where Electron 12.0.0 is; Greenroom needs ${wanted}`],
  ])('is told why it is not, and never fetched: %j', (files, why) => {
    write(files);
    expect(findRuntime(folder)).toEqual({
      state: 'unusable',
      why: `ELECTRON_OVERRIDE_DIST_PATH names “${folder}”, ${why}.`,
    });
  });
});
