/** Owns the settings of the calendars: which are read, how far ahead, and who the person is in them. */

import type { PolicyValues } from '../policy/policy.ts';
import { addresses, files, integerKey, list } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const calendarSettings = defineSettings({
  id: 'calendar',
  title: 'Calendars',
  describe: 'Where the next meeting is read. No calendar is read, and no server asked, unless it is named here.',
  policy: {
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
    files: { label: 'Calendar files' },
    folders: { label: 'Folders with calendar files' },
    addresses: { label: 'Calendar addresses' },
    lookAheadHours: { label: 'Look ahead' },
    ownAddresses: { label: 'Your mail addresses' },
  },
});

export type CalendarValues = PolicyValues<(typeof calendarSettings)['policy']>;

/** Whether there is anything to read. */
export const namesCalendars = ({ files, folders, addresses }: CalendarValues): boolean =>
  files.length + folders.length + addresses.length > 0;
