/** Owns the search for backups on a drive: its root and the first folders on it, never a walk through it. */
import { CannotTell } from '../../core/fact.ts';
import type { BackupSet } from '../../core/facts.ts';
import type { Machine } from '../machine.ts';
import { type Entries, folders, has, latest, MAX_ENTRIES, MAX_FOLDERS, orNothing } from './looks.ts';
import { folderSets } from './repository-sets.ts';
import { dateIn, fileHistorySets, imageSets } from './windows-sets.ts';

interface Found {
  readonly sets: readonly BackupSet[];
  /** Why a backup may be there that was not seen. */
  readonly gap?: string;
}

const systemFolders = ['$recycle.bin', 'system volume information', 'filehistory', 'windowsimagebackup'];

/** Looks at the root of a drive ("E:\") and into the first folders on it. */
export const backupSets = async (machine: Machine, root: string): Promise<Found> => {
  let entries: Entries | undefined;
  try {
    entries = await machine.readDir(root, { maxEntries: MAX_ENTRIES });
  } catch (error) {
    if (error instanceof CannotTell && error.why !== 'cancelled') return { sets: [], gap: error.message };
    throw error;
  }
  if (entries === undefined) return { sets: [], gap: 'It was taken away while it was looked at.' };
  const inside = entries.filter(({ name, kind }) => kind === 'folder' && !systemFolders.includes(name.toLowerCase()));
  const below = await Promise.all(
    folders(inside).map(async (name) => {
      const path = `${root}${name}`;
      const children = await orNothing(machine.readDir(path, { maxEntries: MAX_ENTRIES }));
      if (children === undefined) return { sets: [], closed: true };
      const dated = children.map((child) => (child.name.startsWith('Backup Set ') ? dateIn(child.name) : undefined));
      const windows7: readonly BackupSet[] =
        has(entries, 'file', 'MediaID.bin') && dated.some((date) => date !== undefined)
          ? [{ tool: 'windows-backup', name: `Windows backup of ${name}`, ...latest(dated) }]
          : [];
      return { sets: [...windows7, ...(await folderSets(machine, path, name, children))], closed: false };
    }),
  );
  const sets = [
    ...(has(entries, 'folder', 'FileHistory') ? await fileHistorySets(machine, root) : []),
    ...(has(entries, 'folder', 'WindowsImageBackup') ? await imageSets(machine, root) : []),
    ...(await folderSets(machine, root.slice(0, -1), root, entries)),
    ...below.flatMap((it) => it.sets),
  ];
  if (has(entries, 'file', 'MediaID.bin') && !sets.some(({ tool }) => tool === 'windows-backup'))
    sets.push({ tool: 'windows-backup', name: 'Windows backup' });
  const gap = below.some((it) => it.closed)
    ? 'This account may not open every folder on it, so a backup may be there that was not seen.'
    : inside.length > MAX_FOLDERS
      ? 'It has more folders than are looked into, so a backup may be there that was not seen.'
      : undefined;
  return { sets, ...(gap === undefined ? {} : { gap }) };
};
