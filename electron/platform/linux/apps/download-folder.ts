/** Owns finding the folder that a Linux desktop downloads to: in other languages it has another name. */
import { posix } from 'node:path';
import type { Machine } from '../../machine/machine.ts';

/** `XDG_DOWNLOAD_DIR="$HOME/Téléchargements"` of user-dirs.dirs; `Downloads` below the home folder where it names none. */
export const downloadFolderIn = (userDirs: string, home: string): string => {
  const value = /^XDG_DOWNLOAD_DIR="([^"\n]{1,1000})"/m.exec(userDirs)?.[1];
  const folder = value?.replace(/^\$HOME(?=\/|$)/, home).replace(/\/+$/, '');
  // A desktop without such a folder names the home folder itself.
  return folder !== undefined && posix.isAbsolute(folder) && folder !== home ? folder : `${home}/Downloads`;
};

export const downloadFolder = async (machine: Machine): Promise<string> => {
  const { home } = machine.host;
  const settings = machine.variable('XDG_CONFIG_HOME') ?? `${home}/.config`;
  return downloadFolderIn((await machine.readText(`${settings}/user-dirs.dirs`, { maxBytes: 65_536 })) ?? '', home);
};
