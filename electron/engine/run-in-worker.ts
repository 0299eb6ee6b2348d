/** Owns one piece of work in a thread of its own, which can be ended: by whoever began it, by time, by memory. */
import { Worker } from 'node:worker_threads';

export interface ThreadLimits {
  readonly limitMs: number;
  readonly memoryMebibytes: number;
}

/** An invitation of this size takes some ten milliseconds: less than a person notices. */
export const AT_ONCE_BYTES = 128 * 1024;
/** Several times what the largest accepted mail takes. */
export const INVITATION_LIMITS: ThreadLimits = { limitMs: 60_000, memoryMebibytes: 1024 };

/** The thread was ended before its answer: by its limits, or by whoever began it. */
class ThreadEnded extends Error {}

/** What a thread rejects with when its work takes more than its limits give. Anything else is a fault of the work. */
export const isBeyondLimits = (error: unknown): boolean =>
  error instanceof ThreadEnded ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY');

export interface Thread<T> {
  /** Rejects when the thread ends before its answer. */
  readonly answer: Promise<T>;
  end(): void;
}

/** Starts `file` with `data`; its one message is the answer. */
export const startThread = <T>(file: URL, data: unknown, { limitMs, memoryMebibytes }: ThreadLimits): Thread<T> => {
  const worker = new Worker(file, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: memoryMebibytes } });
  const end = (): void => void worker.terminate();
  const answer = new Promise<T>((resolve, reject) => {
    const timer = setTimeout(end, limitMs);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new ThreadEnded('The thread was ended before its answer.'));
    });
  }).finally(end);
  return { answer, end };
};
