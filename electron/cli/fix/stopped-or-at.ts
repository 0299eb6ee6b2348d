/** Owns waiting in the terminal for a time, or for the person who ends the wait with Ctrl-C. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The computer may sleep meanwhile: the clock is looked at, not a timer of hours. */
const LOOK_EVERY_MS = 5_000;

/** While it waits, these signals end the wait and not the program. */
export const stoppedOrAt = async (time: number): Promise<void> => {
  const kept = signals.map((signal) => [signal, process.rawListeners(signal)] as const);
  let timer: NodeJS.Timeout | undefined;
  let stop = (): void => {};
  await new Promise<void>((resolve) => {
    stop = resolve;
    for (const signal of signals) {
      process.removeAllListeners(signal);
      process.once(signal, stop);
    }
    const look = (): void => {
      if (Date.now() >= time) resolve();
    };
    timer = setInterval(look, LOOK_EVERY_MS);
    look();
  }).finally(() => {
    clearInterval(timer);
    for (const [signal, listeners] of kept) {
      process.removeListener(signal, stop);
      for (const listener of listeners) process.on(signal, listener as (...args: unknown[]) => void);
    }
  });
};
