/**
 * Owns the tar.gz for Linux: the unpacked program behind a starter that never starts it without its sandbox, and the command line for a
 * Node that is there. The same input gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build.ts';

/** One for each unpacked program in `output`. `seconds`: since 1970, what everything is dated with. */
export const makeTars = (output: string, version: string, seconds: number): void => {
  for (const folder of readdirSync(output)) {
    const [whole, arch = 'x64'] = /^linux-(?:(\w+)-)?unpacked$/.exec(folder) ?? [];
    if (whole === undefined) continue;
    const name = `greenroom-${version}`;
    const moved = (from: string, to: string): string => `--transform=flags=r;s,^${from},${name}/${to},`;
    execFileSync('/usr/bin/tar', [
      ...['--create', '--gzip', `--file=${path.join(output, `${name}-linux-${arch}.tar.gz`)}`],
      ...[
        '--exclude=licences.md',
        '--sort=name',
        '--numeric-owner',
        '--owner=0',
        '--group=0',
        `--mtime=@${seconds}`,
        '--mode=u=rwX,go=rX',
      ],
      moved('start\\.sh$', 'greenroom'),
      moved(folder, 'program'),
      moved('main', 'terminal/dist/main'),
      moved('package\\.json$', 'terminal/package.json'),
      ...['-C', path.join(root, 'build/linux'), 'start.sh'],
      ...['-C', output, folder],
      ...['-C', path.join(root, 'dist'), 'main'],
      ...['-C', root, 'package.json'],
    ]);
  }
};
