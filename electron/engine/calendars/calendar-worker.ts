/** Owns the thread in which one calendar is read, so that the window goes on whatever the calendar holds. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CalendarJob, readCalendarJob } from './calendar-source.ts';

parentPort?.postMessage(await readCalendarJob(workerData as CalendarJob));
