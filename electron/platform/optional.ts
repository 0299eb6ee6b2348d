/** Owns doing without a reading that cannot be made. */
import { FactUnavailable } from '../core/facts/fact.ts';

/** What was read; undefined when it is not there or this account may not see it. A run that was stopped stays stopped. */
export const optional = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FactUnavailable && error.why !== 'cancelled') return undefined;
    throw error;
  }
};
