/** Owns what evolution-data-server's key files say of one calendar: GNOME's own, and those of its online accounts. */
import { sanitize } from '../text/sanitize.ts';
import { parseKeyFile } from './key-file.ts';
import type { SourceCalendar } from './shape.ts';

export interface EvolutionCalendar extends SourceCalendar {
  /** `local`: a calendar file lies here; `copied`: a copy of a server's. */
  readonly place: 'local' | 'copied';
  /** How often the service asks the server. */
  readonly everyMinutes: number;
}

/** Calendars that hold no meetings: birthdays, the weather. */
const NO_MEETINGS = new Set(['contacts', 'weather']);

/** Null: it is no calendar of events. `isOff`: its account was switched off. */
export const evolutionCalendar = (
  uid: string,
  text: string,
  accountOf: (uid: string) => string | undefined,
): EvolutionCalendar | null => {
  const file = parseKeyFile(text);
  const calendar = file.get('Calendar');
  const source = file.get('Data Source');
  const backend = calendar?.get('BackendName');
  if (calendar === undefined || backend === undefined || NO_MEETINGS.has(backend)) return null;
  const isEnabled = (keys: ReadonlyMap<string, string> | undefined): boolean => keys?.get('Enabled') !== 'false';
  const parent = source?.get('Parent') ?? '';
  const account = parseKeyFile(accountOf(parent) ?? '').get('Data Source');
  const addresses = [
    file.get('WebDAV Backend')?.get('EmailAddress'),
    file.get('WebDAV Backend')?.get('CalendarEmailAddress'),
  ];
  const minutes = Number(file.get('Refresh')?.get('IntervalMinutes'));
  return {
    id: uid,
    name: sanitize(source?.get('DisplayName') ?? '', 60) || backend,
    hidden: !isEnabled(source) || !isEnabled(account) || calendar.get('Selected') === 'false',
    ownAddresses: addresses.flatMap((address) =>
      address?.includes('@') === true ? [address.trim().toLowerCase()] : [],
    ),
    place: backend === 'local' ? 'local' : 'copied',
    everyMinutes: minutes > 0 ? minutes : 30,
  };
};
