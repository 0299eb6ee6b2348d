/**
 * Owns the other process in which places of a person's are read. One that hangs costs what was asked of it: the process is
 * left for a new one, which reads on for everybody else, and the place is asked no more than once at a time until it answers.
 */
import type { ChildProcess } from 'node:child_process';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { abandonedBy } from '../abandon.ts';
import { abortReason, type Limits, type Result } from '../machine.ts';
import { type FileOperation, performFileOperation } from './file-operations.ts';
import { ASK_AGAIN_MS, type Asked, createHungPlaces, notAnswering } from './hung-places.ts';
import { type ReaderCommand, startReader } from './reader-command.ts';
import type { FromReader, GuardLine, ReadingAsked, ToReader } from './reader-protocol.ts';

/** A disk that sleeps needs some seconds. */
const ANSWER_MS = 8_000;
/** What hangs for nearly as long as another hangs as well. */
const AT_ONCE_MS = 1_000;
/** What is asked of one place at the same time. Before its first answer it is one: each may keep a thread. */
const MOST_AT_ONCE = 4;
/** So many starts, one after the other, that end before a word: no second process can be had. One may have been killed. */
const MOST_EARLY_ENDS = 3;
/** Between two checks nothing is kept in memory. */
const IDLE_MS = 10_000;

interface Request {
  readonly place: string;
  readonly ask: ReadingAsked;
  readonly limitMs: number;
  answer(result: Result | undefined): void;
  fail(error: FactUnavailable): void;
  timer?: NodeJS.Timeout;
  sentAt?: number;
  /** Nobody waits for it any more. */
  isLeft?: true;
}

export interface ReaderClient {
  read(
    place: string,
    root: string,
    operation: FileOperation,
    limits: Limits,
    signal: AbortSignal,
    limitMs?: number,
  ): Promise<Result | undefined>;
  /** The group of a process that was started ends with this process, however that ends. */
  guard(pid: number): void;
  release(pid: number): void;
}

export const createReaderClient = (command: ReaderCommand): ReaderClient => {
  let child: ChildProcess | null = null;
  /** When the process first spoke: before that nothing hangs but its start. */
  let readyAt: number | null = null;
  let earlyEnds = 0;
  /** No second process can be had here: places are then read in this one. */
  const isUnavailable = (): boolean => earlyEnds >= MOST_EARLY_ENDS;
  let number = 0;
  let idle: NodeJS.Timeout | undefined;
  const requests = new Map<number, Request>();
  const answered = new Set<string>();
  const hung = createHungPlaces();
  const guarded = new Set<number>();

  const send = (message: ToReader): void => void child?.send(message, () => {});
  const tell = (line: GuardLine): void => void child?.stdin?.write(line);

  /** This process lives on for as long as somebody waits, and no longer. */
  const keepAlive = (): void => {
    clearTimeout(idle);
    if (child === null) return;
    if (requests.size > 0) {
      child.ref();
      child.channel?.ref();
      return;
    }
    child.unref();
    child.channel?.unref();
    if (guarded.size === 0) idle = setTimeout(leave, IDLE_MS).unref();
  };

  const leave = (): void => {
    const left = child;
    child = null;
    readyAt = null;
    left?.removeAllListeners();
    left?.on('error', () => {});
    left?.kill('SIGKILL');
  };

  const ended = (): void => {
    if (readyAt === null) earlyEnds += 1;
    leave();
    if (!isUnavailable()) sendAll();
    else
      for (const { ask, answer, fail } of requests.values())
        performFileOperation(ask.root, ask.operation, ask.limits).then(answer, fail);
  };

  const start = (): void => {
    if (child !== null || isUnavailable()) return;
    answered.clear();
    const started = startReader(command);
    child = started;
    // It may be gone already; its end is told by the process itself.
    started.stdin?.on('error', () => {});
    started.on('message', take);
    started.on('error', ended);
    started.on('exit', ended);
    for (const pid of guarded) tell(`guard ${pid}\n`);
    keepAlive();
  };

  /** How long the process has had a request; null while it has not begun. */
  const waited = ({ sentAt }: Request): number | null =>
    sentAt === undefined || readyAt === null ? null : performance.now() - Math.max(sentAt, readyAt);

  const begin = (request: Request): void => {
    // An answer may be here already, and this thread was too busy to take it: what has come is read first.
    request.timer = setTimeout(
      () => setImmediate(() => requests.get(request.ask.id) === request && markHung(request)),
      request.limitMs,
    );
    send(request.ask);
  };

  const next = (place: string): void => {
    const here = [...requests.values()].filter((it) => it.place === place);
    const free = (answered.has(place) ? MOST_AT_ONCE : 1) - here.filter((it) => it.sentAt !== undefined).length;
    for (const request of here.filter((it) => it.sentAt === undefined).slice(0, Math.max(0, free))) {
      request.sentAt = performance.now();
      // Before its first word it may not listen yet.
      if (readyAt !== null) begin(request);
    }
  };

  const sendAll = (): void => {
    for (const request of [...requests.values()]) {
      clearTimeout(request.timer);
      delete request.sentAt;
      if (request.isLeft) requests.delete(request.ask.id);
    }
    if (requests.size + guarded.size === 0) return;
    start();
    for (const place of new Set([...requests.values()].map((it) => it.place))) next(place);
  };

  const settle = (request: Request, settleIt: () => void): void => {
    clearTimeout(request.timer);
    requests.delete(request.ask.id);
    settleIt();
    next(request.place);
    keepAlive();
  };

  const take = (message: FromReader): void => {
    if (message.is === 'ready') {
      readyAt = performance.now();
      earlyEnds = 0;
      for (const request of requests.values()) if (request.sentAt !== undefined) begin(request);
      return;
    }
    const request = requests.get(message.id);
    if (request === undefined) return;
    answered.add(request.place);
    if (message.is === 'read') settle(request, () => request.answer(message.result));
    else settle(request, () => request.fail(new FactUnavailable(message.why, message.reason)));
  };

  /** Its thread can be ended with its process only: another one takes over what others have asked. */
  const markHung = (first: Request): void => {
    // What was asked at the same time hangs at the same time: one new process for all of them.
    const late = [...requests.values()].filter((it) => (waited(it) ?? 0) >= it.limitMs - AT_ONCE_MS);
    leave();
    for (const { place, ask } of [first, ...late]) {
      hung.mark(place, ask);
      for (const request of [...requests.values()].filter((it) => it.place === place)) {
        clearTimeout(request.timer);
        requests.delete(request.ask.id);
        request.fail(notAnswering(place));
      }
    }
    sendAll();
    keepAlive();
  };

  const ask = (
    place: string,
    root: string,
    operation: FileOperation,
    limits: Limits,
    limitMs: number,
    signal?: AbortSignal,
  ): Promise<Result | undefined> =>
    new Promise((resolve, reject) => {
      number += 1;
      const request: Request = {
        place,
        ask: { is: 'read', id: number, root, operation, limits },
        limitMs,
        answer: (result) => end(() => resolve(result)),
        fail: (error) => end(() => reject(error)),
      };
      const end = (settleIt: () => void): void => {
        clearTimeout(request.timer);
        requests.delete(request.ask.id);
        signal?.removeEventListener('abort', abandon);
        settleIt();
      };
      const abandon = (): void => {
        reject(signal === undefined ? notAnswering(place) : abortReason(signal));
        request.isLeft = true;
        // What was not sent is nobody's any more; what was is waited for a little, so that a place that hangs is known.
        if (request.sentAt === undefined) requests.delete(request.ask.id);
        else if ((waited(request) ?? 0) >= ASK_AGAIN_MS) markHung(request);
        keepAlive();
      };
      signal?.addEventListener('abort', abandon, { once: true });
      requests.set(request.ask.id, request);
      start();
      if (isUnavailable()) {
        begin(request);
        performFileOperation(root, operation, limits).then(request.answer, request.fail);
      } else next(place);
      keepAlive();
    });

  process.on('exit', () => {
    if (child?.connected !== true) return;
    if (readyAt !== null) send({ is: 'ending', pid: process.pid });
    else leave();
  });

  return {
    read: async (place, root, operation, limits, signal, limitMs = ANSWER_MS) => {
      if (signal.aborted) throw abortReason(signal);
      const askAgain = (asked: Asked): Promise<unknown> =>
        ask(place, asked.root, asked.operation, { maxEntries: 1 }, ASK_AGAIN_MS);
      if (!(await abandonedBy(signal, hung.answers(place, askAgain)))) throw notAnswering(place);
      return ask(place, root, operation, limits, limitMs, signal);
    },
    guard: (pid) => {
      guarded.add(pid);
      if (child === null) start();
      else tell(`guard ${pid}\n`);
      keepAlive();
    },
    release: (pid) => {
      guarded.delete(pid);
      tell(`release ${pid}\n`);
      keepAlive();
    },
  };
};
