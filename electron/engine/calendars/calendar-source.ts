/** Owns finding the meetings in the texts of one calendar: work that may take long, for a thread or this one. */
import { createHash } from 'node:crypto';
import { type CalendarMeetings, type CalendarOptions, readCalendar } from '../../core/meeting/agenda.ts';
import type { CalendarTexts } from './calendar-texts.ts';

/** One calendar as it was read, as data: it may be handed to a thread. */
export interface CalendarJob extends CalendarTexts {
  readonly name: string;
  readonly options: Omit<CalendarOptions, 'nameOf'>;
}

export interface CalendarAnswer extends CalendarMeetings {
  /** False when nothing could be read of it. */
  readonly isRead: boolean;
  /** What was wrong, in one sentence. */
  readonly problem: string | null;
}

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

export const nothingRead = (problem: string | null): CalendarAnswer => ({
  meetings: [],
  notices: [],
  isRead: false,
  problem,
});

/** Never rejects: what goes wrong is in the answer. */
export const readCalendarJob = async ({ name, texts, problem, options }: CalendarJob): Promise<CalendarAnswer> => {
  try {
    const { meetings, notices } = readCalendar(name, texts, { ...options, nameOf });
    const sentences = problem === null ? notices : [problem, ...notices];
    return { meetings, notices, isRead: true, problem: sentences.join(' ') || null };
  } catch (error) {
    return nothingRead(`It could not be read (${String(error)}).`);
  }
};
