/** Owns which names people gave stand in what Windows answers. */
import * as v from 'valibot';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { knownPrograms } from '../../../core/redaction/known-programs.ts';
import type { Reading } from '../../machine/recording.ts';
import { isBackupEngine } from '../../win32/backup/backup-activity.ts';
import { isSettingsFile } from '../../win32/backup/file-history.ts';
import { parseRow, programName } from '../../win32/running.ts';
import { remoteControlAt } from '../../win32/security/remote-control.ts';
import { addFolder } from './drive-folders.ts';
import { addAddress, type NameList } from './name-list.ts';

/** Labels that Windows and its makers give. */
const OF_SYSTEM = /^(?:Windows|System|System Reserved|Recovery|ESP|OS|EFI|WinRE.*|Boot)$/i;

const text = v.nullish(v.string(), '');
const list = <S extends v.GenericSchema>(schema: S) => v.nullish(v.array(schema), []);
const value = v.object({
  disks: list(v.object({ name: text })),
  partitions: list(v.object({ paths: list(v.string()) })),
  volumes: list(v.object({ label: text })),
  older: list(v.object({ name: text, volumes: list(v.object({ label: text })) })),
  windowsBackup: v.nullish(v.object({ PresentableName: text, Label: text })),
  running: list(v.string()),
  rows: list(v.object({ key: text })),
});
const line = v.object({ value });

/** `\\server\share` and folders that drives are mounted on. */
const addPlace = (names: NameList, path: string): void => {
  if (/^\\\\[^?.\\]/.test(path)) addAddress(names, path, '');
  else if (/^[a-z]:\\./i.test(path)) for (const part of path.split('\\').slice(1)) names.add('folder', part);
};

const addLabel = (names: NameList, label: string): void => {
  const plain = label.split('\0', 1)[0] ?? '';
  // Some write the path there as well.
  if (/^(?:[a-z]:|\\\\)/i.test(plain)) addPlace(names, plain);
  else if (!OF_SYSTEM.test(plain)) names.add('drive', plain);
};

const tagIn = (xml: string, tag: string): string =>
  (new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** On a drive that is not the system's, or a share. */
export const isOnOtherDrive = (path: string): boolean => /^(?:[abd-z]:\\|\\\\)/i.test(path);

/** Names in the readings of a Windows computer, as they were made. */
export const addWindowsNames = (
  names: NameList,
  reads: readonly Reading[],
  _home: string,
  catalogue: Catalogue,
): void => {
  const isKnown = knownPrograms(catalogue);
  const addProgram = (file: string): void => {
    const name = programName(file);
    if (!isKnown(name) && remoteControlAt(file) === undefined && !isBackupEngine(file)) names.add('program', name);
  };
  const addLine = (printed: string): void => {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), line), printed.trim());
    if (!read.success) return;
    const { disks, partitions, volumes, older, windowsBackup, running, rows } = read.output.value;
    for (const { label } of [...volumes, ...older.flatMap((disk) => disk.volumes)]) addLabel(names, label);
    for (const { name } of [...disks, ...older]) names.add('model', name);
    for (const path of partitions.flatMap(({ paths }) => paths)) addPlace(names, path.replace(/\\$/, ''));
    for (const place of [windowsBackup?.PresentableName, windowsBackup?.Label]) addLabel(names, place ?? '');
    for (const row of running) addProgram(parseRow(row)?.file ?? '');
    for (const { key } of rows) if (key.includes('#')) addProgram(key.slice(key.lastIndexOf('#') + 1));
  };
  for (const reading of reads) {
    if (reading.op === 'run' && 'stdout' in reading && reading.program.endsWith('\\powershell.exe'))
      for (const printed of reading.stdout.split('\n')) addLine(printed);
    if (reading.op === 'readText' && 'text' in reading && isSettingsFile(reading.path)) {
      for (const tag of ['TargetName', 'TargetUrl']) addLabel(names, tagIn(reading.text, tag).replace(/\\$/, ''));
      for (const part of tagIn(reading.text, 'TargetBackupStorePath').split('\\').slice(0, 2))
        names.add('folder', part);
    }
    if (reading.op === 'readDir' && 'entries' in reading && isOnOtherDrive(reading.path))
      addFolder(names, reading.entries);
  }
};
