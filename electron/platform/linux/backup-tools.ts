/** Owns which backup tools are set up on Linux and when each last finished, read from their own settings. */
import * as v from 'valibot';
import { CannotTell, known } from '../../core/fact.ts';
import type { BackupDestination, BackupRun, BackupRuns, BackupTool, BackupTools } from '../../core/facts.ts';
import { isoTime } from '../../core/time.ts';
import { localTime } from '../local-time.ts';
import type { Machine } from '../machine.ts';
import { reader } from '../reader.ts';

/** What was found of one tool. A tool whose settings cannot be read is a gap, never silence. */
interface Found {
  readonly tool?: BackupTool;
  readonly run?: BackupRun;
  readonly gap?: string;
  readonly source: string;
}

type Look = (machine: Machine) => Promise<Found | undefined>;

const configFolder = (machine: Machine): string =>
  machine.variable('XDG_CONFIG_HOME') ?? `${machine.host.home}/.config`;

/** `schema key 'value'` lines of `gsettings list-recursively`, without the quotes. */
export const parseSettings = (stdout: string): ReadonlyMap<string, string> =>
  new Map(
    stdout.split('\n').flatMap((line) => {
      const match = /^(\S+) (\S+) (?:@\S+ )?(.*)$/.exec(line);
      if (match === null) return [];
      const [, schema = '', key = '', raw = ''] = match;
      return [[`${schema} ${key}`, raw.replace(/^'(.*)'$/, '$1')] as const];
    }),
  );

const dejaDupDestinations: Readonly<Record<string, BackupDestination['kind']>> = {
  drive: 'drive',
  local: 'folder',
  remote: 'network',
  google: 'cloud',
  microsoft: 'cloud',
  rclone: 'cloud',
};

const dejaDup: Look = async (machine) => {
  if ((await machine.stat('/usr/share/glib-2.0/schemas/org.gnome.DejaDup.gschema.xml')) === undefined) {
    const flatpak = await machine.stat(`${machine.host.home}/.var/app/org.gnome.DejaDup`);
    if (flatpak === undefined) return undefined;
    return { gap: 'Déjà Dup from Flatpak keeps its settings where Greenroom cannot read them.', source: flatpak.kind };
  }
  const source = 'gsettings org.gnome.DejaDup';
  const result = await machine.run('/usr/bin/gsettings', ['list-recursively', 'org.gnome.DejaDup']);
  if (result === undefined || result.code !== 0) return { gap: 'The settings of Déjà Dup could not be read.', source };
  const settings = parseSettings(result.stdout);
  const last = settings.get('org.gnome.DejaDup last-backup');
  const backend = settings.get('org.gnome.DejaDup backend') ?? '';
  if (last === undefined) return { gap: 'The settings of Déjà Dup do not show its last backup.', source };
  // Installed with many desktops and never set up: then it is no backup.
  if (last === '' && (settings.get('org.gnome.DejaDup last-run') ?? '') === '') return undefined;
  const name =
    settings.get('org.gnome.DejaDup.Drive name') ?? settings.get('org.gnome.DejaDup.Local folder') ?? backend;
  const volumeId = settings.get('org.gnome.DejaDup.Drive uuid');
  const at = isoTime(Date.parse(last));
  return {
    source,
    tool: {
      id: 'deja-dup',
      name: 'Déjà Dup',
      kind: 'backup',
      automatic: settings.get('org.gnome.DejaDup periodic') === 'true',
      destinations: [
        {
          name: backend === 'drive' ? name : backend,
          kind: dejaDupDestinations[backend] ?? 'unknown',
          attached: null,
          ...(backend === 'drive' && volumeId !== undefined && volumeId !== '' ? { volumeId } : {}),
        },
      ],
    },
    ...(last === ''
      ? { run: { tool: 'deja-dup', name: 'Déjà Dup', at: 'never' as const, evidence: source } }
      : at === undefined
        ? { gap: 'Déjà Dup does not say when its last backup was.' }
        : { run: { tool: 'deja-dup', name: 'Déjà Dup', at, evidence: source } }),
  };
};

const pikaRun = v.object({ end: v.string(), outcome: v.unknown() });
const pikaHistory = v.record(v.string(), v.object({ last_completed: v.optional(v.nullable(pikaRun)) }));

const pika: Look = async (machine) => {
  const folders = [
    `${configFolder(machine)}/pika-backup`,
    `${machine.host.home}/.var/app/org.gnome.World.PikaBackup/config/pika-backup`,
  ];
  for (const folder of folders) {
    const source = `${folder}/history.json`;
    const text = await machine.readText(source);
    if (text === undefined) continue;
    const tool: BackupTool = { id: 'pika', name: 'Pika Backup', kind: 'backup', automatic: null, destinations: [] };
    const evidence = source;
    try {
      const ends = Object.values(v.parse(pikaHistory, JSON.parse(text))).flatMap(
        (one) => one.last_completed?.end ?? [],
      );
      const at = ends
        .flatMap((end) => isoTime(Date.parse(end)) ?? [])
        .sort()
        .at(-1);
      return { tool, run: { tool: 'pika', name: 'Pika Backup', at: at ?? 'never', evidence }, source };
    } catch {
      return { tool, gap: 'The history of Pika Backup could not be read.', source };
    }
  }
  return undefined;
};

const backInTime: Look = async (machine) => {
  const source = `${configFolder(machine)}/backintime/config`;
  const text = await machine.readText(source);
  if (text === undefined) return undefined;
  const value = (key: string): string | undefined =>
    new RegExp(`^profile1\\.snapshots\\.${key}=(.*)$`, 'm').exec(text)?.[1];
  const folder = value('path');
  const local = (value('mode') ?? 'local') === 'local';
  const tool: BackupTool = {
    id: 'back-in-time',
    name: 'Back In Time',
    kind: 'backup',
    automatic: (value('schedule\\.mode') ?? '0') !== '0',
    destinations: [{ name: folder ?? 'another computer', kind: local ? 'folder' : 'network', attached: null }],
  };
  const link = [value('path\\.host'), value('path\\.user'), value('path\\.profile') ?? '1'];
  if (!local || folder === undefined || link.includes(undefined)) {
    return { tool, gap: 'Back In Time keeps its record on the backup itself.', source };
  }
  const last = await machine.readLink(`${folder}/backintime/${link.join('/')}/last_snapshot`);
  const stamp = /(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-\d+$/.exec(last ?? '');
  const at =
    stamp === null
      ? undefined
      : localTime(`${stamp[1]}-${stamp[2]}-${stamp[3]} ${stamp[4]}:${stamp[5]}:${stamp[6]}`, machine.host);
  if (at === undefined) return { tool, gap: `The backup of Back In Time in ${folder} is not reachable now.`, source };
  return { tool, run: { tool: 'back-in-time', name: 'Back In Time', at, evidence: `${folder}/backintime` }, source };
};

/** Tools that are recognised by a file of theirs, and whose last run nothing readable tells. */
const silent =
  (id: string, name: string, file: (machine: Machine) => string): Look =>
  async (machine) => {
    const source = file(machine);
    if ((await machine.stat(source)) === undefined) return undefined;
    const tool: BackupTool = { id, name, kind: 'backup', automatic: null, destinations: [] };
    return { tool, gap: `${name} does not tell other programs when its last backup was.`, source };
  };

const timeshift: Look = async (machine) => {
  const source = '/etc/timeshift/timeshift.json';
  const text = await machine.readText(source);
  if (text === undefined) return undefined;
  const automatic = /"schedule_(monthly|weekly|daily|hourly|boot)"\s*:\s*"true"/.test(text);
  return { tool: { id: 'timeshift', name: 'Timeshift', kind: 'snapshots', automatic, destinations: [] }, source };
};

const looks: readonly Look[] = [
  dejaDup,
  pika,
  backInTime,
  silent('vorta', 'Vorta', (machine) => `${machine.host.home}/.local/share/Vorta/settings.db`),
  silent('borgmatic', 'borgmatic', (machine) => `${configFolder(machine)}/borgmatic`),
  silent('kopia', 'Kopia', (machine) => `${configFolder(machine)}/kopia/repository.config`),
  timeshift,
];

const lookAtAll = async (machine: Machine): Promise<readonly Found[]> => {
  const results = await Promise.all(
    looks.map(async (look): Promise<Found | undefined> => {
      try {
        return await look(machine);
      } catch (error) {
        if (!(error instanceof CannotTell) || error.why === 'cancelled' || error.why === 'timed-out') throw error;
        return { gap: error.message, source: '' };
      }
    }),
  );
  return results.filter((found) => found !== undefined);
};

const sourceOf = (found: readonly Found[]): string =>
  found
    .map((one) => one.source)
    .filter((source) => source !== '')
    .join(', ') || 'settings of known backup tools';

export const backupTools = reader<BackupTools>(5_000, async (machine) => {
  const found = await lookAtAll(machine);
  const gaps = found.flatMap((one) => (one.tool === undefined && one.gap !== undefined ? [one.gap] : []));
  return known({ tools: found.flatMap((one) => one.tool ?? []), gaps }, sourceOf(found));
});

export const backupRuns = reader<BackupRuns>(5_000, async (machine) => {
  const found = await lookAtAll(machine);
  return known(
    { runs: found.flatMap((one) => one.run ?? []), gaps: found.flatMap((one) => one.gap ?? []) },
    sourceOf(found),
  );
});
