/** Tries what `npm start` starts, and what it says, on computers on which Electron would end without a word. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runToEnd } from '../../scripts/build.ts';
import { type StartFacts, sandboxForbiddenBy, sentenceOfEnd, startOf } from '../../scripts/start-way.ts';

const fine: StartFacts = {
  electron: '/runtime/electron',
  hasBrowser: true,
  hasDisplay: true,
  isRoot: false,
  sandboxForbiddenBy: undefined,
};

test('Electron, without a word, where nothing speaks against it', () => {
  expect(startOf(fine)).toEqual({ way: 'electron', sentence: null });
});

test.each<[Partial<StartFacts>, RegExp]>([
  [{ electron: undefined }, /could not be fetched.*ELECTRON_MIRROR/],
  [{ isRoot: true }, /as root.*ordinary account/],
  [{ sandboxForbiddenBy: 'kernel.unprivileged_userns_clone=1' }, /sysctl -w kernel.unprivileged_userns_clone=1”/],
])('%j: why, the remedy and what is shown instead', (facts, why) => {
  const inBrowser = startOf({ ...fine, ...facts });
  expect(inBrowser.way).toBe('browser');
  expect(inBrowser.sentence).toMatch(new RegExp(`${why.source}.*browser instead`));
  const inTerminal = startOf({ ...fine, ...facts, hasBrowser: false });
  expect(inTerminal.way).toBe('terminal');
  expect(inTerminal.sentence).toMatch(new RegExp(`${why.source}.*this is the report`));
});

test('without a display nothing is started that needs one', () => {
  expect(startOf({ ...fine, hasDisplay: false })).toEqual({
    way: 'terminal',
    sentence: 'There is no display: this is the report.',
  });
});

describe.skipIf(process.platform === 'win32')('a runtime that a signal ends', () => {
  const endBy = (signal: string) => runToEnd('/bin/sh', ['-c', `kill -${signal} $$`]);

  test('is told, with the exit code that a shell gives', async () => {
    const { code, signal } = await endBy('TRAP');
    expect(code).toBe(133);
    expect(sentenceOfEnd(signal)).toMatch(/SIGTRAP.*npm start -- check/);
  });

  test('is no news where somebody asked for it', async () => {
    const { code, signal } = await endBy('TERM');
    expect(code).toBe(143);
    expect(sentenceOfEnd(signal)).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('the system’s word on the sandbox', () => {
  let root = '';
  let electron = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'greenroom-sandbox-'));
    electron = path.join(root, 'runtime/electron');
    write('runtime/electron', '');
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };

  test('is none where no setting forbids it', () => {
    expect(sandboxForbiddenBy(electron, root)).toBeUndefined();
    write('proc/sys/kernel/apparmor_restrict_unprivileged_userns', '0\n');
    write('proc/sys/user/max_user_namespaces', '63000\n');
    expect(sandboxForbiddenBy(electron, root)).toBeUndefined();
  });

  test.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1\n', 'kernel.apparmor_restrict_unprivileged_userns=0'],
    ['kernel/unprivileged_userns_clone', '0\n', 'kernel.unprivileged_userns_clone=1'],
    ['user/max_user_namespaces', '0\n', 'user.max_user_namespaces=10000'],
  ])('is a no in %s', (name, value, remedy) => {
    write(`proc/sys/${name}`, value);
    expect(sandboxForbiddenBy(electron, root)).toBe(remedy);
  });

  test('is a yes again for a program with a profile of its own', () => {
    write('proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1\n');
    write('etc/apparmor.d/electron', `profile electron "${electron}" flags=(unconfined) { userns, }`);
    expect(sandboxForbiddenBy(electron, root)).toBeUndefined();
  });

  test('does not matter beside the helper, which must have its rights', () => {
    write('proc/sys/user/max_user_namespaces', '0\n');
    write('runtime/chrome-sandbox', '');
    expect(sandboxForbiddenBy(electron, root)).toBe('user.max_user_namespaces=10000');
    if (process.getuid?.() !== 0) return;
    chmodSync(path.join(root, 'runtime/chrome-sandbox'), 0o4755);
    expect(sandboxForbiddenBy(electron, root)).toBeUndefined();
  });
});
