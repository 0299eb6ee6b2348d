/** Owns the real machine: runs programs and reads files of this computer, each within its limits and killable. */
import path from 'node:path';
import { watchProcesses } from '../linux/processes.ts';
import { abandonedBy } from './abandon.ts';
import { localHost } from './local-host.ts';
import type { Host, Limits, MachinePort, Operation, Result } from './machine.ts';
import { makeFolder, readFileOperation } from './places/read-places.ts';
import { readSystemInformation } from './read-system-information.ts';
import { runProgram } from './run-program.ts';

/** Short enough not to be waited for, long enough for a hundred ticks of the kernel's clock on two processors. */
const WATCH_MS = 250;

export interface LocalOptions {
  readonly root?: string;
  readonly host?: Partial<Host>;
  /** How long running programs are watched. */
  readonly watchMs?: number;
}

/**
 * This computer. `root` is put before every path that is read or run, so that a folder can stand for a whole disk in
 * tests, with real processes in it.
 */
export const localMachine = (options: LocalOptions = {}): MachinePort => {
  const root = options.root ?? '';
  const host: Host = { ...localHost(), ...options.host };
  const perform = async (
    operation: Operation,
    limits: Limits,
    signal: AbortSignal,
    onStdout: (soFar: string) => void,
  ): Promise<Result | undefined> => {
    switch (operation.op) {
      case 'run': {
        const { program, args } = operation;
        if (!path.isAbsolute(program)) throw new Error(`Not an absolute program path: ${program}`);
        const { cacheFolder } = host;
        if (cacheFolder !== undefined && args.some((arg) => arg.includes(cacheFolder)))
          await makeFolder(host, cacheFolder, signal);
        return runProgram(root + program, args, host, limits, signal, onStdout);
      }
      case 'processes':
        return abandonedBy(signal, watchProcesses(`${root}/proc`, options.watchMs ?? WATCH_MS, signal));
      case 'systemInformation':
        return readSystemInformation(host, limits, signal);
      default:
        return readFileOperation(host, root, operation, limits, signal);
    }
  };
  return {
    host,
    read: async <O extends Operation>(
      operation: O,
      limits: Limits,
      signal: AbortSignal,
      onStdout: (soFar: string) => void = () => {},
    ) => (await perform(operation, limits, signal, onStdout)) as Result<O> | undefined,
  };
};
