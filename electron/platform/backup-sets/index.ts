/** Owns the search for backups on a mounted drive: its top, the first folders on it and those inside a folder called backup; never a walk through it. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import type { BackupSet } from '../../core/facts/index.ts';
import { type Message, messages } from '../../core/messages/messages.ts';
import type { DirEntry, Machine } from '../machine/machine.ts';
import { attempt, optional } from '../optional.ts';
import { reasons } from '../reasons.ts';
import { backInTime, rdiffBackup, rsnapshot, timeMachine, timeshift } from './copies.ts';
import { type Folder, has, MAX_FOLDERS, openFolder, searched } from './folder.ts';
import { arq, commercial } from './programs.ts';
import { borg, borg2, duplicity, kopia, restic } from './repositories.ts';
import type { Identity, Signature } from './signature.ts';
import { fileHistory, systemImage, windows7 } from './windows.ts';

const words = messages('backup-search', {
  closed: 'This account may not open every folder on it, so a backup may be there that wasn’t seen.',
  large: 'It has more folders than Greenroom searches, so a backup may be there that wasn’t seen.',
  late: 'It doesn’t answer in time, so a backup may be there that wasn’t seen.',
});

export interface Found {
  readonly sets: readonly BackupSet[];
  /** Why a backup may be there that was not seen. */
  readonly gap?: Message;
  /** It starts the installation of a system, and holds no backup. */
  readonly isInstaller: boolean;
}

/** A disk that sleeps needs up to ten seconds to answer; one that is broken never does. */
const MAX_MS = 9_000;

const signatures: readonly Signature[] = [
  fileHistory,
  systemImage,
  windows7,
  timeMachine,
  restic,
  borg,
  borg2,
  kopia,
  duplicity,
  rsnapshot,
  rdiffBackup,
  backInTime,
  timeshift,
  commercial,
  arq,
];

/** Names by which the top of a drive shows a set, for one that holds so much that its list is cut off. */
const signs = [
  ...['FileHistory', 'WindowsImageBackup', 'MediaID.bin', 'Backups.backupdb', 'backintime', 'rdiff-backup-data'],
  ...[
    'VeeamBackup',
    'timeshift',
    'config',
    'data',
    'index',
    'keys',
    'snapshots',
    'README',
    'kopia.repository.f',
    'daily.0',
  ],
];

const withSigns = async (machine: Machine, top: Folder): Promise<Folder> => {
  if (!top.cut) return top;
  const more: DirEntry[] = [];
  for (const name of signs) {
    const stat = has(top, 'file', name) || has(top, 'folder', name) ? undefined : machine.stat(`${top.path}${name}`);
    const kind = stat === undefined ? undefined : (await optional(stat))?.kind;
    if (kind !== undefined) more.push({ name, kind });
  }
  return { ...top, entries: [...top.entries, ...more] };
};

/** Sticks that Microsoft, Debian, Ubuntu, Fedora and Arch are installed from. */
const isInstaller = (top: Folder): boolean =>
  (has(top, 'file', 'bootmgr', 'setup.exe') && has(top, 'folder', 'sources')) ||
  (has(top, 'folder', '.disk') && ['casper', 'live', 'dists'].some((name) => has(top, 'folder', name))) ||
  has(top, 'folder', 'LiveOS', 'EFI') ||
  has(top, 'folder', 'arch', 'loader', 'EFI');

/** What people call a folder that they keep their backups in: those inside it are looked into as well. */
/** Whether a folder's name says that there are backups. */
export const keepsBackups = /back.?ups?|borg|restic|kopia|vorta|pika|deja.?dup|sicherung|sauvegarde|copia|kopi/i;

const setsIn = async (machine: Machine, folder: Folder, own: Identity): Promise<readonly BackupSet[]> => {
  const sets: BackupSet[] = [];
  for (const signature of signatures) sets.push(...(await signature(machine, folder, own)));
  return sets;
};

const search = async (machine: Machine, mount: string, own: Identity): Promise<Found> => {
  const opened = await openFolder(machine, mount);
  if (opened === undefined) return { sets: [], gap: reasons.driveGone, isInstaller: false };
  const top = await withSigns(machine, opened);
  const sets = [...(await setsIn(machine, top, own))];
  const below = searched(top);
  const further: Folder[] = [];
  let closed = false;
  for (const name of below.slice(0, MAX_FOLDERS)) {
    const folder = await optional(openFolder(machine, `${top.path}${name}`));
    if (folder === undefined) {
      closed = true;
      continue;
    }
    const found = await setsIn(machine, folder, own);
    sets.push(...found);
    if (found.length === 0 && keepsBackups.test(name)) further.push(folder);
  }
  const deeper = further.flatMap((folder) => searched(folder).map((name) => `${folder.path}${name}`));
  for (const path of deeper.slice(0, MAX_FOLDERS)) {
    const folder = await optional(openFolder(machine, path));
    if (folder === undefined) closed = true;
    else sets.push(...(await setsIn(machine, folder, own)));
  }
  const gap = closed
    ? words.closed
    : top.cut || below.length > MAX_FOLDERS || deeper.length > MAX_FOLDERS
      ? words.large
      : undefined;
  return {
    sets,
    ...(gap === undefined ? {} : { gap }),
    isInstaller: sets.length === 0 && isInstaller(top),
  };
};

/** Looks at the top of a drive ("E:\", "/media/ada/Blue disk"). A drive that does not answer is a gap of its own. */
export const findBackupSets = async (machine: Machine, mount: string, own: Identity = {}): Promise<Found> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Found>((resolve) => {
    const gap = words.late;
    timer = setTimeout(() => resolve({ sets: [], gap, isInstaller: false }), MAX_MS);
  });
  try {
    const found = await attempt(Promise.race([search(machine, mount, own), late]));
    return found instanceof FactUnavailable ? { sets: [], gap: found.reason, isInstaller: false } : found;
  } finally {
    clearTimeout(timer);
  }
};
