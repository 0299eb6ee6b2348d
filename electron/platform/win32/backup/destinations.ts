/** Owns whether the drive that a Windows backup goes to is attached now, and which one it is. */
import type { BackupDestination } from '../../../core/facts/index.ts';
import type { BackupSettings } from './backup-settings.ts';
import { guidIn, type Volume, type Volumes } from './volumes.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

interface Noted {
  /** "E:\", "\\server\share\". */
  readonly url: string;
  /** What the drive was called then; some write its path there as well. */
  readonly label: string;
  /** A path that names the volume by its GUID; empty where none was noted. */
  readonly volume: string;
}

/** Neither File History nor Windows Backup encrypts what it copies. */
const common = { encrypted: false } as const;

/** A disk that is on no outside bus, but not Windows' own, may be inside or in an enclosure: which of both is not known. */
const attachedTo = ({ id, freeBytes, bus, system }: Volume): Omit<BackupDestination, 'name'> => ({
  ...common,
  kind: bus === null && !system ? 'unknown' : 'drive',
  attached: true,
  ...(freeBytes === null ? {} : { freeBytes }),
  ...(id === '' ? {} : { volumeId: id }),
});

/**
 * A drive letter alone does not prove which drive it is, so an attached one has to bear the name that was noted as well,
 * where one was. A GUID proves it.
 */
const destinationOf = (noted: Noted, volumes: Volumes | undefined): BackupDestination => {
  const { url } = noted;
  const label = same(noted.label.replace(/\\$/, ''), url.replace(/\\$/, '')) ? '' : noted.label;
  const name = label || url.replace(/\\$/, '');
  if (url.startsWith('\\\\') && !url.startsWith('\\\\?\\')) return { name, kind: 'network', attached: null, ...common };
  const guid = guidIn(noted.volume);
  const root = /^[a-z]:/i.exec(url)?.[0];
  if (root === undefined && guid === '') return { name, kind: 'unknown', attached: null, ...common };
  const drive = { name, kind: 'drive', ...common, ...(guid === '' ? {} : { volumeId: guid }) } as const;
  if (volumes === undefined) return { ...drive, attached: null };
  const byGuid = guid === '' ? undefined : volumes.volumes.find(({ id }) => id === guid);
  if (byGuid !== undefined) return { ...drive, ...attachedTo(byGuid) };
  if (guid !== '') return { ...drive, attached: volumes.complete ? false : null };
  const here = volumes.volumes.find(({ mountPoints }) => mountPoints.some((point) => same(point, `${root}\\`)));
  if (here !== undefined && (label === '' || same(label, here.label))) return { ...drive, ...attachedTo(here) };
  // It may be there under another letter, or another drive may have taken its letter.
  const elsewhere = here !== undefined || volumes.volumes.some((volume) => label !== '' && same(label, volume.label));
  return { ...drive, attached: elsewhere || !volumes.complete ? null : false };
};

/** Where File History copies to; undefined while no drive was chosen. */
export const historyDestination = ({ history, volumes }: BackupSettings): BackupDestination | undefined =>
  history?.target
    ? destinationOf({ url: history.target.url, label: history.target.name, volume: '' }, volumes)
    : undefined;

/** Where Backup and Restore copies to; undefined when it is not set up. */
export const windowsDestination = ({ registry, volumes }: BackupSettings): BackupDestination | undefined => {
  const target = registry?.windowsBackup;
  return target === null || target === undefined || target.PresentableName === ''
    ? undefined
    : destinationOf({ url: target.PresentableName, label: target.Label, volume: target.UniqueName }, volumes);
};
