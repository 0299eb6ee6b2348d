/** Owns whether Linux lets Electron's sandbox work: known before the start, which would end without a word. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const setting = (root: string, name: string): string =>
  read(path.join(root, 'proc/sys', name.replaceAll('.', '/')))?.trim() ?? '';

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Chromium's older way, which needs no user namespaces: a helper that belongs to root and has its rights. */
const hasHelper = (electron: string): boolean => {
  const helper = statSync(path.join(path.dirname(electron), 'chrome-sandbox'), { throwIfNoEntry: false });
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
};

/** An administrator has allowed this program what others are forbidden. */
const hasProfile = (root: string, electron: string): boolean => {
  const folder = path.join(root, 'etc/apparmor.d');
  try {
    return readdirSync(folder).some((name) => read(path.join(folder, name))?.includes(electron));
  } catch {
    return false;
  }
};

/** The setting of a Linux (below `root`) that keeps the sandbox of this runtime from working, as it must be; undefined where none does. */
export const sandboxForbiddenBy = (electron: string, root = '/'): string | undefined => {
  if (hasHelper(electron)) return undefined;
  if (setting(root, 'user.max_user_namespaces') === '0') return 'user.max_user_namespaces=10000';
  if (setting(root, 'kernel.unprivileged_userns_clone') === '0') return 'kernel.unprivileged_userns_clone=1';
  if (setting(root, 'kernel.apparmor_restrict_unprivileged_userns') === '1' && !hasProfile(root, electron))
    return 'kernel.apparmor_restrict_unprivileged_userns=0';
  return undefined;
};

/** What an administrator can do about it, once and for this runtime alone. */
export const sandboxRemedy = (electron: string): string => {
  const helper = path.join(path.dirname(electron), 'chrome-sandbox');
  return `An administrator allows it by “sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'”.`;
};
