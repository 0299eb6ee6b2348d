/** Owns what each source of calendars on this computer must be able to tell, in this order. */
import type {
  Permission,
  SourceCalendar,
  SourceCalendars,
  SourceId,
  SourceReading,
  Span,
} from '../../core/calendar-sources/shape.ts';
import type { CommandResult, Limits } from '../machine/machine.ts';
import type { DatabaseCopies } from './database-copy.ts';

/** Runs a program of the system by its whole path, without a shell. */
export type RunTool = (program: string, args: readonly string[], limits: Limits) => Promise<CommandResult | undefined>;

export interface ReadWhat {
  /** Some of those that this source has told. */
  readonly calendars: readonly SourceCalendar[];
  readonly span: Span;
}

export interface CalendarSourceReader {
  readonly id: SourceId;
  /** Whether it is on this computer. Starts nothing, asks nobody, opens no calendar. */
  probe(): Promise<boolean>;
  /** Without a question to the person. */
  permission(): Promise<Permission>;
  /** Lets the system ask the person. Only after a click. */
  ask(): Promise<Permission>;
  calendars(copies: DatabaseCopies): Promise<SourceCalendars>;
  /** What the calendars hold. Databases are read from copies; how long those are there, the caller says. */
  read(what: ReadWhat, copies: DatabaseCopies): Promise<readonly SourceReading[]>;
}

/** Of a source for which the system has no permission. */
export const withoutPermission = {
  permission: async (): Promise<Permission> => 'not-needed',
  ask: async (): Promise<Permission> => 'not-needed',
};

/** What of a calendar could not be read. */
export const failedReading = (
  calendar: SourceReading['calendar'],
  problem: SourceReading['problem'],
): SourceReading => ({
  calendar,
  content: null,
  problem,
  freshness: { is: 'untold' },
});

/** Which of its calendars a source is to read. */
export const isAmong =
  ({ calendars }: ReadWhat) =>
  ({ id }: SourceCalendar): boolean =>
    calendars.some((one) => one.id === id);
