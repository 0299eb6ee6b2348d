/** Owns Back In Time: its profiles, where each keeps its copies, and when each was last done without a fault. */

import type { BackupDestination } from '../../../core/facts/index.ts';
import { name as nameValue } from '../../../core/messages/value.ts';
import { localTime } from '../../local-time.ts';
import type { Machine } from '../../machine/machine.ts';
import { reasons } from '../../reasons.ts';
import { configFolder, dataFolder, type Found, type Look, placeOf } from './found.ts';
import type { Places } from './places.ts';

const MOST_PROFILES = 8;

type Setting = (key: string) => string | undefined;

const settingsIn = (text: string): Setting => {
  const lines = new Map(
    text.split('\n').flatMap((line) => {
      const equals = line.indexOf('=');
      return equals < 1 ? [] : [[line.slice(0, equals).trim(), line.slice(equals + 1).trim()] as const];
    }),
  );
  return (key) => lines.get(key);
};

const destination = (setting: Setting, profile: string, places: Places): BackupDestination => {
  const mode = setting(`profile${profile}.snapshots.mode`) ?? 'local';
  const encrypted = mode.endsWith('_encfs') ? { encrypted: true } : { encrypted: false };
  if (mode.startsWith('ssh')) return { name: 'another computer', kind: 'network', attached: null, ...encrypted };
  const path = setting(`profile${profile}.snapshots.path`) ?? setting(`profile${profile}.snapshots.local_encfs.path`);
  return path === undefined
    ? { name: 'a folder', kind: 'unknown', attached: null }
    : { ...places.at(path), ...encrypted };
};

/** "20261127 0337" in local time: written when a backup, or finding that nothing had changed, ended without a fault. */
const lastDone = async (machine: Machine, file: string): Promise<string | undefined> => {
  const [, year, month, day, hour = '00', minute = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?: (\d\d)(\d\d))?\s*$/.exec((await machine.readText(file, { maxBytes: 256 })) ?? '') ?? [];
  return year === undefined ? undefined : localTime(`${year}-${month}-${day} ${hour}:${minute}:00`, machine.host);
};

export const backInTime: Look = async (machine, places) => {
  const source = `${configFolder(machine)}/backintime/config`;
  const text = await machine.readText(source, { maxBytes: 1_048_576 });
  if (text === undefined) return [];
  const setting = settingsIn(text);
  const profiles = (setting('profiles') ?? '1')
    .split(':')
    .filter((id) => /^\d{1,4}$/.test(id))
    .slice(0, MOST_PROFILES);
  return Promise.all(
    profiles.map(async (profile): Promise<Found> => {
      const to = destination(setting, profile, places);
      const title = setting(`profile${profile}.name`) ?? 'Main profile';
      const file = `${dataFolder(machine)}/backintime/anacron/${profile}_${title.replaceAll(' ', '_')}`;
      const at = await lastDone(machine, file);
      const name = profiles.length > 1 ? `Back In Time (${title})` : 'Back In Time';
      const tool = {
        id: 'back-in-time',
        name,
        kind: 'backup' as const,
        automatic: (setting(`profile${profile}.schedule.mode`) ?? '0') !== '0',
        destinations: [to],
      };
      return at === undefined
        ? { tool, gap: reasons.noDate({ app: nameValue(name) }), source }
        : { tool, runs: [{ tool: 'back-in-time', name, at, evidence: file, destination: placeOf(to) }], source };
    }),
  );
};
