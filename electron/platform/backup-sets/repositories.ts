/** Owns recognising the repositories of restic, Borg, Kopia and duplicity. */
import { optional } from '../optional.ts';
import { changed, files, has, inside, latest, latestOf, openFolder, utcStamp } from './folder.ts';
import type { Signature } from './signature.ts';

/**
 * Each of its snapshots is a file of its own that is written last; without any, nothing was ever backed up there. It knows
 * no repository without encryption.
 */
export const restic: Signature = async (machine, folder) => {
  if (!has(folder, 'file', 'config') || !has(folder, 'folder', 'data', 'index', 'keys', 'snapshots')) return [];
  const set = { tool: 'restic', name: 'restic', encrypted: true };
  const snapshots = await optional(openFolder(machine, `${folder.path}snapshots`));
  if (snapshots === undefined) return [set];
  if (files(snapshots).length === 0 && !snapshots.cut) return [];
  return [{ ...set, ...(await latestOf(machine, snapshots, files(snapshots))) }];
};

/**
 * Its index is written again at the end of each backup, under the number of that transaction; also when old archives are
 * pruned, which is done right after a backup. One that was only made, and never backed up to, has number 1.
 */
export const borg: Signature = async (machine, folder) => {
  if (!has(folder, 'file', 'README', 'config') || !has(folder, 'folder', 'data')) return [];
  const numbers = files(folder).flatMap((name) => {
    const digits = /^index\.(\d{1,12})$/.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  const newest = Math.max(0, ...numbers);
  if (newest <= 1) return [];
  // Counters of its cipher are kept only where there is one. Its settings are left unread: they hold the key.
  const encrypted = has(folder, 'file', 'nonce') ? { encrypted: true } : {};
  return [{ tool: 'borg', name: 'Borg', ...latest([await changed(machine, folder, `index.${newest}`)]), ...encrypted }];
};

export const borg2: Signature = async (machine, folder) => {
  if (!has(folder, 'folder', 'config', 'data')) return [];
  const config = await inside(machine, folder, 'config');
  if (!has(config, 'file', 'readme', 'version', 'id', 'manifest')) return [];
  return [{ tool: 'borg', name: 'Borg', ...latest([await changed(machine, config, 'manifest')]) }];
};

/** Its files do not show which of them belong to a finished snapshot. */
export const kopia: Signature = (_machine, folder) =>
  has(folder, 'file', 'kopia.repository.f') ? [{ tool: 'kopia', name: 'Kopia', encrypted: true }] : [];

/** Only a set with its manifest is finished; its name holds the time in UTC. */
export const duplicity: Signature = (_machine, folder) => {
  const manifests = files(folder).flatMap((name) => {
    const [, end = '', gpg] =
      /^duplicity-(?:full|inc\.\d{8}T\d{6}Z\.to)\.(\d{8}T\d{6})Z\.manifest(\.gpg)?$/.exec(name) ?? [];
    return end === '' ? [] : [{ end: utcStamp(end.replace('T', '')), encrypted: gpg !== undefined }];
  });
  if (manifests.length === 0) return [];
  const encrypted = manifests.every((manifest) => manifest.encrypted);
  const newest = latest(manifests.map(({ end }) => end));
  return [{ tool: 'duplicity', name: 'Déjà Dup or duplicity', ...newest, encrypted }];
};
