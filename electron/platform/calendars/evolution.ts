/** Owns the files of evolution-data-server: calendars of this computer, and the copies of those on servers. */
import path from 'node:path';
import { type EvolutionCalendar, evolutionCalendar } from '../../core/calendar-sources/evolution.ts';
import type { Freshness, SourceReading } from '../../core/calendar-sources/shape.ts';
import { isoTime } from '../../core/text/time.ts';
import type { Host } from '../machine/machine.ts';
import { type Collected, collect } from './collect.ts';
import { entriesOf, isThere, sentenceOf, settingsText, statOf } from './files.ts';
import { type CalendarSourceReader, failedReading, isAmong, withoutPermission } from './source.ts';

interface Home {
  readonly data: string;
  readonly cache: string;
  readonly config: string;
}

/** GNOME's own first calendar has no key file until somebody changes it. */
const FIRST = 'system-calendar';

const homesOf = ({ home, variables }: Host): readonly Home[] => {
  const flatpak = path.join(home, '.var/app/org.gnome.Evolution');
  return [
    {
      data: path.join(variables.XDG_DATA_HOME ?? path.join(home, '.local/share'), 'evolution'),
      cache: path.join(variables.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'evolution'),
      config: path.join(variables.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'evolution'),
    },
    {
      data: path.join(flatpak, 'data/evolution'),
      cache: path.join(flatpak, 'cache/evolution'),
      config: path.join(flatpak, 'config/evolution'),
    },
  ];
};

interface Located {
  readonly calendar: EvolutionCalendar;
  readonly home: Home;
}

const fileOf = ({ calendar, home }: Located): string =>
  calendar.place === 'local'
    ? path.join(home.data, 'calendar', calendar.id === FIRST ? 'system' : calendar.id, 'calendar.ics')
    : path.join(home.cache, 'calendar', calendar.id, 'cache.db');

/** Key files, each with its name, lie in the configuration; those of online accounts are made anew and kept in the cache. */
const keyFilesIn = ({ config, cache }: Home): Promise<Collected<readonly [uid: string, text: string]>> =>
  collect([path.join(config, 'sources'), path.join(cache, 'sources')], async (folder) =>
    collect(await entriesOf(folder), async (entry) => {
      const inner =
        entry.kind === 'folder'
          ? (await entriesOf(path.join(folder, entry.name))).map(({ name }) => path.join(entry.name, name))
          : [entry.name];
      return collect(
        inner.filter((one) => one.endsWith('.source')),
        async (name) => [
          [path.basename(name, '.source'), (await settingsText(path.join(folder, name))) ?? ''] as const,
        ],
      );
    }),
  );

const first: EvolutionCalendar = {
  id: FIRST,
  name: 'Personal',
  hidden: false,
  ownAddresses: [],
  place: 'local',
  everyMinutes: 30,
};

const locatedIn = async (home: Home): Promise<Collected<Located>> => {
  const { found, problem } = await keyFilesIn(home);
  const files = new Map(found);
  const calendars = [...files].flatMap(([uid, text]) => evolutionCalendar(uid, text, (one) => files.get(one)) ?? []);
  const all = calendars.some(({ id }) => id === FIRST) ? calendars : [first, ...calendars];
  const located: Located[] = [];
  for (const calendar of all) {
    const one = { calendar, home };
    // The first one is a file only once it holds something.
    if (calendar.id !== FIRST || (await isThere(fileOf(one)))) located.push(one);
  }
  return { found: located, problem };
};

/** The service touches its copy at each contact with the server, also when nothing is new. */
const freshnessOf = async (located: Located): Promise<Freshness> => {
  if (located.calendar.place === 'local') return { is: 'own' };
  const found = await statOf(fileOf(located));
  const at = found === undefined ? undefined : isoTime(found.modifiedMs);
  return at === undefined ? { is: 'untold' } : { is: 'as-of', at };
};

export const evolutionSource = (host: Host): CalendarSourceReader => {
  const located = () => collect(homesOf(host), locatedIn);

  return {
    id: 'evolution',
    ...withoutPermission,
    probe: async () => {
      for (const { data, config } of homesOf(host))
        if ((await isThere(path.join(config, 'sources'))) || (await isThere(path.join(data, 'calendar')))) return true;
      return false;
    },
    calendars: async () => {
      const { found, problem } = await located();
      return { calendars: found.map(({ calendar }) => calendar), problem };
    },
    read: async (what, copies) => {
      const readings: SourceReading[] = [];
      for (const one of (await located()).found.filter((it) => isAmong(what)(it.calendar))) {
        const { calendar } = one;
        try {
          const freshness = await freshnessOf(one);
          if (calendar.place === 'copied') {
            const file = await copies.of(fileOf(one));
            readings.push({
              calendar,
              content: { kind: 'evolution', file, calendar: '', span: what.span },
              problem: null,
              freshness,
            });
            continue;
          }
          readings.push({ calendar, content: { kind: 'file', path: fileOf(one) }, problem: null, freshness });
        } catch (error) {
          readings.push(failedReading(calendar, sentenceOf(error)));
        }
      }
      return readings;
    },
  };
};
