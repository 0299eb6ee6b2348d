/** Owns Pika Backup, from the system's packages and from Flatpak. */

import * as v from 'valibot';
import type { BackupDestination, BackupRun, BackupTool } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { isoTime } from '../../../core/text/time.ts';
import { configFolder, type Found, flatpakFolder, type Look, placeOf } from './found.ts';
import { type Places, placeOfAddress } from './places.ts';

const words = messages('pika-backup', {
  none: 'Pika Backup has no history yet.',
  unread: 'The history of Pika Backup couldn’t be read.',
});

const text = v.nullish(v.string(), '');
const runSchema = v.object({ end: v.string(), outcome: v.optional(v.unknown()) });
const historySchema = v.record(
  v.string(),
  v.object({
    run: v.optional(v.array(runSchema), []),
    last_completed: v.optional(v.nullable(runSchema)),
  }),
);
const backupSchema = v.array(
  v.object({
    id: v.string(),
    encrypted: v.optional(v.boolean()),
    repo: v.object({
      uri: text,
      path: text,
      mount_path: v.nullish(v.string(), '/'),
      mount_name: text,
      drive_name: text,
      removable: v.optional(v.boolean(), false),
      volume_uuid: text,
      volume_uuid_identifier: text,
    }),
    schedule: v.optional(v.object({ enabled: v.optional(v.boolean()) })),
  }),
);
type Backup = v.InferOutput<typeof backupSchema>[number];

const parsed = <S extends v.GenericSchema>(schema: S, json: string | undefined): v.InferOutput<S> | undefined => {
  try {
    return v.parse(schema, JSON.parse(json ?? ''));
  } catch {
    return undefined;
  }
};

const destination = ({ repo, encrypted }: Backup, places: Places): BackupDestination => {
  const id = repo.volume_uuid || repo.volume_uuid_identifier;
  const place =
    repo.removable && id !== ''
      ? places.volume(id, repo.mount_name || repo.drive_name)
      : repo.uri !== '' && !repo.uri.startsWith('file:')
        ? placeOfAddress(repo.uri, places)
        : places.at(repo.path.startsWith('/') ? repo.path : `${repo.mount_path.replace(/\/$/, '')}/${repo.path}`);
  return { ...place, ...(encrypted === undefined ? {} : { encrypted }) };
};

/** The latest end of a backup that was completed, and whether one was tried after it. */
const runOf = (
  history: v.InferOutput<typeof historySchema>[string],
  to: BackupDestination | undefined,
  evidence: string,
): BackupRun => {
  const at = isoTime(Date.parse(history.last_completed?.end ?? ''));
  const tried = isoTime(Date.parse(history.run[0]?.end ?? ''));
  return {
    tool: 'pika',
    name: 'Pika Backup',
    at: at ?? 'never',
    evidence,
    ...(to === undefined ? {} : { destination: placeOf(to) }),
    ...(tried !== undefined && at !== undefined && tried > at ? { lastAttemptFailed: true } : {}),
  };
};

export const pika: Look = async (machine, places) => {
  const folders = [
    `${configFolder(machine)}/pika-backup`,
    `${flatpakFolder(machine, 'org.gnome.World.PikaBackup')}/config/pika-backup`,
  ];
  const looks = folders.map(async (folder): Promise<readonly Found[]> => {
    const source = `${folder}/history.json`;
    const [historyText, backupText] = await Promise.all([
      machine.readText(source, { maxBytes: 8_388_608 }),
      machine.readText(`${folder}/backup.json`, { maxBytes: 1_048_576 }),
    ]);
    if (historyText === undefined && backupText === undefined) return [];
    const backups = parsed(backupSchema, backupText) ?? [];
    const destinations = new Map(backups.map((backup) => [backup.id, destination(backup, places)]));
    const schedules = backups.map(({ schedule }) => schedule?.enabled);
    const tool: BackupTool = {
      id: 'pika',
      name: 'Pika Backup',
      kind: 'backup',
      automatic: schedules.includes(true)
        ? true
        : schedules.length > 0 && schedules.every((on) => on === false)
          ? false
          : null,
      destinations: [...destinations.values()],
    };
    if (historyText === undefined) return backups.length === 0 ? [] : [{ tool, gap: words.none, source }];
    const history = parsed(historySchema, historyText);
    if (history === undefined) return [{ tool, gap: words.unread, source }];
    const runs = Object.entries(history).map(([id, one]) => runOf(one, destinations.get(id), source));
    // Set up and taken down again leaves an empty list.
    return runs.length === 0 && backups.length === 0 ? [] : [{ tool, runs, source }];
  });
  return (await Promise.all(looks)).flat();
};
