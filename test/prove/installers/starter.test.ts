/** Proves the starter of the tar.gz: with its sandbox or not at all, and then with words, a remedy, and the report in the terminal. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfNeeded } from '../../../scripts/build.ts';
import { makeTars } from '../../../scripts/dist/tar.ts';
import { proof, withoutRoot } from '../proof.ts';

let folder = '';
let unpacked = '';

proof('tar.gz', [withoutRoot()], () => {
  beforeAll(async () => {
    await buildIfNeeded();
    folder = mkdtempSync(path.join(tmpdir(), 'greenroom-starter-'));
    const program = path.join(folder, 'out/linux-unpacked');
    mkdirSync(program, { recursive: true });
    writeFileSync(path.join(program, 'greenroom'), '#!/bin/sh\necho "started with: $*"\n', { mode: 0o755 });
    writeFileSync(path.join(program, 'chrome-sandbox'), '', { mode: 0o755 });
    makeTars(path.join(folder, 'out'), '1.2.3', 1_000_000_000);
    execFileSync('/bin/tar', ['-xzf', path.join(folder, 'out/greenroom-1.2.3-linux-x64.tar.gz'), '-C', folder]);
    unpacked = path.join(folder, 'greenroom-1.2.3');
    // Whoever unpacks it owns it; here everybody may read it.
    for (const name of [folder, unpacked]) chmodSync(name, 0o755);
    cpSync(process.execPath, path.join(folder, 'bin/node'));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  interface Where {
    readonly display?: string;
    /** Whether this Linux gives user namespaces. */
    readonly namespaces?: boolean;
    readonly root?: boolean;
  }
  const start = (words: readonly string[], { display = ':9', namespaces = true, root = false }: Where) => {
    // Of a kernel that lets one more be made, this account is in the last: the starter gets none.
    const inside = `echo ${namespaces ? 100 : 1} > /proc/sys/user/max_user_namespaces; exec "$@"`;
    const account = root ? [] : ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
    const { status, stdout, stderr } = spawnSync(
      '/usr/bin/unshare',
      [
        ...['--user', '--map-root-user', '--', 'sh', '-c', inside, 'sh'],
        ...[...account, path.join(unpacked, 'greenroom'), ...words],
      ],
      {
        encoding: 'utf8',
        env: {
          PATH: `${path.join(folder, 'bin')}:/usr/bin:/bin`,
          DISPLAY: display,
          GREENROOM_STATE: path.join(folder, 'state'),
        },
      },
    );
    return { status, stdout, stderr };
  };

  test('where user namespaces are given it starts the program, with every word as it was', () => {
    expect(start(['--hidden', 'a b.ics'], {})).toMatchObject({ status: 0, stdout: 'started with: --hidden a b.ics\n' });
  });

  test('where they are not it starts nothing, says what helps, and prints its report', () => {
    const { status, stdout, stderr } = start([], { namespaces: false });
    expect(stdout).not.toContain('started');
    expect(stdout.split('\n').length).toBeGreaterThan(5);
    expect(status).toBeLessThan(64);
    const helper = path.join(unpacked, 'program/chrome-sandbox');
    expect(stderr.trim().split('\n')[0]).toBe(
      `Linux forbids Greenroom’s sandbox, without which it opens no window; an administrator allows it by: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    );
  });

  test('a verb is answered there all the same', () => {
    expect(start(['checks'], { namespaces: false })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('os-supported'),
    });
  });

  test('as root, and without a screen, it says so and prints its report', () => {
    expect(start(['checks'], { root: true }).stderr).toContain('as root');
    expect(start(['--hidden'], { display: '' }).stderr).toContain('no screen');
    expect(start(['checks'], { display: '' }).stdout).toBe('started with: checks\n');
  });
});
