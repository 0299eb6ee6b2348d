/** Owns the calendars of this computer's own programs: which may be used, which of them are ticked, and what those hold. */
import {
  type Permission,
  previewSources,
  type SourceCalendar,
  type SourceId,
  type SourceReading,
  type Span,
  sourceNames,
} from '../../core/calendar-sources/shape.ts';
import { localise } from '../../core/messages/localise.ts';
import type { Message } from '../../core/messages/messages.ts';
import { type CalendarValues, mayUse, type SourceListing, usesSource } from '../../core/settings/calendar.ts';
import { permissionWords, sourceListWords } from '../../core/settings/calendar-words.ts';
import { sweepCopies, withDatabaseCopies } from '../../platform/calendars/database-copy.ts';
import { calendarSourcesOf } from '../../platform/calendars/index.ts';
import type { CalendarSourceReader } from '../../platform/calendars/source.ts';
import type { Host } from '../../platform/machine/machine.ts';

/** What one ticked calendar holds. */
export interface ComputerReading extends SourceReading {
  readonly source: SourceId;
}

/** What the ticked calendars hold, and what of this computer's calendars could not be looked at. */
export interface ComputerReadings {
  readonly readings: readonly ComputerReading[];
  readonly problems: readonly { readonly name: string; readonly problem: Message }[];
}

export interface ComputerCalendars {
  /** What there is. Calendars are looked at only in sources that the person, or the policy, wants to be used. */
  list(values: CalendarValues): Promise<readonly SourceListing[]>;
  /** Lets the system ask the person for a source. Only after a click. */
  ask(id: SourceId, values: CalendarValues): Promise<Permission>;
  /** Hands over what the ticked calendars hold. Copies that were made for it are gone when `use` has ended. */
  read<T>(values: CalendarValues, span: Span, use: (found: ComputerReadings) => Promise<T>): Promise<T>;
}

/** How the settings name a calendar. */
const fullId = (source: SourceId, { id }: SourceCalendar): string => `${source}:${id}`;

/** As the person has ticked it in Greenroom, else as its own program shows it. */
const isOn = ({ shown, unshown }: CalendarValues, id: string, { hidden }: SourceCalendar): boolean =>
  shown.includes(id) || (!hidden && !unshown.includes(id));

const mayRead = (permission: Permission): boolean => permission === 'granted' || permission === 'not-needed';

/** The sources that are on this computer: nothing of them is read. */
export const foundSources = async (
  host: Host,
  sources: readonly CalendarSourceReader[] = calendarSourcesOf(host),
): Promise<SourceId[]> => {
  const found = await Promise.all(sources.map(async (source) => ((await source.probe()) ? [source.id] : [])));
  return found.flat();
};

export const createComputerCalendars = (
  host: Host,
  /** Greenroom's own. */
  folder: string,
  sources: readonly CalendarSourceReader[] = calendarSourcesOf(host),
): ComputerCalendars => {
  const listing = async (source: CalendarSourceReader, values: CalendarValues): Promise<readonly SourceListing[]> => {
    const { id } = source;
    if (!(await source.probe())) return [];
    const about = { id, name: sourceNames[id], preview: previewSources.has(id) };
    if (!mayUse(values, id))
      return [{ ...about, use: 'forbidden', permission: 'not-needed', calendars: [], problem: null }];
    const use = values[id] === 'required' ? 'required' : values.useComputer ? 'on' : 'off';
    if (use === 'off') return [{ ...about, use, permission: 'not-needed', calendars: [], problem: null }];
    const permission = await source.permission();
    if (!mayRead(permission)) return [{ ...about, use, permission, calendars: [], problem: null }];
    const { calendars, problem } = await withDatabaseCopies(folder, (copies) => source.calendars(copies));
    const told = calendars.map((calendar) => {
      const named = fullId(id, calendar);
      return { id: named, name: calendar.name, on: isOn(values, named, calendar) };
    });
    return [{ ...about, use, permission, calendars: told, problem }];
  };

  return {
    list: async (values) => {
      await sweepCopies(folder);
      return (await Promise.all(sources.map((source) => listing(source, values)))).flat();
    },
    ask: async (id, values) => {
      const source = sources.find((one) => one.id === id);
      if (source === undefined || !usesSource(values, id)) return 'refused';
      return source.ask();
    },
    read: (values, span, use) =>
      withDatabaseCopies(folder, async (copies) => {
        const readings: ComputerReading[] = [];
        const problems: { name: string; problem: Message }[] = [];
        let isAny = false;
        for (const source of sources.filter(({ id }) => usesSource(values, id))) {
          if (!(await source.probe())) continue;
          isAny = true;
          const name = sourceNames[source.id];
          const permission = await source.permission();
          if (!mayRead(permission)) {
            problems.push({ name, problem: permissionWords[permission] ?? sourceListWords.refused });
            continue;
          }
          const { calendars, problem } = await source.calendars(copies);
          if (problem !== null) problems.push({ name, problem });
          const chosen = calendars.filter((one) => isOn(values, fullId(source.id, one), one));
          if (chosen.length === 0) continue;
          for (const reading of await source.read({ calendars: chosen, span }, copies))
            readings.push({ ...reading, source: source.id });
        }
        if (!isAny) problems.push({ name: localise(sourceListWords.computer), problem: sourceListWords.none });
        else if (readings.length + problems.length === 0)
          problems.push({ name: localise(sourceListWords.computer), problem: sourceListWords.noneTicked });
        return use({ readings, problems });
      }),
  };
};
