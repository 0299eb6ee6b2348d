/** Owns where an invitation is inspected: at once if it is small, else in a thread that can be ended. */
import { Worker } from 'node:worker_threads';
import type { GivenInvitation, Inspected } from '../core/invitation.ts';
import { inspectGiven } from './inspect-given.ts';

/** Takes some ten milliseconds: less than a person notices in the window. */
const AT_ONCE_BYTES = 128 * 1024;
/** Several times what the largest accepted mail takes. */
const LIMIT_MS = 60_000;
const MEMORY_MEBIBYTES = 1024;

export type Inspect = (given: GivenInvitation) => Promise<Omit<Inspected, 'id'>>;

const sizeOf = (given: GivenInvitation): number => (given.kind === 'text' ? given.text.length : given.bytes.byteLength);

const inThread = (worker: Worker): Promise<Omit<Inspected, 'id'>> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => void worker.terminate(), LIMIT_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('The inspection was ended before its answer.'));
    });
  });

/** `worker` is the built file of the thread. A newer large invitation ends the one before it, whose promise rejects. */
export const inspectApart = (worker: URL): Inspect => {
  let running: Worker | null = null;
  return async (given) => {
    if (sizeOf(given) <= AT_ONCE_BYTES) return inspectGiven(given);
    void running?.terminate();
    const own = new Worker(worker, {
      workerData: given,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEBIBYTES },
    });
    running = own;
    try {
      return await inThread(own);
    } finally {
      void own.terminate();
      if (running === own) running = null;
    }
  };
};
