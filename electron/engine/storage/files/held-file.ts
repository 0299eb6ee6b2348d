/** Owns patience with a file that another program has open: on Windows a scanner, an indexer or a backup may, for a moment. */
import { setTimeout as pause } from 'node:timers/promises';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { codeOf } from './storage-error.ts';

const WAIT_MS = 2_000;
const FIRST_PAUSE_MS = 10;

const isHeld = (error: unknown): boolean =>
  error instanceof FactUnavailable
    ? error.why === 'denied' || error.why === 'unreadable'
    : ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));

/** Does `work` again while Windows refuses it, for up to two seconds; then throws what it threw last. */
export const whileHeld = async <T>(work: () => Promise<T>, platform: string = process.platform): Promise<T> => {
  const until = performance.now() + WAIT_MS;
  for (let wait = FIRST_PAUSE_MS; ; wait *= 2) {
    try {
      return await work();
    } catch (error) {
      const left = until - performance.now();
      if (platform !== 'win32' || !isHeld(error) || left <= 0) throw error;
      await pause(Math.min(wait, left));
    }
  }
};
