/** Owns a whole Debian in a folder, fetched for the test; as root. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** With an ordinary account, "ada", a Node of this computer, and the packages as /first.deb and /newer.deb. */
export const makeChroot = (root: string, suite: string, [first = '', newer = '']: readonly string[]): void => {
  execFileSync('/usr/bin/mmdebstrap', ['--variant=apt', '--include=passwd', '--quiet', suite, root], { stdio: 'pipe' });
  copyFileSync(first, path.join(root, 'first.deb'));
  copyFileSync(newer, path.join(root, 'newer.deb'));
  copyFileSync(process.execPath, path.join(root, 'usr/local/bin/node'));
  // Services are none of its business, and there are none.
  writeFileSync(path.join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  inChroot(root, 'apt-get', 'update');
  inChroot(root, 'useradd', '--create-home', 'ada');
};

/** Throws with what was said when the program fails. */
export const inChroot = (root: string, ...words: readonly string[]): string =>
  execFileSync('/usr/bin/unshare', ['--mount', '--pid', '--fork', '--mount-proc', `--root=${root}`, ...words], {
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
