/** Owns what happens when the command line is told to stop. */

const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** Ends the process the ordinary way: left to itself Node would go without ending the probes that it started. */
export const endOnSignals = (end: (code: number) => void): void => {
  for (const [signal, number] of Object.entries(numbers)) process.once(signal, () => end(128 + number));
};
