/** Owns the folders of calendars that vdirsyncer fills and khal shows. */
import path from 'node:path';
import { khalFolders, type NamedFolder, vdirsyncerFolders } from '../../core/calendar-sources/folder-config.ts';
import type { Freshness, SourceCalendar, SourceReading } from '../../core/calendar-sources/shape.ts';
import { sanitize } from '../../core/text/sanitize.ts';
import { isoTime } from '../../core/text/time.ts';
import type { Host } from '../machine/machine.ts';
import { type Collected, collect } from './collect.ts';
import { entriesOf, isThere, sentenceOf, settingsText, statOf } from './files.ts';
import { type CalendarSourceReader, failedReading, isAmong, withoutPermission } from './source.ts';

interface Found {
  readonly calendar: SourceCalendar;
  readonly folder: string;
}

const configsOf = ({ home, variables }: Host): { readonly vdirsyncer: readonly string[]; readonly khal: string } => {
  const config = variables.XDG_CONFIG_HOME ?? path.join(home, '.config');
  return {
    vdirsyncer: [path.join(config, 'vdirsyncer/config'), path.join(home, '.vdirsyncer/config')],
    khal: path.join(config, 'khal/config'),
  };
};

/** The folders of calendars: those named, and those in a folder that holds several. */
const foldersOf = async ({ path: folder, holdsCalendars }: NamedFolder): Promise<readonly string[]> => {
  if (!holdsCalendars) return [folder];
  const entries = await entriesOf(folder);
  const inner = entries.filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.'));
  // A storage of one collection keeps its files in itself.
  return entries.some(({ name }) => name.endsWith('.ics'))
    ? [folder]
    : inner.map(({ name }) => path.join(folder, name));
};

/** A run of vdirsyncer touches the list of what it has seen. */
const syncedAt = async ({ home, variables }: Host, name: string): Promise<Freshness> => {
  const status = path.join(variables.XDG_DATA_HOME ?? path.join(home, '.local/share'), 'vdirsyncer/status');
  const times: number[] = [];
  for (const pair of await entriesOf(status)) {
    const found = await statOf(path.join(status, pair.name, `${name}.items`));
    if (found !== undefined) times.push(found.modifiedMs);
  }
  const at = times.length === 0 ? undefined : isoTime(Math.min(...times));
  return at === undefined ? { is: 'untold' } : { is: 'as-of', at };
};

export const vdirsyncerSource = (host: Host): CalendarSourceReader => {
  const named = async (): Promise<Collected<Found>> => {
    const { vdirsyncer, khal } = configsOf(host);
    const configs = [...vdirsyncer.map((config) => [config, vdirsyncerFolders] as const), [khal, khalFolders] as const];
    const { found: folders, problem } = await collect(configs, async ([config, read]) =>
      collect(read((await settingsText(config)) ?? '', host.home), foldersOf),
    );
    const found: Found[] = [];
    for (const folder of [...new Set(folders.map((one) => path.resolve(one)))].sort()) {
      const name = await settingsText(path.join(folder, 'displayname')).catch(() => undefined);
      const calendar = {
        id: folder,
        name: sanitize(name ?? '', 60) || sanitize(path.basename(folder), 60),
        hidden: false,
        ownAddresses: [],
      };
      found.push({ calendar, folder });
    }
    return { found, problem };
  };

  return {
    id: 'vdirsyncer',
    ...withoutPermission,
    probe: async () => {
      const { vdirsyncer, khal } = configsOf(host);
      for (const config of [...vdirsyncer, khal]) if (await isThere(config)) return true;
      return false;
    },
    calendars: async () => {
      const { found, problem } = await named();
      return { calendars: found.map(({ calendar }) => calendar), problem };
    },
    read: async (what) => {
      const readings: SourceReading[] = [];
      for (const { calendar, folder } of (await named()).found.filter((it) => isAmong(what)(it.calendar))) {
        try {
          const freshness = await syncedAt(host, path.basename(folder));
          readings.push({ calendar, content: { kind: 'folder', path: folder }, problem: null, freshness });
        } catch (error) {
          readings.push(failedReading(calendar, sentenceOf(error)));
        }
      }
      return readings;
    },
  };
};
