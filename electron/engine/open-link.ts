/** Owns giving a link to the system, without a shell and by the full path of the system's own opener. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Platform } from '../core/facts/index.ts';

/** A folder of this computer: a program on a share would be somebody else's. */
const isWhole = (folder: string | undefined): folder is string => folder !== undefined && /^[a-z]:\\/i.test(folder);

/** Program and arguments that open `link`, which must have passed a rule of its own before. */
export const openerFor = (
  platform: Platform,
  link: string,
  systemRoot: string | undefined = process.env.SystemRoot,
): readonly [program: string, args: readonly string[]] => {
  switch (platform) {
    case 'linux':
      return ['/usr/bin/xdg-open', [link]];
    case 'darwin':
      return ['/usr/bin/open', [link]];
    case 'win32':
      return [
        path.win32.join(isWhole(systemRoot) ? systemRoot : 'C:\\Windows', 'System32', 'rundll32.exe'),
        ['url.dll,FileProtocolHandler', link],
      ];
  }
};

/** Resolves to false when the system's opener is not there or says at once that it cannot. It goes on after this program. */
export const openWithSystem = (platform: Platform, link: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [program, args] = openerFor(platform, link);
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    // A browser that is started by the opener may keep it running: after a moment it counts as opened.
    const timer = setTimeout(() => resolve(true), 3000);
    const settle = (opened: boolean): void => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
    child.unref();
  });
