/** Owns KDE's calendars: Akonadi's database where it is SQLite, else the plain files that its resources name. */
import path from 'node:path';
import { akonadiStore, type PlainCalendar, plainCalendar } from '../../core/calendar-sources/akonadi.ts';
import { type SourceCalendar, type SourceReading, sourceWords } from '../../core/calendar-sources/shape.ts';
import { sanitize } from '../../core/text/sanitize.ts';
import type { Host } from '../machine/machine.ts';
import { type Collected, collect } from './collect.ts';
import { akonadiCollections } from './database.ts';
import type { DatabaseCopies } from './database-copy.ts';
import { entriesOf, isThere, sentenceOf, settingsText, statOf } from './files.ts';
import { type CalendarSourceReader, failedReading, isAmong, withoutPermission } from './source.ts';

type Found =
  | { readonly calendar: SourceCalendar; readonly kind: 'collection'; readonly key: string; readonly file: string }
  | { readonly calendar: SourceCalendar; readonly kind: 'file' | 'folder'; readonly file: string };

const configOf = ({ home, variables }: Host): string => variables.XDG_CONFIG_HOME ?? path.join(home, '.config');

const RESOURCE = /^akonadi_ical(?:dir)?_resource_\d+rc$/;

const collections = async (file: string, copies: DatabaseCopies): Promise<readonly Found[]> =>
  akonadiCollections(await copies.of(file)).map(({ id, name, enabled, displayPref }) => ({
    calendar: {
      id: String(id),
      name: sanitize(name, 60),
      hidden: enabled === 0 || displayPref === 0,
      ownAddresses: [],
    },
    kind: 'collection',
    key: String(id),
    file,
  }));

const plainFile = async ({ path: file, name }: PlainCalendar): Promise<Found> => ({
  calendar: { id: file, name: name || sanitize(path.basename(file), 60), hidden: false, ownAddresses: [] },
  kind: (await statOf(file))?.kind === 'folder' ? 'folder' : 'file',
  file,
});

/** Throws `SourceProblem`. */
const foundIn = async (host: Host, copies: DatabaseCopies): Promise<Collected<Found>> => {
  const config = configOf(host);
  const text = await settingsText(path.join(config, 'akonadi/akonadiserverrc'));
  const store = akonadiStore(text ?? '');
  if (store.is === 'sqlite') {
    const data = host.variables.XDG_DATA_HOME ?? path.join(host.home, '.local/share');
    return { found: await collections(store.file ?? path.join(data, 'akonadi/akonadi.db'), copies), problem: null };
  }
  const resources = (await entriesOf(config)).filter((entry) => RESOURCE.test(entry.name));
  const { found } = await collect(resources, async ({ name }) => {
    const plain = plainCalendar((await settingsText(path.join(config, name))) ?? '', host.home);
    return plain === null ? [] : [await plainFile(plain)];
  });
  // It hides more than one calendar that can't be read.
  return { found, problem: sourceWords.mariadb };
};

export const akonadiSource = (host: Host): CalendarSourceReader => {
  const all = async (copies: DatabaseCopies) => {
    try {
      return await foundIn(host, copies);
    } catch (error) {
      return { found: [], problem: sentenceOf(error) };
    }
  };
  return {
    id: 'akonadi',
    ...withoutPermission,
    probe: () => isThere(path.join(configOf(host), 'akonadi/akonadiserverrc')),
    calendars: async (copies) => {
      const { found, problem } = await all(copies);
      return { calendars: found.map(({ calendar }) => calendar), problem };
    },
    read: async (what, copies) => {
      const readings: SourceReading[] = [];
      for (const one of (await all(copies)).found.filter((it) => isAmong(what)(it.calendar))) {
        const { calendar } = one;
        try {
          const content =
            one.kind === 'collection'
              ? ({ kind: 'akonadi', file: await copies.of(one.file), calendar: one.key, span: what.span } as const)
              : { kind: one.kind, path: one.file };
          readings.push({ calendar, content, problem: null, freshness: { is: 'untold' } });
        } catch (error) {
          readings.push(failedReading(calendar, sentenceOf(error)));
        }
      }
      return readings;
    },
  };
};
