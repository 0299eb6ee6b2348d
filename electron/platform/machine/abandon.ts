/** Owns giving up waiting for work that cannot be ended itself. */
import { abortReason } from './machine.ts';

/** Rejects when the signal says so. The work goes on, and its answer is nobody's. */
export const abandonedBy = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const abandon = (): void => reject(abortReason(signal));
    if (signal.aborted) return abandon();
    signal.addEventListener('abort', abandon, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon));
  });
