/** Owns the words for backups: places, drives, what is set up, what runs. */
import type { BackupTool, ExternalDrive, RunningBackup } from '../../facts/index.ts';
import { formatList, formatNames } from '../../text/phrases.ts';
import { sanitize } from '../../text/sanitize.ts';
import { daysAgo, type IsoTime } from '../../text/time.ts';
import type { BackupState, Place } from './backup-state.ts';

export const quoted = (name: string): string => `“${sanitize(name, 60)}”`;

/** "to “Blue disk”", "to another computer". */
export const towards = ({ kind, name }: Place): string =>
  kind === 'drive' || kind === 'folder' ? `to ${quoted(name)}` : kind === 'unknown' ? '' : `to ${sanitize(name, 60)}`;

const buses: Readonly<Record<ExternalDrive['bus'], string>> = {
  usb: 'USB',
  thunderbolt: 'Thunderbolt',
  sd: 'memory card',
  esata: 'eSATA',
  firewire: 'FireWire',
  other: '',
};

export const roomText = (bytes: number): string =>
  bytes < 1e9
    ? `${Math.floor(bytes / 1e6)} MB free`
    : bytes < 1e12
      ? `${Math.floor(bytes / 1e9)} GB free`
      : `${(Math.floor(bytes / 1e11) / 10).toFixed(1)} TB free`;

/** "“Blue disk” (USB, encrypted, 120 GB free)". */
export const driveText = (drive: ExternalDrive): string => {
  const told = [
    buses[drive.bus],
    drive.encrypted === null ? '' : drive.encrypted ? 'encrypted' : 'not encrypted',
    drive.readOnly === true ? 'read-only' : '',
    drive.freeBytes === null ? '' : roomText(drive.freeBytes),
  ].filter((word) => word !== '');
  return `${quoted(drive.label)}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
};

const toolText = (tool: BackupTool): string => {
  const names = tool.destinations.flatMap(({ kind, name }) =>
    kind === 'unknown' ? [] : [kind === 'drive' || kind === 'folder' ? quoted(name) : sanitize(name, 60)],
  );
  return `${sanitize(tool.name, 60)}${names.length === 0 ? '' : ` to ${formatList(names)}`}`;
};

/** "Set up: Déjà Dup to “Blue disk”." and what is no backup although people take it for one. */
export const setUpText = ({ backups, others }: Pick<BackupState, 'backups' | 'others'>): string => {
  const set = backups.length > 0 ? `Set up: ${formatList(backups.map(toolText))}.` : 'No backup program is set up.';
  const named = (kind: BackupTool['kind'], reason: string): readonly string[] => {
    const names = others.filter((tool) => tool.kind === kind).map(({ name }) => name);
    return names.length === 0
      ? []
      : [`${formatNames(names)} ${names.length === 1 ? 'is' : 'are'} no backup: ${reason}.`];
  };
  return [
    set,
    ...named('sync', 'what is deleted or locked here soon is there too'),
    ...named('snapshots', 'the old states are on the same disk'),
    ...named('system', 'the system is kept, not your own files'),
  ].join(' ');
};

/** "43 % done". */
export const progress = ({ percent }: RunningBackup): string =>
  percent === null ? '' : `${Math.round(percent)} % done`;

export const runningText = (running: readonly RunningBackup[]): string =>
  running
    .map((one) => `${sanitize(one.name, 60)} is backing up now${one.percent === null ? '' : ` (${progress(one)})`}.`)
    .join(' ');

/** Which drives are there, and of the one that matters whether that is as it should be. */
export const attachedText = (
  { drives, places }: Pick<BackupState, 'drives' | 'places'>,
  drivesKnown: boolean,
  last: { readonly place: Place | undefined; readonly isFresh: boolean },
  now: IsoTime,
): string => {
  if (!drivesKnown) return 'Attached drives are not known.';
  const away = places.filter((place) => place.kind === 'drive' && place.attached === false);
  const attached = drives.length === 0 ? [] : [`Attached now: ${formatList(drives.map(driveText))}.`];
  const missing = away.map((place) => {
    const isRight = last.isFresh && last.place !== undefined && last.place.name === place.name;
    const seen =
      place.remembered === undefined || isRight
        ? ''
        : ` It was last seen ${daysAgo(place.remembered.lastSeenAt, now)}.`;
    return `${quoted(place.name)} is not attached${isRight ? ', which is how it should be' : ''}.${seen}`;
  });
  return attached.length === 0 && missing.length === 0
    ? 'No external drive is attached.'
    : [...attached, ...missing].join(' ');
};
