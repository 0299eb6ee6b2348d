/** Owns tools that keep old states of the system: Timeshift, Snapper. Neither keeps a person's files out of harm's way. */

import * as v from 'valibot';
import type { BackupTool } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { timeshift as timeshiftSets } from '../../backup-sets/copies.ts';
import { openFolder } from '../../backup-sets/folder.ts';
import { optional } from '../../optional.ts';
import { driveMachine } from '../drives/drive-machine.ts';
import { readMounts } from '../drives/mounts.ts';
import { type Look, placeOf } from './found.ts';

const words = messages('timeshift', {
  away: 'The snapshots of Timeshift can’t be reached now.',
});

const settingsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({
    backup_device_uuid: v.optional(v.string(), ''),
    btrfs_mode: v.optional(v.string(), 'false'),
    exclude: v.optional(v.array(v.string()), []),
  }),
);

/** `+ /home/ada/**` brings the person's files in, hidden ones alone (`+ /home/ada/.**`) do not. */
const keepsHome = (exclude: readonly string[], home: string): boolean =>
  exclude.some((rule) => rule.startsWith('+ ') && [`${home}/**`, '/home/**'].includes(rule.slice(2).trim()));

/**
 * Its copies of the system stay on the disk that it was given. They count as a backup only when it was told to keep the
 * person's files too, on a disk of their own.
 */
export const timeshift: Look = async (machine, places) => {
  const source = '/etc/timeshift/timeshift.json';
  const text = await machine.readText(source, { maxBytes: 1_048_576 });
  if (text === undefined) return [];
  const read = v.safeParse(settingsSchema, text);
  const settings = read.success ? read.output : { backup_device_uuid: '', btrfs_mode: 'true', exclude: [] };
  const automatic = /"schedule_(?:monthly|weekly|daily|hourly|boot)"\s*:\s*"true"/.test(text);
  const place = settings.backup_device_uuid === '' ? undefined : places.volume(settings.backup_device_uuid, '');
  const isBackup =
    settings.btrfs_mode !== 'true' && place?.attached === true && keepsHome(settings.exclude, machine.host.home);
  const tool: BackupTool = {
    id: 'timeshift',
    name: 'Timeshift',
    kind: isBackup ? 'backup' : settings.btrfs_mode === 'true' ? 'snapshots' : 'system',
    automatic,
    destinations: isBackup && place !== undefined ? [{ ...place, encrypted: false }] : [],
  };
  if (!isBackup || place === undefined) return [{ tool, source }];
  const mount = (await readMounts(machine)).find(({ target }) => {
    const at = places.at(target);
    return at.volumeId !== undefined && at.volumeId === place.volumeId;
  });
  const looking = mount === undefined ? undefined : driveMachine(machine, mount.target);
  const folder =
    looking === undefined || mount === undefined ? undefined : await optional(openFolder(looking, mount.target));
  const [set] = looking === undefined || folder === undefined ? [] : await timeshiftSets(looking, folder, {});
  return [
    set?.newest === undefined
      ? { tool, gap: words.away, source }
      : {
          tool,
          runs: [
            {
              tool: 'timeshift',
              name: 'Timeshift',
              at: set.newest,
              evidence: 'info.json of the snapshot',
              destination: placeOf(place),
            },
          ],
          source,
        },
  ];
};

export const snapper: Look = async (machine) => {
  const source = '/etc/snapper/configs';
  const configs = (await optional(machine.readDir(source, { maxEntries: 64 }))) ?? [];
  if (configs.length === 0) return [];
  return [{ tool: { id: 'snapper', name: 'Snapper', kind: 'snapshots', automatic: null, destinations: [] }, source }];
};
