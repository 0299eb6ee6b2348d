/** Tries whether Linux' word on Electron's sandbox is read rightly, on made-up computers. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sandboxForbiddenBy } from '../../../scripts/start/sandbox.ts';

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
