/** Owns Déjà Dup, from the system's packages and from Flatpak. */

import type { BackupDestination, BackupRun } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { isoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { reasons } from '../../reasons.ts';
import { parseKdeGroup } from '../desktop.ts';
import { parseSettings } from '../gsettings.ts';
import { type Found, flatpakFolder, type Look, placeOf } from './found.ts';
import { type Places, placeOfAddress } from './places.ts';

const words = messages('deja-dup', {
  settings: 'The settings of Déjà Dup couldn’t be read.',
  flatpak: 'Déjà Dup from Flatpak keeps its settings where only the program dconf can read them.',
});

const APP = 'org.gnome.DejaDup';

/** A setting by group and key: `''` and `last-backup`, `drive` and `uuid`. Undefined where it is not set. */
type Value = (group: '' | 'drive' | 'local' | 'remote', key: string) => string | undefined;

const online: readonly string[] = ['google', 'microsoft', 'rclone', 's3', 'gcs', 'u1', 'rackspace', 'openstack'];

const destination = (value: Value, places: Places): BackupDestination => {
  const backend = value('', 'backend') ?? '';
  if (backend === 'drive') return places.volume(value('drive', 'uuid') ?? '', value('drive', 'name') ?? '');
  if (backend === 'local') {
    const folder = value('local', 'folder') ?? '';
    return folder.startsWith('/') ? places.at(folder) : { name: folder || 'a folder', kind: 'folder', attached: true };
  }
  if (backend === 'remote') return placeOfAddress(value('remote', 'uri') ?? 'another computer', places);
  if (online.includes(backend)) return { name: 'online storage', kind: 'cloud', attached: null };
  return { name: backend || 'a place of its own choice', kind: 'unknown', attached: null };
};

const found = (value: Value, source: string, places: Places): readonly Found[] => {
  const last = value('', 'last-backup');
  const name = 'Déjà Dup';
  const set = last !== undefined && last !== '';
  // Installed with many desktops and never set up: then it is no backup.
  if (!set && (value('', 'last-run') ?? '') === '' && value('', 'periodic') !== 'true') return [];
  const to = destination(value, places);
  const tool = {
    id: 'deja-dup',
    name,
    kind: 'backup' as const,
    automatic: value('', 'periodic') === 'true',
    destinations: [to],
  };
  const run = (at: BackupRun['at']): BackupRun => ({
    tool: 'deja-dup',
    name,
    at,
    evidence: `last-backup of ${source}`,
    destination: placeOf(to),
  });
  if (!set) return [{ tool, runs: [run('never')], source }];
  const at = isoTime(Date.parse(last));
  return [
    at === undefined
      ? { tool, gap: reasons.noDate({ app: product('Déjà Dup') }), source }
      : { tool, runs: [run(at)], source },
  ];
};

const native = async (machine: Machine, places: Places): Promise<readonly Found[]> => {
  if ((await machine.stat(`/usr/share/glib-2.0/schemas/${APP}.gschema.xml`)) === undefined) return [];
  const source = `gsettings ${APP}`;
  const result = await machine.run('/usr/bin/gsettings', ['list-recursively', APP]);
  const unread = { gap: words.settings, source };
  if (result === undefined || result.code !== 0) return [unread];
  const settings = parseSettings(result.stdout);
  if (!settings.has(`${APP} last-backup`)) return [unread];
  const groups = { '': APP, drive: `${APP}.Drive`, local: `${APP}.Local`, remote: `${APP}.Remote` };
  return found((group, key) => settings.get(`${groups[group]} ${key}`), source, places);
};

/** Text of a GVariant: `'2026-11-20T08:00:00Z'`. */
const bare = (text: string | undefined): string | undefined => text?.replace(/^'(.*)'$/, '$1');

/**
 * From Flatpak its settings stand in a file of its own, or in a small database that the program `dconf` prints. What it
 * never set is not there.
 */
const flatpak = async (machine: Machine, places: Places): Promise<readonly Found[]> => {
  const folder = flatpakFolder(machine, APP);
  if ((await machine.stat(folder)) === undefined) return [];
  const keyfile = `${folder}/config/glib-2.0/settings/keyfile`;
  const text = await machine.readText(keyfile, { maxBytes: 1_048_576 });
  const ofKeyfile = (group: string): ReadonlyMap<string, string> =>
    parseKdeGroup(text ?? '', group === '' ? 'org/gnome/deja-dup' : `org/gnome/deja-dup/${group}`);
  if (ofKeyfile('').size > 0) return found((group, key) => bare(ofKeyfile(group).get(key)), keyfile, places);
  if ((await machine.stat(`${folder}/config/dconf/user`)) === undefined) return [];
  const args = [`XDG_CONFIG_HOME=${folder}/config`, '/usr/bin/dconf', 'dump', '/org/gnome/deja-dup/'];
  const result = await machine.run('/usr/bin/env', args, { timeoutMs: 3_000, maxBytes: 262_144 });
  const source = `dconf dump, ${folder}`;
  if (result?.code !== 0) return [{ gap: words.flatpak, source }];
  const ofDump = (group: string): ReadonlyMap<string, string> =>
    parseKdeGroup(result.stdout, group === '' ? '/' : group);
  return found((group, key) => bare(ofDump(group).get(key)), source, places);
};

export const dejaDup: Look = async (machine, places) =>
  (await Promise.all([native(machine, places), flatpak(machine, places)])).flat();
