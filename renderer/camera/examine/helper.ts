/** Owns one of the examination's workers: started when first needed, kept for the next examination, ended when it hangs. */
import { startWorker } from '../worker-url.ts';

/** What a worker says when it could not even be loaded; nothing that it is asked will be answered. */
interface Broken {
  readonly broken: string;
}
/** What every worker says once it can be asked. */
export interface Ready {
  readonly ready: true;
}

export interface Helper<Request, Answer> {
  /** Starts it, if it is not running. */
  prepare(): void;
  /** `listen` hears every answer until `listen` itself returns true, which says that it was the last. */
  ask(request: Request, transfer: readonly Transferable[], listen: (answer: Answer | Broken) => boolean): void;
  /** Ends it if it still owes an answer. One that only loads goes on, for the next time. */
  stop(): void;
  close(): void;
}

export const createHelper = <Request, Answer>(url: string): Helper<Request, Answer> => {
  let worker: Worker | null = null;
  let ready = false;
  /** What is asked as soon as it is ready. */
  let waiting: (() => void) | null = null;
  let broken: Broken | null = null;
  let listener: ((answer: Answer | Broken) => boolean) | null = null;

  const hear = (answer: Answer | Broken): void => {
    if (listener?.(answer) === true) listener = null;
  };
  const close = (): void => {
    worker?.terminate();
    worker = null;
    listener = null;
    waiting = null;
  };
  const fail = (reason: string): void => {
    broken = { broken: reason };
    worker?.terminate();
    hear(broken);
  };
  const prepare = (): void => {
    if (worker !== null) return;
    broken = null;
    ready = false;
    try {
      const started = startWorker(url);
      worker = started;
      started.addEventListener('message', ({ data }: MessageEvent<Answer | Broken | Ready>) => {
        if (worker !== started) return;
        if (typeof data === 'object' && data !== null && 'ready' in data) {
          ready = true;
          waiting?.();
          waiting = null;
        } else if (typeof data === 'object' && data !== null && 'broken' in data) fail(data.broken);
        else hear(data);
      });
      started.addEventListener('error', () => {
        if (worker === started) fail('It did not start.');
      });
    } catch {
      broken = { broken: 'It did not start.' };
    }
  };
  return {
    prepare,
    ask: (request, transfer, listen) => {
      prepare();
      listener = listen;
      waiting = () => worker?.postMessage(request, [...transfer]);
      if (broken !== null) hear(broken);
      else if (ready) {
        waiting();
        waiting = null;
      }
    },
    stop: () => {
      if (waiting !== null) {
        waiting = null;
        listener = null;
      } else if (listener !== null) close();
    },
    close,
  };
};
