/** Owns where Electron's runtime is on this machine, if it is. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('../node_modules/electron/dist', import.meta.url));
const executables: { readonly [K in NodeJS.Platform]?: string } = {
  linux: 'electron',
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** The folder with the runtime: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, else the one electron's installer fills. */
export const electronDist = (): string => process.env.ELECTRON_OVERRIDE_DIST_PATH || installed;

/** The runtime's executable; undefined when it is not there. */
export const findElectron = (): string | undefined => {
  const executable = path.join(electronDist(), executables[process.platform] ?? 'electron');
  return existsSync(executable) ? executable : undefined;
};
