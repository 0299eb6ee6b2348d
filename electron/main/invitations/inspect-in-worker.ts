/** Owns where an invitation is inspected: at once if it is small, else in a thread that can be ended. */
import type { Inspected, SubmittedInvitation } from '../../core/ipc/invitation-messages.ts';
import { localisedInspected } from '../../core/ipc/localised-inspected.ts';
import { AT_ONCE_BYTES, INVITATION_LIMITS, startThread, type Thread } from '../../engine/run-in-worker.ts';
import { inspectInput } from './inspect-input.ts';

export type Inspect = (given: SubmittedInvitation) => Promise<Omit<Inspected, 'id'>>;

const sizeOf = (given: SubmittedInvitation): number =>
  given.kind === 'text' ? given.text.length : given.bytes.byteLength;

/** `worker` is the built file of the thread. A newer large invitation ends the one before it, whose promise rejects. */
export const inspectInWorker = (worker: URL): Inspect => {
  let running: Thread<Omit<Inspected, 'id'>> | null = null;
  return async (given) => {
    if (sizeOf(given) <= AT_ONCE_BYTES) return localisedInspected(await inspectInput(given));
    running?.end();
    const own = startThread<Omit<Inspected, 'id'>>(worker, given, INVITATION_LIMITS);
    running = own;
    try {
      return localisedInspected(await own.answer);
    } finally {
      if (running === own) running = null;
    }
  };
};
