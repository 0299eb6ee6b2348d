/** Owns Windows programs on Linux: Wine with a Windows of its own, which goes with the test. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROGRAM = '/usr/lib/wine/wine64';

export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Windows {
  /** Where its drive C: is. */
  readonly drive: string;
  /** Runs a program to its end. */
  run(...words: readonly string[]): Said;
  /** The same with a console, as a person sees it. */
  onConsole(...words: readonly string[]): string;
  /** Starts a program and goes on. */
  start(...words: readonly string[]): ReturnType<typeof spawn>;
  /** The value of a name in the registry; undefined when it has none. */
  registry(key: string, name: string): string | undefined;
  remove(): Promise<void>;
}

/** A path of this computer as Windows programs under Wine know it. */
export const windowsPath = (file: string): string => `Z:${file.replaceAll('/', '\\')}`;

const lines = (text: string): string => text.replaceAll('\r\n', '\n');

export const makeWindows = (): Windows => {
  const prefix = mkdtempSync(path.join(tmpdir(), 'greenroom-wine-'));
  const env = {
    ...process.env,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    // The last one would write menus into the real home.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
    DISPLAY: '',
    // File names of this computer are read by it.
    LC_ALL: 'C.UTF-8',
    SESSIONNAME: 'Console',
  };
  /** Into files: what a program leaves running would hold a pipe open. */
  const runTo = (program: string, words: readonly string[]): Said => {
    const [out, err] = [path.join(prefix, 'stdout'), path.join(prefix, 'stderr')];
    const descriptors = [openSync(out, 'w'), openSync(err, 'w')] as const;
    const { status } = spawnSync(program, words, { env, stdio: ['ignore', ...descriptors] });
    for (const descriptor of descriptors) closeSync(descriptor);
    return { code: status, stdout: lines(readFileSync(out, 'utf8')), stderr: lines(readFileSync(err, 'utf8')) };
  };
  const run = (...words: readonly string[]): Said => runTo(PROGRAM, words);
  // Kept between programs: each would start Windows' services again.
  spawnSync('/usr/lib/wine/wineserver64', ['-p'], { env, stdio: 'ignore' });
  run('wineboot', '-i');
  return {
    drive: path.join(prefix, 'drive_c'),
    run,
    onConsole: (...words) => {
      const command = [PROGRAM, ...words].map((word) => `'${word}'`).join(' ');
      const { stdout } = runTo('/usr/bin/script', ['-qec', command, '/dev/null']);
      // What moves the cursor is no text.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a terminal is told with.
      return stdout.replace(/\u001b\[[?\d;]*[a-zA-Z]/g, '').replace(/\r+\n/g, '\n');
    },
    start: (...words) => spawn(PROGRAM, words, { env, stdio: ['ignore', 'pipe', 'pipe'] }),
    registry: (key, name) =>
      new RegExp(`^ +${name} +REG_\\w+ +(.*)$`, 'm').exec(run('reg', 'query', key, '/v', name).stdout)?.[1],
    remove: async () => {
      spawnSync('/usr/lib/wine/wineserver64', ['-k'], { env, stdio: 'ignore' });
      await rm(prefix, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
