/** Owns opening a copied database and reading a calendar's texts from it: work for a thread, or this one. */
import type { DatabaseSync } from 'node:sqlite';
import { calendarText } from '../../core/calendar-sources/compose.ts';
import { type DatabaseQuery, sourceWords } from '../../core/calendar-sources/shape.ts';
import {
  type EventRow,
  type LineRow,
  type ParameterRow,
  type PropertyRow,
  thunderbirdText,
} from '../../core/calendar-sources/thunderbird-events.ts';
import type { Message } from '../../core/messages/messages.ts';
import { SourceProblem } from './files.ts';

export interface DatabaseTexts {
  readonly texts: readonly string[];
  readonly problem: Message | null;
}

/** Absent before Node 22.13, where a plain import would end the program. */
const sqlite = (): typeof import('node:sqlite') | undefined => process.getBuiltinModule?.('node:sqlite');

/** Whether databases can be read here. */
export const canReadDatabases = (): boolean => sqlite() !== undefined;

const DAY_MS = 86_400_000;
/** More than any zone is away from UTC, and what begins before the span and still goes on. */
const AROUND_MS = 2 * DAY_MS;

type Rows = readonly Readonly<Record<string, unknown>>[];

const all = <R>(database: DatabaseSync, sql: string, ...values: readonly (string | number)[]): readonly R[] =>
  database.prepare(sql).all(...values) as Rows as readonly R[];

const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : '';

/** Series and exceptions whole; single events near the span. The form has been this one for years, and is looked at. */
const thunderbird = (database: DatabaseSync, { calendar, span }: DatabaseQuery): DatabaseTexts => {
  const [{ version } = { version: null }] = all<{ version: unknown }>(
    database,
    'SELECT version FROM cal_calendar_schema_version',
  );
  if (version !== 23) throw new SourceProblem(sourceWords.foreign);
  const near = `SELECT id FROM cal_events WHERE cal_id = ?1 AND (flags & 16 OR recurrence_id IS NOT NULL
    OR (event_start < ?3 AND coalesce(event_end, event_start) > ?2))`;
  const range = [calendar, (span.from - AROUND_MS) * 1000, (span.to + AROUND_MS) * 1000] as const;
  const beside = (table: string, columns: string): string =>
    `SELECT item_id, ${columns} FROM ${table} WHERE cal_id = ?1 AND item_id IN (${near})`;
  const events = all<EventRow>(
    database,
    `SELECT id, title, ical_status, flags, event_start, event_end, event_stamp, event_start_tz, event_end_tz,
      recurrence_id, recurrence_id_tz FROM cal_events
      WHERE cal_id = ?1 AND coalesce(offline_journal, 0) <> 4 AND id IN (${near})`,
    ...range,
  );
  const text = 'CAST(value AS TEXT) AS value';
  const { text: composed, lost } = thunderbirdText({
    events,
    properties: all<PropertyRow>(database, beside('cal_properties', `recurrence_id, key, ${text}`), ...range),
    parameters: all<ParameterRow>(database, beside('cal_parameters', `recurrence_id, key1, key2, ${text}`), ...range),
    lines: [
      ...all<LineRow>(database, beside('cal_recurrence', 'NULL AS recurrence_id, icalString'), ...range),
      ...all<LineRow>(database, beside('cal_attendees', 'recurrence_id, icalString'), ...range),
      ...all<LineRow>(database, beside('cal_attachments', 'recurrence_id, icalString'), ...range),
    ],
  });
  return { texts: [composed], problem: lost === 0 ? null : sourceWords.parts({ count: lost }) };
};

/** Rows that were deleted while there was no network. */
const DELETED_OFFLINE = 3;

const evolution = (database: DatabaseSync, { span }: DatabaseQuery): DatabaseTexts => {
  const [{ value } = { value: null }] = all<{ value: unknown }>(
    database,
    "SELECT value FROM ECacheKeys WHERE key = 'version'",
  );
  if (value !== '4') throw new SourceProblem(sourceWords.foreign);
  const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
  const events = all<{ object: unknown }>(
    database,
    `SELECT ECacheOBJ AS object FROM ECacheObjects WHERE ECacheState <> ${DELETED_OFFLINE} AND (has_recurrences = 1
      OR occur_start IS NULL OR (occur_start < ?2 AND (occur_end IS NULL OR occur_end > ?1)))`,
    stamp(span.from - AROUND_MS),
    stamp(span.to + AROUND_MS),
  );
  const zones = all<{ zone: unknown }>(database, 'SELECT zone FROM timezones').map(({ zone }) => textIn(zone));
  const bodies = events.map(({ object }) => textIn(object)).filter((text) => text !== '');
  return {
    texts: [calendarText([...zones.filter((zone) => zone !== ''), ...bodies], [])],
    problem: bodies.length === events.length ? null : sourceWords.parts({ count: events.length - bodies.length }),
  };
};

const akonadi = (database: DatabaseSync, { calendar }: DatabaseQuery): DatabaseTexts => {
  const parts = all<{ data: unknown; storage: unknown }>(
    database,
    `SELECT PartTable.data AS data, PartTable.storage AS storage FROM PartTable
      JOIN PimItemTable ON PimItemTable.id = PartTable.pimItemId
      JOIN PartTypeTable ON PartTypeTable.id = PartTable.partTypeId
      JOIN MimeTypeTable ON MimeTypeTable.id = PimItemTable.mimeTypeId
      WHERE PimItemTable.collectionId = ?1 AND PartTypeTable.ns = 'PLD' AND PartTypeTable.name = 'RFC822'
        AND MimeTypeTable.name = 'application/x-vnd.akonadi.calendar.event'`,
    Number(calendar),
  );
  const texts = parts.flatMap(({ data, storage }) => (Number(storage) === 0 ? [textIn(data)] : []));
  return {
    texts,
    problem: texts.length === parts.length ? null : sourceWords.parts({ count: parts.length - texts.length }),
  };
};

const queries = { thunderbird, evolution, akonadi };

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** Opens a copy and hands it over. Throws `SourceProblem`. */
export const withDatabase = <T>(file: string, use: (database: DatabaseSync) => T): T => {
  const engine = sqlite();
  if (engine === undefined) throw new SourceProblem(sourceWords.noSqlite);
  let database: DatabaseSync | undefined;
  try {
    // The copy is ours, so its log may be folded into it.
    database = new engine.DatabaseSync(file);
    const [check] = all<Readonly<Record<string, unknown>>>(database, 'PRAGMA quick_check(1)');
    if (check?.quick_check !== 'ok') throw new SourceProblem(sourceWords.damaged);
    return use(database);
  } catch (error) {
    if (error instanceof SourceProblem || !(error instanceof Error) || !('errcode' in error)) throw error;
    const code = Number(error.errcode) & 0xff;
    // A table or column that is not there is an error of the statement.
    throw new SourceProblem(
      code === SQLITE_CORRUPT || code === SQLITE_NOTADB ? sourceWords.damaged : sourceWords.foreign,
    );
  } finally {
    database?.close();
  }
};

/** The texts of one calendar. Throws `SourceProblem`. */
export const databaseTexts = (query: DatabaseQuery): DatabaseTexts =>
  withDatabase(query.file, (database) => queries[query.kind](database, query));

/** A collection of Akonadi's that can hold events. */
export interface AkonadiCollection {
  readonly id: number;
  readonly name: string;
  readonly enabled: number;
  readonly displayPref: number;
}

export const akonadiCollections = (file: string): readonly AkonadiCollection[] =>
  withDatabase(file, (database) =>
    all<AkonadiCollection>(
      database,
      `SELECT DISTINCT CollectionTable.id, CollectionTable.name, CollectionTable.enabled, CollectionTable.displayPref
        FROM CollectionTable JOIN CollectionMimeTypeRelation ON Collection_id = CollectionTable.id
        JOIN MimeTypeTable ON MimeTypeTable.id = MimeType_id
        WHERE MimeTypeTable.name = 'application/x-vnd.akonadi.calendar.event' AND NOT CollectionTable.isVirtual
        ORDER BY CollectionTable.id`,
    ),
  );
