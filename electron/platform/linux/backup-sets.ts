/** Owns recognising backup sets on a mounted volume by what lies at its top, with a fixed number of folder readings. */
import { CannotTell } from '../../core/fact.ts';
import type { BackupSet } from '../../core/facts.ts';
import { type IsoTime, isoTime } from '../../core/time.ts';
import type { DirEntry, Machine } from '../machine.ts';
import { localTime } from './local-time.ts';

/** Folders below the top of the volume that are looked into. */
const MOST_FOLDERS = 24;
const MOST_ENTRIES = 2_000;

interface Folder {
  readonly path: string;
  readonly entries: readonly DirEntry[];
  has(name: string): boolean;
}

const readFolder = async (machine: Machine, path: string): Promise<Folder | undefined> => {
  const entries = await machine.readDir(path, { maxEntries: MOST_ENTRIES });
  if (entries === undefined) return undefined;
  const names = new Set(entries.map((entry) => entry.name));
  return { path, entries, has: (name) => names.has(name) };
};

const set = (tool: string, name: string, newest: IsoTime | undefined): BackupSet => ({
  tool,
  name,
  ...(newest === undefined ? {} : { newest }),
});

const newest = (times: readonly (IsoTime | undefined)[]): IsoTime | undefined =>
  times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);

const modified = async (machine: Machine, path: string): Promise<IsoTime | undefined> => {
  const stat = await machine.stat(path);
  return stat === undefined ? undefined : isoTime(stat.modifiedMs);
};

type Signature = (machine: Machine, folder: Folder) => Promise<BackupSet | undefined>;

const restic: Signature = async (machine, folder) => {
  if (!['config', 'data', 'index', 'keys', 'snapshots'].every((name) => folder.has(name))) return undefined;
  const snapshots = (await machine.readDir(`${folder.path}/snapshots`, { maxEntries: MOST_ENTRIES })) ?? [];
  const times = await Promise.all(
    snapshots.slice(-200).map((entry) => modified(machine, `${folder.path}/snapshots/${entry.name}`)),
  );
  return set('restic', 'restic', newest(times));
};

const borg: Signature = async (machine, folder) => {
  if (!['README', 'config', 'data'].every((name) => folder.has(name))) return undefined;
  if (!(await machine.readText(`${folder.path}/README`, { maxBytes: 4096 }))?.startsWith('This is a Borg'))
    return undefined;
  // It also moves when old archives are pruned; that is done right after a backup.
  const index = folder.entries.find((entry) => /^index\.\d+$/.test(entry.name));
  return set('borg', 'Borg', index === undefined ? undefined : await modified(machine, `${folder.path}/${index.name}`));
};

/** A set counts once its manifest is there: before that the backup is unfinished. */
const duplicity: Signature = (_machine, folder) => {
  const stamps = folder.entries.flatMap((entry) => {
    const match =
      /^duplicity-(?:full|inc\.\d{8}T\d{6}Z\.to)\.(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.manifest(?:\.gpg)?$/.exec(
        entry.name,
      );
    return match === null
      ? []
      : [isoTime(Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`))];
  });
  return Promise.resolve(stamps.length === 0 ? undefined : set('duplicity', 'Déjà Dup or duplicity', newest(stamps)));
};

const rsnapshot: Signature = async (machine, folder) => {
  const current = folder.entries.filter((entry) =>
    /^(hourly|daily|weekly|monthly|alpha|beta|gamma|delta)\.0$/.test(entry.name),
  );
  if (current.length === 0) return undefined;
  return set(
    'rsnapshot',
    'rsnapshot',
    newest(await Promise.all(current.map((entry) => modified(machine, `${folder.path}/${entry.name}`)))),
  );
};

const rdiffBackup: Signature = async (machine, folder) => {
  if (!folder.has('rdiff-backup-data')) return undefined;
  const inside = (await machine.readDir(`${folder.path}/rdiff-backup-data`, { maxEntries: MOST_ENTRIES })) ?? [];
  const mirrors = inside.flatMap((entry) => /^current_mirror\.(.+)\.data$/.exec(entry.name)?.[1] ?? []);
  // Two of them: the last run was broken off, and the older one is the last that finished.
  return set(
    'rdiff-backup',
    'rdiff-backup',
    mirrors.map((stamp) => isoTime(Date.parse(stamp)) ?? '').sort()[0] || undefined,
  );
};

const kopia: Signature = async (machine, folder) =>
  folder.has('kopia.repository.f') ? set('kopia', 'Kopia', await modified(machine, folder.path)) : undefined;

const timeMachine: Signature = async (machine, folder) => {
  if (!folder.has('Backups.backupdb')) return undefined;
  const macs = (await machine.readDir(`${folder.path}/Backups.backupdb`, { maxEntries: 20 })) ?? [];
  const stamps = await Promise.all(
    macs.map(async (mac) => {
      const sets =
        (await machine.readDir(`${folder.path}/Backups.backupdb/${mac.name}`, { maxEntries: MOST_ENTRIES })) ?? [];
      return newest(
        sets.flatMap((entry) => {
          const match = /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})$/.exec(entry.name);
          return match === null ? [] : [localTime(`${match[1]} ${match[2]}:${match[3]}:${match[4]}`, machine.host)];
        }),
      );
    }),
  );
  return set('time-machine', 'Time Machine', newest(stamps));
};

/** Sets whose time stands in no place that is cheap and certain to read. */
const undated =
  (tool: string, name: string, sign: string): Signature =>
  (_machine, folder) =>
    Promise.resolve(folder.has(sign) ? set(tool, name, undefined) : undefined);

const signatures: readonly Signature[] = [
  restic,
  borg,
  duplicity,
  rsnapshot,
  rdiffBackup,
  kopia,
  timeMachine,
  undated('file-history', 'File History', 'FileHistory'),
  undated('windows-image', 'Windows system image', 'WindowsImageBackup'),
  undated('back-in-time', 'Back In Time', 'backintime'),
];

const setsIn = async (machine: Machine, folder: Folder): Promise<readonly BackupSet[]> =>
  (await Promise.all(signatures.map((signature) => signature(machine, folder)))).filter((found) => found !== undefined);

/**
 * The backup sets at the top of a volume and one folder below it. Throws `CannotTell` when the top cannot be read; a
 * folder below that refuses is a `CannotTell` too unless a set was found elsewhere.
 */
export const findBackupSets = async (machine: Machine, mount: string): Promise<readonly BackupSet[]> => {
  const top = await readFolder(machine, mount);
  if (top === undefined) throw new CannotTell('unreadable', 'The drive went away while it was looked at.');
  const found = [...(await setsIn(machine, top))];
  const below = top.entries.filter(
    (entry) => entry.kind === 'folder' && entry.name !== 'lost+found' && !entry.name.startsWith('.'),
  );
  let refused: CannotTell | undefined;
  for (const entry of below.slice(0, MOST_FOLDERS)) {
    try {
      const folder = await readFolder(machine, `${mount}/${entry.name}`);
      if (folder !== undefined) found.push(...(await setsIn(machine, folder)));
    } catch (error) {
      if (!(error instanceof CannotTell) || error.why !== 'denied') throw error;
      refused = error;
    }
  }
  if (found.length === 0 && refused !== undefined) throw refused;
  return found;
};
