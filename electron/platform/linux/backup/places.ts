/** Owns what a path or an address in a backup tool's settings means: a drive, another computer, a folder of this one. */
import type { BackupDestination } from '../../../core/facts/index.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { type AttachedVolume, attachedVolumes } from '../drives/external-drives.ts';
import { type Mount, mountOf, readMounts } from '../drives/mounts.ts';

/** Network and online storage that is shown as a folder. */
const REMOTE =
  /^(?:nfs\d?|cifs|smb\d?|smbfs|sshfs|afs|ceph|glusterfs|9p|fuse\.(?:sshfs|rclone|gvfsd-fuse|davfs2?|s3fs))$/;

/** Where desktops show drives, by their names. */
const BY_LABEL = /^\/(?:run\/media\/[^/]+|media\/[^/]+)\/([^/]+)(?:\/|$)/;

export interface Places {
  /** A local path. */
  at(path: string): BackupDestination;
  /** A volume by the identity that desktops note, and the name they noted with it. */
  volume(id: string, name: string): BackupDestination;
  /** The path lies on a drive that is not attached now, or on storage elsewhere that may not answer. */
  mayHang(path: string): boolean;
}

const placesFrom = (volumes: readonly AttachedVolume[] | undefined, mounts: readonly Mount[]): Places => {
  const volumeAt = (mount: Mount): AttachedVolume | undefined =>
    volumes?.find((volume) => volume.mounts.some(({ target }) => target === mount.target));
  const driveOf = ({ id, innerId, label }: AttachedVolume): BackupDestination => {
    const volumeId = id || innerId;
    return { name: label, kind: 'drive', attached: true, ...(volumeId === '' ? {} : { volumeId }) };
  };
  return {
    at: (path) => {
      const mount = mountOf(mounts, path);
      const volume = mount === undefined ? undefined : volumeAt(mount);
      if (volume !== undefined) return driveOf(volume);
      if (mount !== undefined && REMOTE.test(mount.fileSystem)) return { name: path, kind: 'network', attached: true };
      const label = BY_LABEL.exec(path)?.[1];
      // Nothing is mounted there, so the path is that of a drive that is away.
      if (label !== undefined && mount?.target !== path.slice(0, path.indexOf(label) + label.length))
        return { name: label, kind: 'drive', attached: volumes === undefined ? null : false };
      return { name: path, kind: 'folder', attached: true };
    },
    volume: (id, name) => {
      const found = volumes?.find((volume) => volume.id === id || volume.innerId === id);
      if (found !== undefined) return driveOf(found);
      return { name: name || 'a drive', kind: 'drive', attached: volumes === undefined ? null : false, volumeId: id };
    },
    mayHang: (path) => {
      const mount = mountOf(mounts, path);
      return (
        mount !== undefined && mount.target !== '/' && (REMOTE.test(mount.fileSystem) || volumeAt(mount) !== undefined)
      );
    },
  };
};

/** Drives that cannot be listed leave it open whether one is attached. */
export const readPlaces = async (machine: Machine): Promise<Places> => {
  const [volumes, mounts] = await Promise.all([optional(attachedVolumes(machine)), optional(readMounts(machine))]);
  return placesFrom(volumes, mounts ?? []);
};

/** `user@host:path`, `ssh://host/path`, `sftp:host:/path`, `s3:…`: what a repository's address says of where it is. */
export const placeOfAddress = (address: string, places: Places): BackupDestination => {
  if (address.startsWith('/')) return places.at(address);
  const scheme = /^([a-z0-9+]{2,12}):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'file') return places.at(address.replace(/^file:(?:\/\/)?/i, ''));
  const host =
    /^(?:[a-z0-9+]{2,12}:(?:\/\/)?)?(?:[^@/\s]{1,64}@)?([^:/\s]{1,253})/i.exec(address)?.[1] ?? 'another computer';
  if (
    scheme !== undefined &&
    /^(?:s3|b2|gs|azure|swift|rclone|gdrive|gdocs|onedrive|dropbox|pcloud|hubic)$/.test(scheme)
  )
    return { name: scheme === 'rclone' ? 'online storage' : host, kind: 'cloud', attached: null };
  // The name of a server is nobody's business; that it is one is what counts.
  return { name: 'another computer', kind: 'network', attached: null };
};
