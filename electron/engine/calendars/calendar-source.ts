/** Owns finding the meetings in the texts of one calendar: work that may take long, for a thread or this one. */
import { createHash } from 'node:crypto';
import type { DatabaseQuery } from '../../core/calendar-sources/shape.ts';
import { type CalendarMeetings, type CalendarOptions, readCalendar } from '../../core/meeting/agenda.ts';
import { type Message, messages, sentences } from '../../core/messages/messages.ts';
import { quote } from '../../core/messages/value.ts';
import { databaseTexts } from '../../platform/calendars/database.ts';
import { SourceProblem } from '../../platform/calendars/files.ts';

const words = messages('calendar-source', { fault: 'It couldn’t be read ({reason}).' });

/** One calendar as it was read, as data: it may be handed to a thread. */
export interface CalendarJob {
  readonly name: string;
  /** Its texts, or the copied database that holds them. */
  readonly texts: readonly string[] | DatabaseQuery;
  /** What was wrong, in one sentence. */
  readonly problem: Message | null;
  readonly options: Omit<CalendarOptions, 'nameOf'>;
}

export interface CalendarAnswer extends CalendarMeetings {
  /** False when nothing could be read of it. */
  readonly isRead: boolean;
  /** What was wrong, in one sentence. */
  readonly problem: Message | null;
}

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

export const nothingRead = (problem: Message | null): CalendarAnswer => ({
  meetings: [],
  notices: [],
  isRead: false,
  problem,
});

const textsOf = ({
  texts,
  problem,
}: CalendarJob): { readonly texts: readonly string[]; readonly problem: Message | null } => {
  if (!('kind' in texts)) return { texts, problem };
  const read = databaseTexts(texts);
  return { texts: read.texts, problem: problem ?? read.problem };
};

/** Never rejects: what goes wrong is in the answer. */
export const readCalendarJob = async (job: CalendarJob): Promise<CalendarAnswer> => {
  try {
    const { texts, problem } = textsOf(job);
    const { meetings, notices } = readCalendar(job.name, texts, { ...job.options, nameOf });
    const told = problem === null ? notices : [problem, ...notices];
    return { meetings, notices, isRead: true, problem: told.length === 0 ? null : sentences(told) };
  } catch (error) {
    return nothingRead(error instanceof SourceProblem ? error.sentence : words.fault({ reason: quote(String(error)) }));
  }
};
