/** Owns the tools that keep their record in the repository alone: restic, duplicity, rsnapshot, Kopia. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { BackupTool } from '../../../core/facts/index.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { rsnapshot as rsnapshotSets } from '../../backup-sets/copies.ts';
import { openFolder, utcStamp } from '../../backup-sets/folder.ts';
import { attempt } from '../../optional.ts';
import { reasons } from '../../reasons.ts';
import { driveMachine } from '../drives/drive-machine.ts';
import { cacheFolder, configFolder, flatpakFolder, type Look, placeOf } from './found.ts';

const words = messages('backup-repositories', {
  restic: 'restic keeps its dates in its repository, so its last backup is known only while that is attached.',
  rsnapshotClosed: 'This account may not see the backups of rsnapshot.',
  away: 'The backups of {tool} can’t be reached now.',
});

const tool = (id: string, name: string, destinations: BackupTool['destinations'] = []): BackupTool => ({
  id,
  name,
  kind: 'backup',
  automatic: null,
  destinations,
});

/** Its cache has a folder for each repository. What lies in there may have come from another computer: it dates nothing. */
export const restic: Look = async (machine) => {
  const source = `${cacheFolder(machine)}/restic`;
  const folders = (await machine.readDir(source, { maxEntries: 200 })) ?? [];
  if (!folders.some(({ name, kind }) => kind === 'folder' && /^[0-9a-f]{64}$/.test(name))) return [];
  const gap = words.restic;
  return [{ tool: tool('restic', 'restic'), gap, source }];
};

/** Its archive folder on this computer holds the manifest of each finished backup, with the time in its name. */
export const duplicity: Look = async (machine) => {
  const source = `${cacheFolder(machine)}/duplicity`;
  const archives = ((await machine.readDir(source, { maxEntries: 64 })) ?? []).filter(({ kind }) => kind === 'folder');
  const entries = await Promise.all(
    archives.slice(0, 8).map(({ name }) => machine.readDir(`${source}/${name}`, { maxEntries: 20_000 })),
  );
  const times = entries
    .flatMap((files) => files ?? [])
    .flatMap(({ name }) => {
      const [, day, time] =
        /^duplicity-(?:full|inc\.\d{8}T\d{6}Z\.to)\.(\d{8})T(\d{6})Z\.manifest(?:\.gpg)?$/.exec(name) ?? [];
      return day === undefined || time === undefined ? [] : (utcStamp(`${day}${time}`) ?? []);
    })
    .toSorted();
  const at = times.at(-1);
  if (at === undefined) return [];
  return [
    {
      tool: tool('duplicity', 'duplicity'),
      runs: [{ tool: 'duplicity', name: 'duplicity', at, evidence: source }],
      source,
    },
  ];
};

/** The file comes with the package, filled in: only what it wrote proves that it is used. */
export const rsnapshot: Look = async (machine, places) => {
  const source = '/etc/rsnapshot.conf';
  const text = await machine.readText(source, { maxBytes: 1_048_576 });
  const root = /^snapshot_root\t+(\/\S.*?)\/?\s*$/m.exec(text ?? '')?.[1];
  if (root === undefined) return [];
  const to = { ...places.at(root), encrypted: false };
  const found = tool('rsnapshot', 'rsnapshot', [to]);
  const looking = places.mayHang(root) ? driveMachine(machine, root) : machine;
  const sets = await attempt(
    openFolder(looking, root).then((folder) => (folder === undefined ? [] : rsnapshotSets(looking, folder, {}))),
  );
  if (sets instanceof FactUnavailable) {
    if (sets.why !== 'denied') throw sets;
    return [{ tool: found, gap: words.rsnapshotClosed, source }];
  }
  const [set] = sets;
  if (set === undefined) {
    // Away, or never used: only where the settings are not those that the package brought does that matter.
    const gap = words.away({ tool: product('rsnapshot') });
    return to.kind === 'drive' && to.attached !== true ? [{ tool: found, gap, source }] : [];
  }
  const run = { tool: 'rsnapshot', name: 'rsnapshot', evidence: `${root}/*.0`, destination: placeOf(to) };
  return [
    set.newest === undefined
      ? { tool: found, gap: reasons.noDate({ app: product('rsnapshot') }), source }
      : { tool: found, runs: [{ ...run, at: set.newest }], source },
  ];
};

const kopiaSettings = v.object({
  storage: v.object({ type: v.string(), config: v.optional(v.looseObject({ path: v.optional(v.string()) })) }),
});
const networks: readonly string[] = ['sftp', 'webdav', 'rclone'];

export const kopia: Look = async (machine, places) => {
  const files = [
    `${configFolder(machine)}/kopia/repository.config`,
    `${flatpakFolder(machine, 'io.kopia.KopiaUI')}/config/kopia/repository.config`,
  ];
  const texts = await Promise.all(files.map((file) => machine.readText(file, { maxBytes: 1_048_576 })));
  return texts.flatMap((text, index) => {
    if (text === undefined) return [];
    const source = files[index] ?? '';
    const gap = reasons.noDate({ app: product('Kopia') });
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), kopiaSettings), text);
    if (!read.success) return [{ tool: tool('kopia', 'Kopia'), gap, source }];
    const { type, config } = read.output.storage;
    const place =
      type === 'filesystem' && config?.path !== undefined
        ? places.at(config.path)
        : networks.includes(type)
          ? { name: 'another computer', kind: 'network' as const, attached: null }
          : { name: 'online storage', kind: 'cloud' as const, attached: null };
    return [{ tool: tool('kopia', 'Kopia', [{ ...place, encrypted: true }]), gap, source }];
  });
};

const noDate = (name: string): Message => reasons.noDate({ app: product(name) });

/** Tools that are recognised by a file of theirs, and of which nothing more is known. */
export const others: Look = async (machine) => {
  const known = [
    { id: 'duplicati', name: 'Duplicati', file: `${configFolder(machine)}/Duplicati` },
    { id: 'luckybackup', name: 'luckyBackup', file: `${machine.host.home}/.luckyBackup/profiles` },
  ];
  const there = await Promise.all(known.map(({ file }) => machine.stat(file)));
  return known.flatMap(({ id, name, file }, index) =>
    there[index] === undefined ? [] : [{ tool: tool(id, name), gap: noDate(name), source: file }],
  );
};
