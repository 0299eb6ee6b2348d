/** Owns the settings of the calendars: which are read, how far ahead, and who the person is in them. */

import { type Permission, type SourceId, sourceIds } from '../calendar-sources/shape.ts';
import type { Text } from '../messages/messages.ts';
import type { PolicyValues } from '../policy/policy.ts';
import { addresses, choice, files, flag, integerKey, list } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

/** What an organisation says of a source. `required`: it is read also where the person has not asked for it. */
const source = (of: string) =>
  choice(
    ['allowed', 'required', 'forbidden'],
    'allowed',
    `Whether the calendars of ${of} may be read on this computer.`,
  );

export const calendarSettings = defineSettings({
  id: 'calendar',
  title: 'Calendars',
  describe: 'Where the next meeting is read. No calendar is read, and no server asked, unless you choose it here.',
  policy: {
    useComputer: flag(false, 'Whether the calendars that programs on this computer keep are read. None is changed.'),
    thunderbird: source('Thunderbird and Betterbird'),
    evolution: source('GNOME (evolution-data-server)'),
    vdirsyncer: source('vdirsyncer and khal'),
    akonadi: source('KDE (Akonadi)'),
    macos: source('macOS (EventKit)'),
    outlook: source('classic Outlook on Windows'),
    shown: list('ids of calendars', 'Calendars of this computer that are read though their own program hides them.'),
    unshown: list(
      'ids of calendars',
      'Calendars of this computer that are not read though their own program shows them.',
    ),
    files: files('calendar', 'whole paths of calendar files (.ics)', 'Calendar files on this computer.'),
    folders: files('calendar', 'whole paths of folders', 'Folders with calendar files, read with the folders in them.'),
    addresses: addresses(
      'calendar',
      'https addresses',
      'Calendars on a server. Each is asked at most every 15 minutes.',
    ),
    lookAheadHours: integerKey(24, 'hours', 1, 168, 'How far ahead meetings are looked for.'),
    ownAddresses: list('mail addresses', 'Mail addresses of the person: what these have declined is not a meeting.'),
  },
  words: {
    useComputer: { label: 'Use the calendars on this computer' },
    files: { label: 'Calendar files' },
    folders: { label: 'Folders with calendar files' },
    addresses: { label: 'Calendar addresses' },
    lookAheadHours: { label: 'Look ahead' },
    ownAddresses: { label: 'Your mail addresses' },
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
  readonly problem: Text | null;
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
