/** Owns the one shape of every source of calendars on this computer: is it there, may it be read, which calendars, what they hold. */
import { type Message, messages } from '../messages/messages.ts';
import type { IsoTime } from '../text/time.ts';

/** In the order in which a person sees them. */
export const sourceIds = ['thunderbird', 'evolution', 'vdirsyncer', 'akonadi', 'macos', 'outlook'] as const;
export type SourceId = (typeof sourceIds)[number];

/** Names as their makers write them. */
export const sourceNames: Readonly<Record<SourceId, string>> = {
  thunderbird: 'Thunderbird',
  evolution: 'GNOME Calendar',
  vdirsyncer: 'vdirsyncer and khal',
  akonadi: 'KDE',
  macos: 'macOS Calendar',
  outlook: 'Outlook (classic)',
};

/** Never tried on the system itself: the person is told so. */
export const previewSources: ReadonlySet<SourceId> = new Set(['macos', 'outlook']);

/** `restricted`: an organisation has forbidden it in the system's own settings. */
export type Permission = 'not-needed' | 'granted' | 'not-asked' | 'refused' | 'restricted';

export interface SourceCalendar {
  /** Names it across readings, among all calendars of its source. */
  readonly id: string;
  readonly name: string;
  /** Unticked or switched off in its own program. */
  readonly hidden: boolean;
  /** The person's addresses in it, lower case. */
  readonly ownAddresses: readonly string[];
}

/** `own`: what is read is the calendar itself, not a copy of it. `untold`: nobody says how old the copy is. */
export type Freshness =
  | { readonly is: 'own' }
  | { readonly is: 'untold' }
  | { readonly is: 'as-of'; readonly at: IsoTime };

/** Milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A copied database, and what is to be read of it. As data: it may be handed to a thread. */
export interface DatabaseQuery {
  readonly kind: 'thunderbird' | 'evolution' | 'akonadi';
  readonly file: string;
  /** The calendar's own id in it; empty where the database holds one calendar. */
  readonly calendar: string;
  readonly span: Span;
}

/** A calendar file, or a folder of them. */
export interface PlainFiles {
  readonly kind: 'file' | 'folder';
  readonly path: string;
}

/** What one calendar holds for a span, or why that is not known. */
export interface SourceReading {
  readonly calendar: SourceCalendar;
  /** iCalendar texts, or where they are to be had; null: it could not be read. */
  readonly content: readonly string[] | DatabaseQuery | PlainFiles | null;
  /** What was wrong. */
  readonly problem: Message | null;
  readonly freshness: Freshness;
  /** Its program keeps the text of invitations to itself: a meeting may have a link that is not in the content. */
  readonly withholdsLinks?: boolean;
}

/** The calendars of a source. */
export interface SourceCalendars {
  readonly calendars: readonly SourceCalendar[];
  /** Why there are none, or not all. */
  readonly problem: Message | null;
}

/** How a source says that it cannot be read. */
export const sourceWords = messages('calendar-sources', {
  missing: 'Its file isn’t there. Start its program once.',
  denied: 'Your account can’t read its file.',
  silent: 'Its file couldn’t be read in time.',
  unreadable: 'Its file couldn’t be read.',
  tooLarge: 'Its database has more than {megabytes, number} MB, which is more than Greenroom copies.',
  busy: 'Its program was writing all the time. Greenroom reads it again next time.',
  damaged: 'Its database is damaged. Open its program, which may repair it.',
  foreign: 'Its database has a form that this version of Greenroom doesn’t know.',
  noSqlite: 'Reading it needs the Greenroom window, or Node 22.13 or newer.',
  noRoom: 'There was no room for a copy of its database.',
  notSynced: 'Its program keeps no copy of it on this computer.',
  mariadb: 'KDE keeps it in a database server here. Greenroom reads only KDE’s SQLite files.',
  cut: 'It holds more events than Greenroom reads.',
  restrictedPowershell: 'Your organisation restricts PowerShell, so Greenroom can’t ask Outlook.',
  noPowershell: 'Greenroom couldn’t start Windows PowerShell to ask Outlook.',
  outlookNotRunning: 'Outlook isn’t running. Start it to see its meetings here.',
  outlookUnreachable:
    'Outlook is running but lets no other program in. Close it and start it as you usually do, not as administrator.',
  outlookSilent: 'Outlook didn’t answer in time. A window of it may be waiting for you.',
  outlookOffline: 'Outlook is working offline, so this may be old.',
  outlookClosed: 'Outlook didn’t open the calendar of {count, plural, one {# account} other {# accounts}}.',
  newOutlook:
    'The new Outlook lets no program read its calendar. Publish the calendar and add its address here instead.',
  parts: '{count, plural, one {# event} other {# events}} of it couldn’t be read.',
});
