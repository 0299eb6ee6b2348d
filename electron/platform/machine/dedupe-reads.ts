/** Owns sharing within one run: equal readings are made once, and stopped when nobody waits for them any more. */
import {
  abortReason,
  type CommandResult,
  type Limits,
  type MachinePort,
  type Operation,
  type Result,
} from './machine.ts';
import { operationKey } from './replay.ts';

interface Entry {
  readonly done: Promise<Result | undefined>;
  readonly stop: AbortController;
  waiting: number;
  stdout: string;
  readonly onOutput: Set<() => void>;
}

/**
 * A port for one run. Several probes may ask for the same command; each keeps its own time limit. `run` ends what is
 * still under way at the end: a command that has given its askers all they wanted may well be running on.
 */
export const sharedReads = (port: MachinePort, run: AbortSignal): MachinePort => {
  const entries = new Map<string, Entry>();
  const askers = new WeakMap<AbortSignal, Set<() => void>>();
  /** One listener for all that is under way: a signal of signals for each of hundreds of readings takes longer than many of them. */
  const underWay = new Set<AbortController>();
  run.addEventListener(
    'abort',
    () => {
      for (const stop of underWay) stop.abort(run.reason);
    },
    { once: true },
  );

  /** What an asker that is stopped gives up. One listener for all: to take one of thousands off a signal, all are gone through. */
  const abandonedBy = (signal: AbortSignal): Set<() => void> => {
    const known = askers.get(signal);
    if (known !== undefined) return known;
    const readings = new Set<() => void>();
    askers.set(signal, readings);
    const abandonAll = (): void => {
      for (const abandon of readings) abandon();
    };
    signal.addEventListener('abort', abandonAll, { once: true });
    return readings;
  };

  const start = (operation: Operation, limits: Limits): Entry => {
    const stop = new AbortController();
    const onOutput = new Set<() => void>();
    if (run.aborted) stop.abort(run.reason);
    underWay.add(stop);
    const entry: Entry = {
      stop,
      waiting: 0,
      stdout: '',
      onOutput,
      done: port.read(operation, limits, stop.signal, (soFar) => {
        entry.stdout = soFar;
        for (const listener of onOutput) listener();
      }),
    };
    // Its failure is told to those who wait; with nobody left it is nobody's.
    entry.done.catch(() => {}).finally(() => underWay.delete(stop));
    return entry;
  };

  const wait = (entry: Entry, limits: Limits, signal: AbortSignal): Promise<Result | undefined> =>
    new Promise((resolve, reject) => {
      entry.waiting += 1;
      const { until } = limits;
      const readings = abandonedBy(signal);
      let left = false;
      const leave = (): void => {
        if (left) return;
        left = true;
        readings.delete(abandon);
        entry.onOutput.delete(look);
        entry.waiting -= 1;
      };
      const abandon = (): void => {
        leave();
        reject(abortReason(signal));
        if (entry.waiting === 0) entry.stop.abort(abortReason(signal));
      };
      const look = (): void => {
        if (until === undefined || !entry.stdout.includes(until)) return;
        leave();
        const soFar: CommandResult = { code: null, stdout: entry.stdout, stderr: '' };
        resolve(soFar);
      };
      readings.add(abandon);
      entry.onOutput.add(look);
      entry.done.then(resolve, reject).finally(leave);
      look();
      if (signal.aborted) abandon();
    });

  return {
    host: port.host,
    read: async <O extends Operation>(operation: O, limits: Limits, signal: AbortSignal) => {
      const key = operationKey(operation);
      const entry = entries.get(key) ?? start(operation, limits);
      entries.set(key, entry);
      return (await wait(entry, limits, signal)) as Result<O> | undefined;
    },
  };
};
