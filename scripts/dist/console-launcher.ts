/** Owns compiling the launcher of the console kind for Windows (build/console/launcher.c), with MinGW's compiler. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Debian's `gcc-mingw-w64-x86-64`; on Windows where MinGW is installed by most. */
const places: { readonly [K in NodeJS.Platform]?: string } = {
  linux: '/usr/bin/x86_64-w64-mingw32-gcc',
  darwin: '/opt/homebrew/bin/x86_64-w64-mingw32-gcc',
  win32: 'C:\\mingw64\\bin\\gcc.exe',
};

/** The compiler that `MINGW_GCC` names, else the one in the usual place; undefined when it is not there. */
export const findMingw = (): string | undefined => {
  const compiler = process.env.MINGW_GCC || places[process.platform];
  return compiler !== undefined && existsSync(compiler) ? compiler : undefined;
};

/** The same source gives the same bytes. Throws when the compiler refuses. */
export const compileForWindows = (
  compiler: string,
  source: string,
  output: string,
  ...more: readonly string[]
): void => {
  mkdirSync(path.dirname(output), { recursive: true });
  const flags = ['-Wall', '-Wextra', '-Werror', '-Os', '-s', '-Wl,--no-insert-timestamp'];
  execFileSync(compiler, [...flags, ...more, '-o', output, source], { stdio: 'inherit' });
};
