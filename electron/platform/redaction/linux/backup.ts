/** Owns what stays in a recording of what backup programs keep and of what lies on drives: kinds, places and times. */
import * as v from 'valibot';
import { backupOf, commandWords } from '../../linux/backup/tool-commands.ts';
import { parseMounts } from '../../linux/drives/mounts.ts';
import type { Reading } from '../../machine/recording.ts';
import { isProgramsName, kindOfFolder } from '../names/drive-folders.ts';

/** Lines of settings that are read; addresses, lists of folders and passwords among the others go. */
const lines = (text: string, wanted: RegExp): string =>
  text
    .split('\n')
    .filter((line) => wanted.test(line))
    .map((line) => `${line}\n`)
    .join('');

const json = <S extends v.GenericSchema>(text: string, schema: S): string => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return read.success ? JSON.stringify(read.output) : '';
};

const kopia = v.object({
  storage: v.object({ type: v.string(), config: v.optional(v.object({ path: v.optional(v.string()) })) }),
});
const ended = v.object({ end: v.string() });
const history = v.record(
  v.string(),
  v.object({ run: v.optional(v.array(ended)), last_completed: v.optional(v.nullable(ended)) }),
);
const text = v.nullish(v.string());
const repository = v.object({
  uri: text,
  path: text,
  mount_path: text,
  mount_name: text,
  drive_name: text,
  removable: v.optional(v.boolean()),
  volume_uuid: text,
  volume_uuid_identifier: text,
});
const backups = v.array(
  v.object({
    id: v.string(),
    encrypted: v.optional(v.boolean()),
    repo: repository,
    schedule: v.optional(v.object({ enabled: v.optional(v.boolean()) })),
  }),
);
const timeshift = v.object({
  backup_device_uuid: v.optional(v.string()),
  btrfs_mode: v.optional(v.string()),
  schedule_daily: v.optional(v.string()),
  schedule_weekly: v.optional(v.string()),
  schedule_monthly: v.optional(v.string()),
  exclude: v.optional(
    v.pipe(
      v.array(v.string()),
      v.transform((rules) => rules.filter((rule) => /^\+ \/home\/[^/]*\/?\*\*$/.test(rule))),
    ),
  ),
});

/** What is kept of a file of a backup program; undefined for every other file. */
export const allowedBackup = (path: string, content: string): string | undefined => {
  if (path.endsWith('/kopia/repository.config')) return json(content, kopia);
  if (path.endsWith('/pika-backup/history.json')) return json(content, history);
  if (path.endsWith('/pika-backup/backup.json')) return json(content, backups);
  if (path === '/etc/timeshift/timeshift.json') return json(content, timeshift);
  if (path === '/etc/rsnapshot.conf') return lines(content, /^snapshot_root\t/);
  if (path.endsWith('/backintime/config'))
    return lines(
      content,
      /^(?:profiles|profile\d+\.name|profile\d+\.schedule\.mode|profile\d+\.snapshots\.(?:mode|path|local_encfs\.path))=/,
    );
  if (path.endsWith('/settings/keyfile')) return allowedDejaDup(content);
  // Not what was said, but that it makes a backup.
  if (/^\/proc\/\d+\/cmdline$/.test(path)) return (backupOf(commandWords(content))?.example ?? []).join('\0');
  return undefined;
};

export const allowedDejaDup = (settings: string): string =>
  lines(
    settings,
    /^(?:\[(?:\/|drive|local|remote|org\/gnome\/deja-dup(?:\/(?:drive|local|remote))?)\]|(?:last-backup|last-run|periodic|backend|uuid|name|folder|uri)=)/,
  );

/** Names that people gave to folders on their drives, each with a stand-in of the same sort, the same throughout. */
export const withoutFolderNames = (reads: readonly Reading[]): readonly Reading[] => {
  const drives = reads
    .flatMap((reading) =>
      'text' in reading && reading.path === '/proc/self/mountinfo' ? parseMounts(reading.text) : [],
    )
    .map(({ target }) => target)
    .filter((target) => /^\/(?:media|run\/media|mnt)\//.test(target));
  const known = new Map<string, string>();
  const standIn = (name: string): string => {
    if (name === '' || isProgramsName(name)) return name;
    const kind = kindOfFolder(name);
    const given = known.get(name) ?? `${name.startsWith('.') ? '.' : ''}${kind} ${known.size + 1}`;
    known.set(name, given);
    return given;
  };
  const cleanPath = (path: string): string => {
    const drive = drives.find((one) => path.startsWith(`${one}/`));
    return drive === undefined
      ? path
      : `${drive}/${path
          .slice(drive.length + 1)
          .split('/')
          .map(standIn)
          .join('/')}`;
  };
  return reads.map((reading) => {
    if (reading.op !== 'run' || reading.program !== '/usr/bin/find') return reading;
    const args = reading.args.map((arg) => (arg.startsWith('/') ? cleanPath(arg) : arg));
    if (!('stdout' in reading)) return { ...reading, args };
    const stdout = reading.stdout
      .split('\0')
      .map((record) => {
        const fields = record.split('\t');
        return fields.length < 7
          ? record
          : [...fields.slice(0, 5), cleanPath(fields[5] ?? ''), standIn(fields.slice(6).join('\t'))].join('\t');
      })
      .join('\0');
    const stderr = reading.stderr.replace(/(?<=‘)\/[^’]*(?=’)/g, cleanPath);
    return { ...reading, args, stdout, stderr };
  });
};
