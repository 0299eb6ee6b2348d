/** Owns Borg and the programs around it, by what Borg itself notes of each repository this person has used. */

import type { BackupTool } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { isoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { reasons } from '../../reasons.ts';
import { cacheFolder, configFolder, type Found, flatpakFolder, type Look, placeOf } from './found.ts';
import { type Places, placeOfAddress } from './places.ts';

const words = messages('borg', {
  new: '{app} has a new repository, and no backup was seen in it.',
  hidden: '{app} is set up, but this account can’t see when it last made a backup.',
});

const MOST_REPOSITORIES = 8;
/** A new repository gets its files at one stroke; the first backup comes later than that. */
const MADE_WITHIN_MS = 3_000;

interface Owner {
  readonly id: string;
  readonly name: string;
  /** Where Borg keeps its notes and its cache when this program runs it. */
  readonly config: string;
  readonly cache: string;
}

/**
 * The newest state of a repository that Borg has seen, and the last change of its list of files, which only a backup
 * makes. Pruning moves the first, nothing else the second, so that the earlier of them is the backup.
 */
const lastBackup = async (machine: Machine, owner: Owner, repository: string): Promise<string | 'new' | undefined> => {
  const cache = `${owner.cache}/borg/${repository}`;
  const [stamp, files, made] = await Promise.all([
    machine.readText(`${owner.config}/borg/security/${repository}/manifest-timestamp`, { maxBytes: 256 }),
    machine.stat(`${cache}/files`),
    machine.stat(`${cache}/README`),
  ]);
  const state = Date.parse(`${(stamp ?? '').trim().replace(/Z$|\+00:00$/, '')}Z`);
  if (Number.isNaN(state) || files === undefined) return undefined;
  if (made !== undefined && Math.max(files.modifiedMs, state) - made.modifiedMs < MADE_WITHIN_MS) return 'new';
  return isoTime(Math.min(state, files.modifiedMs));
};

/** 2 is plain text; the others are ciphers, or signatures alone, which are not told apart here. */
const encryptedBy = (keyType: string | undefined): { encrypted?: boolean } =>
  keyType?.trim() === '2'
    ? { encrypted: false }
    : ['0', '1', '3', '4', '5'].includes(keyType?.trim() ?? '')
      ? { encrypted: true }
      : {};

const repositoryOf = async (machine: Machine, owner: Owner, repository: string, places: Places): Promise<Found> => {
  const notes = `${owner.config}/borg/security/${repository}`;
  const [location, keyType, at] = await Promise.all([
    machine.readText(`${notes}/location`, { maxBytes: 4_096 }),
    machine.readText(`${notes}/key-type`, { maxBytes: 64 }),
    lastBackup(machine, owner, repository),
  ]);
  const to = { ...placeOfAddress((location ?? '').trim() || 'another computer', places), ...encryptedBy(keyType) };
  const { id, name } = owner;
  const tool: BackupTool = { id, name, kind: 'backup', automatic: null, destinations: [to] };
  const source = `${owner.config}/borg/security`;
  if (at === 'new') return { tool, gap: words.new({ app: product(name) }), source };
  if (at === undefined) return { tool, gap: reasons.noDate({ app: product(name) }), source };
  const evidence = `Borg’s notes on the repository: ${notes}/manifest-timestamp`;
  return { tool, runs: [{ tool: id, name, at, evidence, destination: placeOf(to) }], source };
};

const repositoriesOf = async (machine: Machine, owner: Owner, places: Places): Promise<readonly Found[]> => {
  const folders = (await machine.readDir(`${owner.config}/borg/security`, { maxEntries: 64 })) ?? [];
  const ids = folders.flatMap(({ name, kind }) => (kind === 'folder' && /^[0-9a-f]{64}$/.test(name) ? [name] : []));
  return Promise.all(ids.slice(0, MOST_REPOSITORIES).map((id) => repositoryOf(machine, owner, id, places)));
};

const isThere = async (machine: Machine, paths: readonly string[]): Promise<boolean> =>
  (await Promise.all(paths.map((path) => machine.stat(path)))).some((stat) => stat !== undefined);

/** Programs that run Borg leave it to Borg to note what was done. One that has never run it has nothing to show. */
export const borg: Look = async (machine, places) => {
  const [config, cache] = [configFolder(machine), cacheFolder(machine)];
  const inFlatpak = flatpakFolder(machine, 'com.borgbase.Vorta');
  const [vorta, vortaFlatpak, borgmatic] = await Promise.all([
    isThere(machine, [`${machine.host.home}/.local/share/Vorta/settings.db`]),
    isThere(machine, [`${inFlatpak}/data/Vorta/settings.db`]),
    isThere(machine, [`${config}/borgmatic`, `${config}/borgmatic.d`, '/etc/borgmatic', '/etc/borgmatic.d']),
  ]);
  const own = vorta
    ? { id: 'vorta', name: 'Vorta' }
    : borgmatic
      ? { id: 'borgmatic', name: 'borgmatic' }
      : { id: 'borg', name: 'Borg' };
  const [found, foundInFlatpak] = await Promise.all([
    repositoriesOf(machine, { ...own, config, cache }, places),
    vortaFlatpak
      ? repositoriesOf(
          machine,
          { id: 'vorta', name: 'Vorta', config: `${inFlatpak}/config`, cache: `${inFlatpak}/cache` },
          places,
        )
      : [],
  ]);
  const nothing = (name: string, id: string): Found => ({
    tool: { id, name, kind: 'backup', automatic: null, destinations: [] },
    gap: words.hidden({ app: product(name) }),
    source: `${config}/borg`,
  });
  return [
    ...found,
    ...foundInFlatpak,
    ...(found.length === 0 && (vorta || borgmatic) ? [nothing(own.name, own.id)] : []),
    ...(foundInFlatpak.length === 0 && vortaFlatpak ? [nothing('Vorta', 'vorta')] : []),
  ];
};
