/** Owns which names on a person's drives programs gave, so that they may stay: by these backups are recognised. */
import { FILE_PATHS } from '../../backup-sets/file-names.ts';
import { keepsBackups } from '../../backup-sets/index.ts';
import type { DirEntry } from '../../machine/machine.ts';
import type { Reading } from '../../machine/recording.ts';
import { type NameList, OF_PROGRAMS } from './name-list.ts';

const KNOWN_FOLDER =
  /^(?:data|index|keys|locks|snapshots|config|configuration|rdiff-backup-data|timeshift|timeshift-btrfs|backintime|filehistory|windowsimagebackup|backups\.backupdb|veeambackup|casper|live|dists|liveos|efi|microsoft|arch|loader|sources|boot|lost\+found|system volume information|\$recycle\.bin|\.disk|\.trashes|\.spotlight-v100|\.fseventsd|(?:hourly|daily|weekly|monthly|yearly|alpha|beta|gamma|delta)\.\d+|\d{8}-\d{6}-\d+|\d{4}-\d\d-\d\d[-_.\d]*(?:backup|previous|inprogress|interrupted)?|backup(?: set)? [\d-]{10} \d{6}|(?:daily|weekly|monthly|latest)|[0-9a-f]{1,2})$/i;
const KNOWN_FILE = new RegExp(`^${FILE_PATHS}$`, 'i');

export const isProgramsName = (name: string): boolean => KNOWN_FOLDER.test(name) || KNOWN_FILE.test(`/${name}`);

/** Whether the name says that there are backups. */
export const kindOfFolder = (name: string): 'backup' | 'folder' => (keepsBackups.test(name) ? 'backup' : 'folder');

export const addFolder = (list: NameList, entries: readonly DirEntry[]): void => {
  for (const { name } of entries)
    if (!isProgramsName(name) && !OF_PROGRAMS.test(name)) list.add(kindOfFolder(name), name);
};

/** Of what people named in a folder so many entries stay: backups are recognised by what programs named. */
const MOST_GIVEN = 12;

/** The readings without most names that people gave to what is on their drives, and without what was read below those. */
export const withFewGivenNames = (
  reads: readonly Reading[],
  isOnDrive: (path: string) => boolean,
): readonly Reading[] => {
  const left = new Set<string>();
  const few = reads.map((reading): Reading => {
    if (reading.op !== 'readDir' || !('entries' in reading) || !isOnDrive(reading.path)) return reading;
    const separator = reading.path.includes('\\') ? '\\' : '/';
    const folder = reading.path.endsWith(separator) ? reading.path : `${reading.path}${separator}`;
    let given = 0;
    const entries = reading.entries.filter(({ name }) => {
      if (isProgramsName(name) || OF_PROGRAMS.test(name) || keepsBackups.test(name)) return true;
      given += 1;
      if (given > MOST_GIVEN) left.add(`${folder}${name}`);
      return given <= MOST_GIVEN;
    });
    return { ...reading, entries };
  });
  const isLeft = (path: string): boolean =>
    [...path.matchAll(/[/\\]|$/g)].some(({ index }) => left.has(path.slice(0, index)));
  return left.size === 0 ? few : few.filter((reading) => !('path' in reading) || !isLeft(reading.path));
};
