/** Owns recognising sets that are plain copies of files: rsnapshot, rdiff-backup, Back In Time, Timeshift, Time Machine. */
import type { BackupSet } from '../../core/facts/index.ts';
import { isoTime } from '../../core/text/time.ts';
import { localTime } from '../local-time.ts';
import { files, folders, has, inside, latest, latestOf } from './folder.ts';
import type { Signature } from './signature.ts';

export const rsnapshot: Signature = async (machine, folder) => {
  const current = folders(folder).filter((name) =>
    /^(?:hourly|daily|weekly|monthly|yearly|alpha|beta|gamma|delta)\.0$/.test(name),
  );
  if (current.length === 0) return [];
  return [{ tool: 'rsnapshot', name: 'rsnapshot', ...(await latestOf(machine, folder, current)), encrypted: false }];
};

/** Two marks of the current mirror: the last run was broken off, and the older one is the last that finished. */
export const rdiffBackup: Signature = async (machine, folder) => {
  if (!has(folder, 'folder', 'rdiff-backup-data')) return [];
  const mirrors = files(await inside(machine, folder, 'rdiff-backup-data')).flatMap((name) => {
    // Where a colon may not stand in a name, its number does.
    const stamp = /^current_mirror\.(.+)\.data$/.exec(name)?.[1]?.replaceAll(';058', ':');
    return stamp === undefined ? [] : (isoTime(Date.parse(stamp)) ?? []);
  });
  const [finished] = mirrors.sort();
  return [{ tool: 'rdiff-backup', name: 'rdiff-backup', ...latest([finished]), encrypted: false }];
};

/** Hosts, people and profiles that are looked into; more on one drive are somebody's archive. */
const MAX_PARTS = 4;

/** `backintime/<host>/<user>/<profile>/20261120-190012-123`, in local time. */
export const backInTime: Signature = async (machine, folder) => {
  if (!has(folder, 'folder', 'backintime')) return [];
  const stamps: (string | undefined)[] = [];
  for (const host of folders(await inside(machine, folder, 'backintime')).slice(0, MAX_PARTS)) {
    for (const user of folders(await inside(machine, folder, 'backintime', host)).slice(0, MAX_PARTS)) {
      const profiles = await inside(machine, folder, 'backintime', host, user);
      for (const profile of folders(profiles).slice(0, MAX_PARTS)) {
        for (const name of folders(await inside(machine, profiles, profile))) {
          const [, day, time] = /^(\d{4}\d\d\d\d)-(\d{6})-\d+$/.exec(name) ?? [];
          if (day !== undefined && time !== undefined)
            stamps.push(
              localTime(
                `${day.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')} ${time.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3')}`,
                machine.host,
              ),
            );
        }
      }
    }
  }
  return [{ tool: 'back-in-time', name: 'Back In Time', ...latest(stamps) }];
};

/** Newest states that are looked into for whether they are finished. */
const MAX_STATES = 4;

/** `timeshift/snapshots/2026-11-20_19-00-12`, in local time. It gets its description last. It holds the system. */
export const timeshift: Signature = async (machine, folder) => {
  const sets: BackupSet[] = [];
  for (const place of ['timeshift', 'timeshift-btrfs']) {
    if (!has(folder, 'folder', place)) continue;
    const states = await inside(machine, folder, place, 'snapshots');
    const times: (string | undefined)[] = [];
    for (const name of folders(states).toSorted().slice(-MAX_STATES)) {
      const [, day, hour, minute, second] = /^(\d{4}-\d\d-\d\d)_(\d\d)-(\d\d)-(\d\d)$/.exec(name) ?? [];
      if (day !== undefined && has(await inside(machine, states, name), 'file', 'info.json'))
        times.push(localTime(`${day} ${hour}:${minute}:${second}`, machine.host));
    }
    sets.push({ tool: 'timeshift', name: 'Timeshift', ...latest(times), encrypted: false, holds: 'system' });
  }
  return sets;
};

/**
 * A Mac's backups: `Backups.backupdb/<Mac>/<time>` on older drives, dated folders at the top of newer ones, an image of
 * many files on a server. This Mac's own dates are known from its settings; those of another one say nothing of this
 * computer, so none is read here.
 */
export const timeMachine: Signature = (_machine, folder) =>
  has(folder, 'folder', 'Backups.backupdb') ||
  has(folder, 'file', 'com.apple.TimeMachine.MachineID.plist') ||
  folders(folder).some((name) => /^\d{4}-\d\d-\d\d-\d{6}\.(?:backup|previous)$/.test(name))
    ? [{ tool: 'time-machine', name: 'Time Machine' }]
    : [];
