/** Owns a signal for a reading that nobody cancels: as many of its steps may listen to it as there are, as in a run. */
import { setMaxListeners } from 'node:events';

export const neverCancelled = (): AbortSignal => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
};
