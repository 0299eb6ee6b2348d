/** Owns the choice of what `npm start` starts: Electron, the stand-in for it in a browser, or the report in the terminal, and why. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export type Way = 'electron' | 'browser' | 'terminal';

export interface StartFacts {
  /** The runtime's executable, if it is there. */
  readonly electron: string | undefined;
  readonly hasBrowser: boolean;
  readonly hasDisplay: boolean;
  /** Linux only: there Electron refuses to start as root. */
  readonly isRoot: boolean;
  /** The system's setting that keeps Electron's sandbox from working; undefined where it works. */
  readonly sandboxForbiddenBy: string | undefined;
}

/** What is started, and the sentence that is said before; null where it is what was wanted. */
export interface Start {
  readonly way: Way;
  readonly sentence: string | null;
}

const withoutElectron = ({ electron, isRoot, sandboxForbiddenBy }: StartFacts): string | null => {
  if (electron === undefined)
    return 'Electron is not on this computer and could not be fetched; set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.';
  if (isRoot) return 'Electron does not start as root; start it from an ordinary account.';
  return sandboxForbiddenBy === undefined
    ? null
    : `Electron’s sandbox cannot work here: this system forbids it user namespaces. An administrator allows them until the next restart by “sysctl -w ${sandboxForbiddenBy}”.`;
};

export const startOf = (facts: StartFacts): Start => {
  if (!facts.hasDisplay) return { way: 'terminal', sentence: 'There is no display: this is the report.' };
  const why = withoutElectron(facts);
  if (why === null) return { way: 'electron', sentence: null };
  return facts.hasBrowser
    ? { way: 'browser', sentence: `${why} Showing Greenroom in the installed browser instead.` }
    : { way: 'terminal', sentence: `${why} There is no browser of the Chromium family either: this is the report.` };
};

/** How a person or the system ends a program. */
const asked: readonly (NodeJS.Signals | null)[] = [null, 'SIGINT', 'SIGTERM', 'SIGHUP'];

/** Said once the runtime has ended; null where that was asked for. */
export const sentenceOfEnd = (signal: NodeJS.Signals | null): string | null =>
  asked.includes(signal)
    ? null
    : `Electron was ended by ${signal}. “npm start -- check” gives the report in the terminal.`;

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
