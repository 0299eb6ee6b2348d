/** Owns the settings of the calendars: which are read, how far ahead, and who the person is in them. */

import { type Permission, type SourceId, sourceIds } from '../calendar-sources/shape.ts';
import type { Message } from '../messages/messages.ts';
import { messages } from '../messages/messages.ts';
import { product, type Value, list as values } from '../messages/value.ts';
import type { PolicyValues } from '../policy/policy.ts';
import { addresses, choice, files, flag, integerKey, list } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.calendar', {
  title: 'Calendars',
  about: 'Where the next meeting is read. No calendar is read, and no server asked, unless you choose it here.',
  useComputer: 'Use the calendars on this computer',
  files: 'Calendar files',
  folders: 'Folders with calendar files',
  addresses: 'Calendar addresses',
  lookAheadHours: 'Look ahead',
  ownAddresses: 'Your mail addresses',
});

const describe = messages('policy.calendar', {
  outlook: 'classic Outlook on Windows',
  source: 'Whether the calendars of {of} may be read on this computer.',
  useComputer: 'Whether the calendars that programs on this computer keep are read. None is changed.',
  shown: 'Calendars of this computer that are read though their own program hides them.',
  unshown: 'Calendars of this computer that are not read though their own program shows them.',
  files: 'Calendar files on this computer.',
  folders: 'Folders with calendar files, read with the folders in them.',
  addresses: 'Calendars on a server. Each is asked at most every 15 minutes.',
  lookAheadHours: 'How far ahead meetings are looked for.',
  ownAddresses: 'Mail addresses of the person: what these have declined is not a meeting.',
});

/** What an organisation says of a source. `required`: it is read also where the person has not asked for it. */
const source = (of: Value) => choice(['allowed', 'required', 'forbidden'], 'allowed', describe.source({ of }));

export const calendarSettings = defineSettings({
  id: 'calendar',
  title: words.title,
  describe: words.about,
  policy: {
    useComputer: flag(false, describe.useComputer),
    thunderbird: source(values([product('Thunderbird'), product('Betterbird')])),
    evolution: source(product('GNOME (evolution-data-server)')),
    vdirsyncer: source(values([product('vdirsyncer'), product('khal')])),
    akonadi: source(product('KDE (Akonadi)')),
    macos: source(product('macOS (EventKit)')),
    outlook: source(describe.outlook),
    shown: list('calendars', describe.shown),
    unshown: list('calendars', describe.unshown),
    files: files('calendar', 'calendarFiles', describe.files),
    folders: files('calendar', 'folders', describe.folders),
    addresses: addresses('calendar', 'addresses', describe.addresses),
    lookAheadHours: integerKey(24, 'hours', 1, 168, describe.lookAheadHours),
    ownAddresses: list('mailAddresses', describe.ownAddresses),
  },
  words: {
    useComputer: { label: words.useComputer },
    files: { label: words.files },
    folders: { label: words.folders },
    addresses: { label: words.addresses },
    lookAheadHours: { label: words.lookAheadHours },
    ownAddresses: { label: words.ownAddresses },
  },
});

export type CalendarValues = PolicyValues<(typeof calendarSettings)['policy']>;

/** Whether the organisation lets a source be read. */
export const mayUse = (values: CalendarValues, id: SourceId): boolean => values[id] !== 'forbidden';

/** Whether a source is to be read: the person has asked for this computer's calendars, or the organisation for this source. */
export const usesSource = (values: CalendarValues, id: SourceId): boolean =>
  values[id] === 'required' || (values.useComputer && mayUse(values, id));

/** Whether there is anything to read. */
export const namesCalendars = (values: CalendarValues): boolean =>
  values.files.length + values.folders.length + values.addresses.length > 0 ||
  sourceIds.some((id) => usesSource(values, id));

/** A source of calendars that is on this computer, as a person sees it. */
export interface SourceListing {
  readonly id: SourceId;
  readonly name: string;
  /** Never tried on the system itself. */
  readonly preview: boolean;
  readonly use: 'off' | 'on' | 'required' | 'forbidden';
  readonly permission: Permission;
  /** Empty unless it is used and may be read. */
  readonly calendars: readonly { readonly id: string; readonly name: string; readonly on: boolean }[];
  readonly problem: Message | null;
}

/** The lists of what a person has ticked and unticked, once one calendar is set so. */
export const ticked = (
  { shown, unshown }: Pick<CalendarValues, 'shown' | 'unshown'>,
  id: string,
  on: boolean,
): Pick<CalendarValues, 'shown' | 'unshown'> => {
  const without = (ids: readonly string[]): readonly string[] => ids.filter((one) => one !== id);
  return on
    ? { shown: [...without(shown), id], unshown: without(unshown) }
    : { shown: without(shown), unshown: [...without(unshown), id] };
};
