/** Owns a computer on which everything goes wrong: programs that fail in all their ways, folders that never answer, pipes for files. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mountHanging, withoutFuse } from '../../test/prove/hanging-mount.ts';

/** Ways in which a program fails, as the shell says them. */
const WAYS = [
  'trap "" TERM INT HUP; sleep 9999 & wait',
  'kill -SEGV $$',
  'head -c 3000000 /dev/urandom',
  'yes',
  'yes >&2',
  'while :; do echo x; sleep 0.1; done',
  'exit 0',
  'exit 1',
  'printf \'{"a":[1,\'',
  "printf 'E: Erreur à la ligne 1\\n' >&2; exit 100",
  "printf '\\000\\377\\376'",
] as const;

/** Below home. */
const PLACES = ['Downloads', '.config', '.var', '.local', '.cache'];
const PIPES = ['Downloads/zoom_amd64.deb', '.config/zoomus.conf', '.local/pipe'];

export interface FaultyComputer {
  readonly disk: string;
  /** As its programs know it, without the disk before it. */
  readonly home: string;
  /** A program that was asked for is there from the next round on. */
  want(program: string): void;
  programs(): number;
  /** Makes everything go wrong in another way; three places hang where they can be made to. */
  spoil(): void;
  /** What hung answers again. */
  recover(): void;
}

/** Why no folder can be made to hang here; undefined where it can. */
export const withoutHanging = (): string | undefined =>
  process.getuid?.() === 0 ? withoutFuse() : 'it needs to be run as root';

export const faultyComputer = (folder: string, pick: <T>(list: readonly T[]) => T): FaultyComputer => {
  const disk = path.join(folder, 'disk');
  const home = `/home/${path.basename(folder)}`;
  const own = disk + home;
  const programs = new Set<string>();
  let hanging: (() => void)[] = [];
  mkdirSync(own, { recursive: true });
  for (const name of ['etc', 'var', 'sys', 'proc']) symlinkSync(`/${name}`, path.join(disk, name));
  for (const place of PLACES) mkdirSync(path.join(own, place));
  for (const pipe of PIPES) execFileSync('/usr/bin/mkfifo', [path.join(own, pipe)]);
  const canHang = withoutHanging() === undefined;
  const recover = (): void => {
    for (const end of hanging) end();
    hanging = [];
  };
  return {
    disk,
    home,
    want: (program) => void programs.add(program),
    programs: () => programs.size,
    spoil: () => {
      recover();
      for (const program of programs) {
        const file = disk + program;
        mkdirSync(path.dirname(file), { recursive: true });
        // A file of its own each time: the old one may be about to run.
        rmSync(file, { force: true });
        writeFileSync(file, `#!/bin/sh\n${pick(WAYS)}\n`, { mode: pick([0o755, 0o755, 0o755, 0o644]) });
      }
      const left = [...PLACES];
      for (let n = 0; canHang && n < 3; n += 1) {
        const [place = ''] = left.splice(left.indexOf(pick(left)), 1);
        const at = path.join(own, place);
        if (!existsSync(at)) continue;
        const answer = mountHanging('silent', at);
        hanging.push(() => {
          answer();
          execFileSync('umount', ['-l', at]);
        });
      }
    },
    recover,
  };
};
