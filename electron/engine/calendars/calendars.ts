/** Owns the calendars in use: servers asked within limits, each calendar read by itself, one agenda out of all. */

import path from 'node:path';
import { decodeCalendar } from '../../core/calendar/lines.ts';
import { sourceIds, sourceNames } from '../../core/calendar-sources/shape.ts';
import { mergeMeetings } from '../../core/meeting/agenda.ts';
import { type Agenda, type CalendarReading, emptyAgenda } from '../../core/meeting/meeting.ts';
import { type Message, messages } from '../../core/messages/messages.ts';
import { type CalendarValues, usesSource } from '../../core/settings/calendar.ts';
import { InputError } from '../../core/text/input-error.ts';
import { sanitize } from '../../core/text/sanitize.ts';
import { sweepCopies } from '../../platform/calendars/database-copy.ts';
import { toldBy } from '../storage/files/storage-error.ts';
import { cacheFile, forgetOthers, loadCached, storeCached } from './calendar-cache.ts';
import { type CalendarAnswer, type CalendarJob, nothingRead } from './calendar-source.ts';
import { type CalendarSource, notInTime, readCalendarTexts } from './calendar-texts.ts';
import type { ComputerCalendars, ComputerReading, ComputerReadings } from './computer-calendars.ts';

const words = messages('calendar-refresh', {
  failed: '{reason}.',
  notKept: 'What the server sent couldn’t be kept ({reason}).',
});

export interface CalendarsOptions {
  /** Greenroom's own folder. */
  readonly folder: string;
  /** Finds the meetings of one calendar, here or in a thread. A rejection means that it took too long. */
  readonly read: (job: CalendarJob) => Promise<CalendarAnswer>;
  readonly clock?: () => Date;
  /** How long each file or folder is waited for. */
  readonly limitMs?: number;
  /** The calendars of this computer's programs; absent: only what is named is read. */
  readonly computer?: ComputerCalendars;
  /** Certificates to trust beside the system's, PEM. */
  readonly ca?: string;
}

export interface RefreshOptions {
  /** `due`: servers that were not asked for a while; `all`: each; `none`: only what was kept of them is read. */
  readonly ask: 'due' | 'all' | 'none';
  /** What is kept of servers that are not among these stays: they were named for once. */
  readonly keepOthers?: boolean;
}

export interface Calendars {
  /** Reads the named calendars again. Never rejects; one refresh begins when the one before it is over. */
  refresh(values: CalendarValues, how: RefreshOptions): Promise<Agenda>;
}

/** As the setting says: no server is asked more often. */
const ASK_EVERY_MS = 15 * 60_000;
/** Twice what programs usually let pass between two looks at a server. */
const COPY_OLD_MS = 60 * 60_000;
const FETCH = { timeoutMs: 15_000, maxBytes: 24 * 1024 * 1024 };

/** The server's name: what stands behind it in the address is often a secret. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'a server');

const localSource = (kind: 'file' | 'folder', file: string): CalendarSource => ({
  kind,
  name: sanitize(path.win32.basename(file), 60) || file,
  path: file,
});

/** What is to be read of a calendar of one of this computer's programs. */
const computerJob = async (
  { calendar, source, content, problem }: ComputerReading,
  limitMs: number | undefined,
): Promise<Omit<CalendarJob, 'options'>> => {
  const name = `${calendar.name} (${sourceNames[source]})`;
  if (content === null) return { name, texts: [], problem };
  if (!('path' in content)) return { name, texts: content, problem };
  const { texts, problem: wrong } = await readCalendarTexts({ ...content, name }, limitMs);
  return { name, texts, problem: problem ?? wrong };
};

const computerReading = (
  name: string,
  { freshness }: ComputerReading,
  { isRead, problem }: CalendarAnswer,
  now: Date,
): CalendarReading => {
  if (!isRead) return { name, state: 'unread', readAt: null, problem };
  if (freshness.is === 'as-of') {
    const isOld = now.getTime() - Date.parse(freshness.at) > COPY_OLD_MS;
    return { name, state: isOld ? 'stale' : 'current', readAt: freshness.at, problem };
  }
  return { name, state: freshness.is === 'own' ? 'current' : 'undated', readAt: now.toISOString(), problem };
};

export const createCalendars = ({
  folder,
  read,
  ca,
  computer,
  clock = () => new Date(),
  limitMs,
}: CalendarsOptions): Calendars => {
  const askedAt = new Map<string, number>();
  const problems = new Map<string, Message>();
  let running: Promise<Agenda> = Promise.resolve(emptyAgenda);

  const ask = async (address: string): Promise<void> => {
    const file = cacheFile(folder, address);
    const before = await loadCached(file);
    askedAt.set(address, clock().getTime());
    try {
      // The way to the network stands in a file of its own, loaded only when a person or the policy has named a server.
      const { fetchCalendar } = await import('../network/fetch-calendar.ts');
      const limits = ca === undefined ? FETCH : { ...FETCH, ca };
      const answer = await fetchCalendar(address, hostOf(address), before?.validators ?? {}, limits);
      const fetchedAt = clock().toISOString();
      if (answer.is === 'new')
        await storeCached(file, { fetchedAt, validators: answer.validators, text: decodeCalendar(answer.bytes) });
      else if (before !== null) await storeCached(file, { ...before, fetchedAt });
      problems.delete(address);
    } catch (error) {
      const reason = toldBy(error);
      problems.set(address, error instanceof InputError ? words.failed({ reason }) : words.notKept({ reason }));
    }
  };

  const isDue = (address: string): boolean =>
    clock().getTime() - (askedAt.get(address) ?? Number.NEGATIVE_INFINITY) >= ASK_EVERY_MS;

  const reading = async (
    source: CalendarSource,
    answer: CalendarAnswer,
    address?: string,
  ): Promise<CalendarReading> => {
    const kept = address === undefined ? null : await loadCached(source.path);
    const readAt = !answer.isRead ? null : address === undefined ? clock().toISOString() : (kept?.fetchedAt ?? null);
    const notAsked = address === undefined ? undefined : problems.get(address);
    const isOld = readAt !== null && clock().getTime() - Date.parse(readAt) > 2 * ASK_EVERY_MS;
    return {
      name: source.name,
      state: readAt === null ? 'unread' : notAsked !== undefined || isOld ? 'stale' : 'current',
      readAt,
      problem: notAsked ?? answer.problem,
    };
  };

  const refresh = async (
    values: CalendarValues,
    { ask: which, keepOthers = false }: RefreshOptions,
  ): Promise<Agenda> => {
    const { files, folders, addresses, lookAheadHours } = values;
    const servers = [...new Set(addresses)];
    // Also where the person no longer uses them.
    await sweepCopies(folder);
    if (!keepOthers) await forgetOthers(folder, servers);
    if (which !== 'none') await Promise.all(servers.filter((one) => which === 'all' || isDue(one)).map(ask));
    const sources = [
      ...files.map((file) => ({ source: localSource('file', file), address: undefined })),
      ...folders.map((file) => ({ source: localSource('folder', file), address: undefined })),
      ...servers.map((address) => ({
        source: { kind: 'cached', name: hostOf(address), path: cacheFile(folder, address) } as const,
        address,
      })),
    ];
    const now = clock().getTime();
    const span = { from: now, to: now + lookAheadHours * 3_600_000 };
    const readAll = async ({ readings: ofComputer, problems: unseen }: ComputerReadings): Promise<Agenda> => {
      const options = {
        now,
        lookAheadHours,
        me: [...new Set([...values.ownAddresses, ...ofComputer.flatMap(({ calendar }) => calendar.ownAddresses)])],
        localZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      };
      const lists: Agenda['meetings'][] = [];
      const calendars: CalendarReading[] = [];
      const answered = (job: CalendarJob): Promise<CalendarAnswer> =>
        'length' in job.texts && job.texts.length === 0
          ? Promise.resolve(nothingRead(job.problem))
          : read(job).catch(() => nothingRead(notInTime));
      // What does not answer is waited for once, beside all others.
      const readings = sources.map(({ source }) => readCalendarTexts(source, limitMs));
      // One after the other: the work is in no hurry, and each has the machine's memory to itself.
      for (const [index, { source, address }] of sources.entries()) {
        const { texts, problem } = (await readings[index]) ?? { texts: [], problem: null };
        const answer = await answered({ name: source.name, texts, problem, options });
        lists.push(answer.meetings);
        calendars.push(await reading(source, answer, address));
      }
      for (const one of ofComputer) {
        const job = await computerJob(one, limitMs);
        const own = { ...options, withholdsLinks: one.withholdsLinks === true };
        const answer = await answered({ ...job, options: own });
        lists.push(answer.meetings);
        calendars.push(computerReading(job.name, one, answer, clock()));
      }
      for (const one of unseen) calendars.push({ ...one, state: 'unread', readAt: null });
      return { meetings: mergeMeetings(lists), calendars };
    };
    const usesComputer = computer !== undefined && sourceIds.some((id) => usesSource(values, id));
    return !usesComputer ? readAll({ readings: [], problems: [] }) : computer.read(values, span, readAll);
  };

  return {
    refresh: (values, how) => {
      const next = (): Promise<Agenda> => refresh(values, how);
      // One reading that failed is no reason for the next.
      running = running.then(next, next);
      return running;
    },
  };
};
