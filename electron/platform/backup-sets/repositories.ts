/** Owns recognising the repositories of restic, Borg, Kopia and duplicity. */
import { orNothing } from '../or-nothing.ts';
import { changed, files, has, inside, latest, latestOf, utcStamp } from './folder.ts';
import type { Signature } from './signature.ts';

/** Each of its snapshots is a file of its own that is written last. It knows no repository without encryption. */
export const restic: Signature = async (machine, folder) => {
  if (!has(folder, 'file', 'config') || !has(folder, 'folder', 'data', 'index', 'keys', 'snapshots')) return [];
  const snapshots = await inside(machine, folder, 'snapshots');
  const newest = await latestOf(machine, snapshots, files(snapshots));
  return [{ tool: 'restic', name: 'restic', ...newest, encrypted: true }];
};

/** Its index also moves when old archives are pruned; that is done right after a backup. */
export const borg: Signature = async (machine, folder) => {
  if (!has(folder, 'file', 'README', 'config') || !has(folder, 'folder', 'data')) return [];
  const readme = await orNothing(machine.readText(`${folder.path}README`, { maxBytes: 4_096 }));
  if (readme?.startsWith('This is a Borg Backup repository.') !== true) return [];
  const config = await orNothing(machine.readText(`${folder.path}config`, { maxBytes: 65_536 }));
  // Where the key lies on the computer, the repository does not show whether there is one.
  const encrypted = config !== undefined && /^key *=/m.test(config) ? { encrypted: true } : {};
  const indexes = files(folder).filter((name) => /^index\.\d+$/.test(name));
  return [{ tool: 'borg', name: 'Borg', ...(await latestOf(machine, folder, indexes)), ...encrypted }];
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
