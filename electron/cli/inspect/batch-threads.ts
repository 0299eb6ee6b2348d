/** Owns the threads of a long batch: who has room for a block, and what becomes of the blocks of one that dies. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AnsweredBlock } from './plain-rows.ts';

/** The first message of a thread. Until then it is given nothing, so one that cannot start loses nothing. */
export const THREAD_IS_READY = 'ready';

/** The thread that reads and writes among them: it answers blocks too. */
const MOST_THREADS = 4;
/** One that the thread works on, and one that it need not wait for. */
const MOST_BLOCKS_EACH = 2;

/** Smaller than the first thread's own stack: what is nested too deeply for that one is never answered by chance. */
const LIMITS = { stackSizeMb: 1 };

interface Thread {
  readonly worker: Worker;
  /** Blocks that it has, the oldest first. */
  readonly waiting: { readonly block: string; readonly done: (answered: AnsweredBlock) => void }[];
  hasRoom(): boolean;
}

const lost = (block: string): AnsweredBlock => {
  const lines = block.split('\n');
  return { parts: lines.map((line, index) => ({ line, index, lost: true })), lines: lines.length };
};

const startThread = (file: URL): Thread => {
  const worker = new Worker(file, { resourceLimits: LIMITS });
  const waiting: Thread['waiting'] = [];
  let ready = false;
  worker.on('message', (message: AnsweredBlock | typeof THREAD_IS_READY) => {
    if (message === THREAD_IS_READY) ready = true;
    else waiting.shift()?.done(message);
  });
  // What ended it is told by its rows, which are lost.
  worker.on('error', () => {});
  worker.on('exit', () => {
    ready = false;
    for (const { block, done } of waiting.splice(0)) done(lost(block));
  });
  return { worker, waiting, hasRoom: () => ready && waiting.length < MOST_BLOCKS_EACH };
};

export interface BatchThreads {
  /** How many blocks may be on their way at once. */
  readonly mostBlocks: number;
  /** Gives a block to the idlest thread; null if all have enough to do. */
  answer(block: string): Promise<AnsweredBlock> | null;
  end(): Promise<void>;
}

/** Starts a thread of `file` for each processor but the one in use. */
export const startBatchThreads = (file: URL): BatchThreads => {
  const count = Math.min(availableParallelism(), MOST_THREADS) - 1;
  const threads: Thread[] = [];
  try {
    while (threads.length < count) threads.push(startThread(file));
  } catch {
    // The system gives no more threads: the batch takes longer, and is the same.
  }
  return {
    mostBlocks: count * 2 * MOST_BLOCKS_EACH,
    answer: (block) => {
      const [idlest] = threads
        .filter(({ hasRoom }) => hasRoom())
        .toSorted((a, b) => a.waiting.length - b.waiting.length);
      if (idlest === undefined) return null;
      return new Promise((done) => {
        idlest.waiting.push({ block, done });
        idlest.worker.postMessage(block);
      });
    },
    end: async () => void (await Promise.all(threads.map(({ worker }) => worker.terminate()))),
  };
};
