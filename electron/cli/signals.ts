/** Owns what happens when the command line is told to stop. */

const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/**
 * While `work` computes without a pause, nobody hears a signal: so the system's own way of ending holds meanwhile. Only
 * for work that starts no program.
 */
export const endableBySignals = async <T>(work: () => Promise<T>): Promise<T> => {
  const kept = Object.keys(numbers).map((signal) => [signal, process.rawListeners(signal)] as const);
  for (const [signal] of kept) process.removeAllListeners(signal);
  try {
    return await work();
  } finally {
    for (const [signal, listeners] of kept)
      for (const listener of listeners) process.on(signal, listener as (...args: unknown[]) => void);
  }
};

/** Ends the process the ordinary way: left to itself Node would go without ending the probes that it started. */
export const endOnSignals = (end: (code: number) => void): void => {
  for (const [signal, number] of Object.entries(numbers)) process.once(signal, () => end(128 + number));
};
