/** Owns finding the folder that a Linux desktop downloads to: in other languages it has another name. */
import { posix } from 'node:path';
import type { Machine } from '../machine.ts';

/** `XDG_DOWNLOAD_DIR="$HOME/Téléchargements"` of user-dirs.dirs; only places below the home folder or absolute ones count. */
export const downloadFolder = async (machine: Machine): Promise<string> => {
  const { home } = machine.host;
  const settings = machine.variable('XDG_CONFIG_HOME') ?? `${home}/.config`;
  const text = (await machine.readText(`${settings}/user-dirs.dirs`, { maxBytes: 65_536 })) ?? '';
  const value = /^XDG_DOWNLOAD_DIR="([^"\n]{1,1000})"/m.exec(text)?.[1];
  const folder = value?.replace(/^\$HOME(?=\/|$)/, home).replace(/\/+$/, '');
  // A desktop without such a folder names the home folder itself.
  return folder !== undefined && posix.isAbsolute(folder) && folder !== home ? folder : `${home}/Downloads`;
};
