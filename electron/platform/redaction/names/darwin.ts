/** Owns which names people gave stand in what a Mac answers. */
import { posix } from 'node:path';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { knownPrograms } from '../../../core/redaction/known-programs.ts';
import { isBackupEngine } from '../../darwin/backup/backup-activity.ts';
import { PS, parseProcesses, programName } from '../../darwin/processes.ts';
import { remoteControlAt } from '../../darwin/security/remote-control.ts';
import type { Reading } from '../../machine/recording.ts';
import { addFolder } from './drive-folders.ts';
import { addAddress, addPath, type NameList } from './name-list.ts';

/** Names that the system gives. */
const OF_SYSTEM = /^(?:Macintosh HD(?: - Data)?|EFI|Preboot|Recovery|VM|Update|Time Machine|disk\d.*|Apple .*)$/;

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const KEYS =
  /<key>(VolumeName|Name|LastKnownVolumeName|MediaName|MountPoint|URL|NetworkURL)<\/key>\s*<string>([^<]*)<\/string>/g;

const addList = (list: NameList, stdout: string, home: string): void => {
  for (const [, key = '', escaped = ''] of stdout.matchAll(KEYS)) {
    const value = unescaped(escaped);
    if (OF_SYSTEM.test(value)) continue;
    if (key === 'MountPoint') {
      if (value.startsWith('/Volumes/')) addPath(list, value, home);
    } else if (key.endsWith('URL')) addAddress(list, value, home);
    else list.add(key === 'MediaName' ? 'model' : 'drive', value);
  }
};

/** Folders that the system and the makers of apps make among the apps. */
const OF_APPS = /^(?:Utilities|Chrome Apps\.localized|Setapp|\..*)$/;

export const isOnVolume = (path: string): boolean => path.startsWith('/Volumes/');

/** Names in the readings of a Mac, as they were made. */
export const addDarwinNames = (list: NameList, reads: readonly Reading[], home: string, catalogue: Catalogue): void => {
  const isKnown = knownPrograms(catalogue);
  for (const reading of reads) {
    if (reading.op === 'run' && 'stdout' in reading) {
      if (/\/(?:diskutil|tmutil|defaults)$/.test(reading.program)) addList(list, reading.stdout, home);
      if (reading.program === PS)
        for (const { path } of parseProcesses(reading.stdout)) {
          const isTold = remoteControlAt(path) !== undefined || isBackupEngine(path);
          if (isTold) continue;
          for (const name of [programName(path), posix.basename(path)]) if (!isKnown(name)) list.add('program', name);
        }
    }
    if (!('path' in reading)) continue;
    const volume = /^\/Volumes\/([^/]+)/.exec(reading.path)?.[1];
    if (volume !== undefined && !OF_SYSTEM.test(volume)) list.add('drive', volume);
    if (reading.op === 'readLink' && 'target' in reading) {
      const away = /^\/Volumes\/([^/]+)/.exec(reading.target)?.[1];
      if (away !== undefined) list.add('drive', away);
    }
    if (reading.op !== 'readDir' || !('entries' in reading)) continue;
    if (volume !== undefined) addFolder(list, reading.entries);
    if (posix.basename(reading.path) === 'Applications')
      for (const { name, kind } of reading.entries) {
        if (kind === 'folder' && !/\.app$/i.test(name) && !OF_APPS.test(name)) list.add('folder', name);
        if (/\.app$/i.test(name) && !isKnown(name)) list.add('program', name.slice(0, -'.app'.length));
      }
  }
};
