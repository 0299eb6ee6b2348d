/** Owns gathering: every reader runs at once, each within its own limit, all within one deadline. */

import { setMaxListeners } from 'node:events';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { type Fact, FactUnavailable, unknown } from '../../core/facts/fact.ts';
import type { FactKey, Facts } from '../../core/facts/index.ts';
import { messages } from '../../core/messages/messages.ts';
import { measure, quote, type Value } from '../../core/messages/value.ts';
import type { Settled, SettledFacts } from '../../core/report/report.ts';
import { sharedReads } from '../../platform/machine/dedupe-reads.ts';
import { abortReason, bind, type MachinePort } from '../../platform/machine/machine.ts';
import type { Readers } from '../../platform/reader.ts';

export interface GatherOptions {
  readonly port: MachinePort;
  readonly readers: Readers;
  readonly catalogue: Catalogue;
  readonly keys: readonly FactKey[];
  /** What has not come in after this time is unknown. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Facts that no answer waits for: once all others are in, the run ends soon, with or without them. */
  readonly aside?: (key: FactKey) => boolean;
  readonly clock: () => Date;
  /** Called as each fact comes in, in no set order. */
  readonly onSettled?: (facts: SettledFacts) => void;
}

/** How long a run that has all else waits for what stands aside. */
const ASIDE_MS = 1_000;

const words = messages('gather', {
  fault: 'Greenroom failed to read this ({error}).',
  late: 'This wasn’t read within {time}.',
  deadline: 'This wasn’t read before the deadline of {time}.',
  aside: 'It took longer than everything else. Check it again for an answer.',
});

const seconds = (milliseconds: number): Value => measure(Math.round(milliseconds / 100) / 10, 'second');

/** An unexpected error in a reader is a fault of Greenroom's: it is named as such, and harms only its own fact. */
const asUnknown = (error: unknown): Fact<never> =>
  error instanceof FactUnavailable
    ? unknown(error.why, error.reason)
    : unknown('fault', words.fault({ error: quote(error instanceof Error ? error.message : String(error)) }));

const settle = async <K extends FactKey>(
  key: K,
  options: GatherOptions,
  run: AbortSignal,
): Promise<Settled<Facts[K]>> => {
  const { limitMs, read } = options.readers[key];
  const commands: string[] = [];
  const own = new AbortController();
  const timer = setTimeout(
    () => own.abort(new FactUnavailable('timed-out', words.late({ time: seconds(limitMs) }))),
    limitMs,
  );
  const signal = AbortSignal.any([run, own.signal]);
  // One listener a reading that is under way: many at once is no leak.
  setMaxListeners(0, signal);
  const machine = bind(options.port, signal, (command) => {
    if (!commands.includes(command)) commands.push(command);
  });
  const stopped = new Promise<never>((_, reject) => {
    const leave = (): void => reject(abortReason(signal));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });
  // The run ends by aborting; by then nobody waits for this any more.
  stopped.catch(() => {});
  const started = performance.now();
  let fact: Fact<Facts[K]>;
  try {
    // A reader that forgets its signal is left behind all the same.
    fact = await Promise.race([read(machine, options.catalogue), stopped]);
  } catch (error) {
    fact = asUnknown(error);
  } finally {
    clearTimeout(timer);
  }
  return { fact, at: options.clock().toISOString(), durationMs: Math.round(performance.now() - started), commands };
};

/** Reads the facts. Never rejects: what goes wrong is in the facts. Children still running at the end are ended. */
export const gather = async (options: GatherOptions): Promise<SettledFacts> => {
  const stop = new AbortController();
  const timer = setTimeout(
    () => stop.abort(new FactUnavailable('timed-out', words.deadline({ time: seconds(options.deadlineMs) }))),
    options.deadlineMs,
  );
  const run = AbortSignal.any([options.signal, stop.signal]);
  setMaxListeners(0, run);
  const shared = { ...options, port: sharedReads(options.port, run) };
  // What may take longest begins first: the run is then as long as its slowest program, and little longer.
  const isAside = options.aside ?? ((): boolean => false);
  const keys = options.keys.toSorted((a, b) => options.readers[b].limitMs - options.readers[a].limitMs);
  let facts: SettledFacts = {};
  try {
    const collect = async (key: FactKey, signal: AbortSignal): Promise<void> => {
      const settled = await settle(key, shared, signal);
      facts = { ...facts, [key]: settled };
      options.onSettled?.(facts);
    };
    const patience = new AbortController();
    const asideSignal = AbortSignal.any([run, patience.signal]);
    const [aside, waitedFor] = [keys.filter(isAside), keys.filter((key) => !isAside(key))];
    const late = Promise.all(aside.map((key) => collect(key, asideSignal)));
    await Promise.all(waitedFor.map((key) => collect(key, run)));
    const cut = setTimeout(() => patience.abort(new FactUnavailable('timed-out', words.aside)), ASIDE_MS);
    await late.finally(() => clearTimeout(cut));
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  return facts;
};
