/** Owns doing without a reading that cannot be made. */
import { CannotTell } from '../core/facts/fact.ts';

/** What was read; undefined when it is not there or this account may not see it. A run that was stopped stays stopped. */
export const orNothing = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CannotTell && error.why !== 'cancelled') return undefined;
    throw error;
  }
};
