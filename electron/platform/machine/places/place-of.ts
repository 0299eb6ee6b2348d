/** Owns the question where a path lies: with the system, which always answers, or in a place of a person's that may hang. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Platform } from '../../../core/facts/index.ts';
import { MOUNTS, type Mount, mountOf, parseMounts } from '../../linux/drives/mounts.ts';
import type { Host } from '../machine.ts';

/** Folders on the disk that the system runs from. Whatever a person, a server or a drive puts anywhere else may hang. */
const ofSystem: Readonly<Record<Platform, RegExp>> = {
  linux:
    /^\/(?:proc|sys|dev|etc|bin|sbin|lib\w*|boot|usr\/(?:bin|sbin|lib\w*|share)|var\/(?:lib|log|cache)|run\/(?!media(?:\/|$)|user(?:\/|$)))(?:\/|$|(?<=\/))/,
  darwin:
    /^\/(?:System(?!\/Volumes\/)|Library|usr\/(?:bin|sbin|lib|libexec|share)|bin|sbin|etc|dev|private\/(?:etc|var\/db))(?:\/|$)/,
  win32: /^[A-Z]:\\(?:Windows|Program Files(?: \(x86\))?|ProgramData)(?:\\|$)/i,
};

/** File systems that ask somebody else for what they hold. */
const REMOTE = /^(?:fuse(?:blk|\..*)?|nfs\d?|cifs|smb\d?|9p|ceph|afs|autofs|glusterfs|lustre|virtiofs|davfs)$/;

const KEPT_MS = 1_000;
let kept: { readonly until: number; readonly mounts: readonly Mount[] } = { until: 0, mounts: [] };

/** Read at once: the kernel's own table answers whatever hangs. A run asks for it more than a hundred times. */
const mounts = (): readonly Mount[] => {
  const now = performance.now();
  if (now < kept.until) return kept.mounts;
  try {
    kept = { until: now + KEPT_MS, mounts: parseMounts(readFileSync(MOUNTS, 'utf8')) };
  } catch {
    kept = { until: now + KEPT_MS, mounts: [] };
  }
  return kept.mounts;
};

/** Another computer's name, or a device's, begins it: to ask for the file would tell that computer whose account this is. */
export const isOnAnotherComputer = (file: string): boolean => /^[\\/]{2}/.test(file);

const isBelow = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

/** The first `count` names of a path below `base`. */
const head = (file: string, base: string, count: number, separator: string): string =>
  base +
  file
    .slice(base.length)
    .split(separator)
    .slice(0, count + 1)
    .join(separator);

/**
 * What hangs together: the drive, share or mount that holds `file`, else the second folder below home or the root; null for
 * a path of the system's.
 */
export const placeOf = (
  file: string,
  { platform, home }: Pick<Host, 'platform' | 'home'>,
  listed: () => readonly Mount[] = mounts,
): string | null => {
  if (platform === 'win32') {
    if (ofSystem.win32.test(file)) return null;
    const inHome = file.toLowerCase().startsWith(`${home.toLowerCase()}\\`);
    return inHome ? head(file, home, 2, '\\').toLowerCase() : path.win32.parse(file).root.toLowerCase();
  }
  const mount = platform === 'linux' ? mountOf(listed(), file) : undefined;
  if (mount !== undefined && mount.target !== '/' && (REMOTE.test(mount.fileSystem) || !isBelow(home, mount.target)))
    return ofSystem.linux.test(file) && !REMOTE.test(mount.fileSystem) ? null : mount.target;
  if (ofSystem[platform].test(file)) return null;
  return head(file, isBelow(file, home) && home !== '/' ? home : '', 2, '/');
};
