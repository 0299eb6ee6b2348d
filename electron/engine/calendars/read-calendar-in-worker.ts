/** Owns reading a calendar in a thread, within limits of time and memory. */

import { startThread } from '../run-in-worker.ts';
import type { CalendarAnswer, CalendarJob } from './calendar-source.ts';

/** Several times what the largest accepted calendar takes. */
const LIMITS = { limitMs: 60_000, memoryMebibytes: 1024 };

/** `worker` is the built file of the thread. Rejects when the calendar could not be read within the limits. */
export const readCalendarInWorker =
  (worker: URL) =>
  (job: CalendarJob): Promise<CalendarAnswer> =>
    startThread<CalendarAnswer>(worker, job, LIMITS).answer;
