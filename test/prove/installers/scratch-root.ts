/** Owns a root folder of its own, with as much of a Linux in it as the scripts of a package call; for tests as root. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const programs = ['bash', 'rm', 'ln', 'chmod', 'cp', 'readlink', 'unshare', 'true', 'sh'];

/** Its libraries, by the loader's own word. */
const librariesOf = (program: string): readonly string[] =>
  [...execFileSync('/usr/bin/ldd', [program], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g)].map(([, at = '']) => at);

const copyInto = (root: string, file: string): void => {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  copyFileSync(file, path.join(root, file));
};

/** `more`: further programs by their paths. AppArmor is there by name only: it says yes to everything. */
export const makeScratchRoot = (root: string, more: readonly string[] = []): void => {
  for (const folder of [
    'usr/bin',
    'usr/sbin',
    'usr/lib',
    'usr/lib64',
    'etc/apparmor.d',
    'opt',
    'usr/share',
    'proc',
    'dev',
  ])
    mkdirSync(path.join(root, folder), { recursive: true });
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(`usr/${name}`, path.join(root, name));
  for (const program of [...programs.map((name) => `/usr/bin/${name}`), ...more]) {
    copyInto(root, program);
    for (const library of librariesOf(program)) copyInto(root, library);
  }
  // What every desktop has, also without us.
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512].map((size) => `icons/hicolor/${size}x${size}/apps`);
  for (const folder of [
    'opt',
    ...['applications', 'licenses', 'man/man1', 'metainfo', ...sizes].map((name) => `usr/share/${name}`),
  ]) {
    mkdirSync(path.join(root, folder), { recursive: true });
    writeFileSync(path.join(root, folder, 'of-another'), '');
  }
  // An ordinary file: whatever is written there is of no use to anybody.
  writeFileSync(path.join(root, 'dev/null'), '');
  for (const name of ['apparmor_status', 'apparmor_parser'])
    writeFileSync(path.join(root, 'usr/sbin', name), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
};

/** Every file and folder below it, but for the package manager's own books. */
export const filesBelow = (root: string, but: RegExp): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => !but.test(name))
    .sort();
