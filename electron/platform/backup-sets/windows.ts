/** Owns recognising the backups that Windows itself leaves on a drive: File History, system images, Windows 7 backups. */
import type { BackupSet } from '../../core/facts/index.ts';
import { changed, folders, has, inside, latest, searched, utcStamp } from './folder.ts';
import type { Identity, Signature } from './signature.ts';

const MAX_PARTS = 8;

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** `FileHistory\<person>\<computer>\Configuration`: its list of copies changes with each of them, its settings without. */
export const fileHistory: Signature = async (machine, folder, own) => {
  if (!has(folder, 'folder', 'FileHistory')) return [];
  const sets: BackupSet[] = [];
  for (const person of folders(await inside(machine, folder, 'FileHistory')).slice(0, MAX_PARTS)) {
    const computers = await inside(machine, folder, 'FileHistory', person);
    for (const computer of folders(computers).slice(0, MAX_PARTS)) {
      const isOwn = same(own.fileHistory, `${person}\\${computer}`);
      const newest = isOwn
        ? latest([await changed(machine, computers, `${computer}\\Configuration\\Catalog1.edb`)])
        : {};
      const name = isOwn ? `File History of ${computer}` : `File History of ${computer}, of another person or computer`;
      sets.push({ tool: 'file-history', name, ...newest, encrypted: false });
    }
  }
  return sets.length > 0 ? sets : [{ tool: 'file-history', name: 'File History', encrypted: false }];
};

/** "Backup 2026-11-20 190012", "Backup Set 2026-11-20 190012". */
const dated = (names: readonly string[], own: Identity, computer: string): Pick<BackupSet, 'newest'> =>
  same(own.computer, computer)
    ? latest(
        names.map((name) =>
          utcStamp(/^Backup (?:Set )?([\d-]{10} \d{6})$/.exec(name)?.[1]?.replace(/[- ]/g, '') ?? ''),
        ),
      )
    : {};

/** `WindowsImageBackup\<computer>\Backup <date>`; on most drives an ordinary account sees the outer folder only. */
export const systemImage: Signature = async (machine, folder, own) => {
  if (!has(folder, 'folder', 'WindowsImageBackup')) return [];
  const images = await inside(machine, folder, 'WindowsImageBackup');
  const sets: BackupSet[] = [];
  for (const computer of folders(images).slice(0, MAX_PARTS)) {
    const found = dated(folders(await inside(machine, images, computer)), own, computer);
    sets.push({ tool: 'windows-image', name: `Windows system image of ${computer}`, ...found });
  }
  return sets.length > 0 ? sets : [{ tool: 'windows-image', name: 'Windows system image' }];
};

/** `MediaID.bin` beside `<computer>\Backup Set <date>`. */
export const windows7: Signature = async (machine, folder, own) => {
  if (!has(folder, 'file', 'MediaID.bin')) return [];
  const sets: BackupSet[] = [];
  for (const computer of searched(folder).slice(0, MAX_PARTS)) {
    const names = folders(await inside(machine, folder, computer));
    if (names.some((name) => name.startsWith('Backup Set ')))
      sets.push({ tool: 'windows-backup', name: `Windows backup of ${computer}`, ...dated(names, own, computer) });
  }
  return sets.length > 0 ? sets : [{ tool: 'windows-backup', name: 'Windows backup' }];
};
