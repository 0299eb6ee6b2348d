/** Owns doing without a reading that cannot be made: the only place that catches `FactUnavailable` for a reader. */
import { FactUnavailable } from '../core/facts/fact.ts';

/** What was read, or why it could not be. A run that was stopped stays stopped. */
export const attempt = async <T>(work: Promise<T>): Promise<T | FactUnavailable> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FactUnavailable && error.why !== 'cancelled') return error;
    throw error;
  }
};

/** What was read; undefined when it is not there or this account may not see it. */
export const optional = async <T>(work: Promise<T>): Promise<T | undefined> => {
  const answer = await attempt(work);
  return answer instanceof FactUnavailable ? undefined : answer;
};
