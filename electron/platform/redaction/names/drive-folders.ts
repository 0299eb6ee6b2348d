/** Owns which names on a person's drives programs gave, so that they may stay: by these backups are recognised. */
import { FILE_PATHS } from '../../backup-sets/file-names.ts';
import type { DirEntry } from '../../machine/machine.ts';
import { type NameList, OF_PROGRAMS } from './name-list.ts';

const KNOWN_FOLDER =
  /^(?:data|index|keys|locks|snapshots|config|configuration|rdiff-backup-data|timeshift|timeshift-btrfs|backintime|filehistory|windowsimagebackup|backups\.backupdb|veeambackup|casper|live|dists|liveos|efi|microsoft|arch|loader|sources|boot|lost\+found|system volume information|\$recycle\.bin|\.disk|\.trashes|\.spotlight-v100|\.fseventsd|(?:hourly|daily|weekly|monthly|yearly|alpha|beta|gamma|delta)\.\d+|\d{8}-\d{6}-\d+|\d{4}-\d\d-\d\d[-_.\d]*(?:backup|previous|inprogress|interrupted)?|backup(?: set)? [\d-]{10} \d{6}|(?:daily|weekly|monthly|latest)|[0-9a-f]{1,2})$/i;
const KNOWN_FILE = new RegExp(`^${FILE_PATHS}$`, 'i');
const KEEPS_BACKUPS = /back.?ups?|borg|restic|kopia|vorta|pika|deja.?dup|sicherung|sauvegarde|copia|kopi/i;

export const isProgramsName = (name: string): boolean => KNOWN_FOLDER.test(name) || KNOWN_FILE.test(`/${name}`);

/** Whether the name says that there are backups. */
export const kindOfFolder = (name: string): 'backup' | 'folder' => (KEEPS_BACKUPS.test(name) ? 'backup' : 'folder');

export const addFolder = (list: NameList, entries: readonly DirEntry[]): void => {
  for (const { name } of entries)
    if (!isProgramsName(name) && !OF_PROGRAMS.test(name)) list.add(kindOfFolder(name), name);
};
