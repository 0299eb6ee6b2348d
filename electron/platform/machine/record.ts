/** Owns recording a machine: everything the readers ask of it, as it answered. */
import { setMaxListeners } from 'node:events';
import { FactUnavailable } from '../../core/facts/fact.ts';
import type { Limits, MachinePort, Operation, Result } from './machine.ts';
import type { Reading, Recording } from './recording.ts';
import { RECORDING_SCHEMA } from './recording.ts';
import { operationKey } from './replay.ts';

const readingOf = (operation: Operation, result: Result): Reading => {
  switch (operation.op) {
    case 'run':
      return { ...operation, args: [...operation.args], ...(result as Result<typeof operation>) };
    case 'readText':
      return { ...operation, text: result as string };
    case 'readBytes':
      return { ...operation, base64: result as string };
    case 'readOwned': {
      const { text, steps } = result as Result<typeof operation>;
      return { ...operation, owned: { text, steps: steps.map((step) => ({ ...step })) } };
    }
    case 'readDir':
      return { ...operation, entries: [...(result as Result<typeof operation>)] };
    case 'stat':
      return { ...operation, stat: result as Result<typeof operation> };
    case 'readLink':
      return { ...operation, target: result as string };
    case 'freeSpace':
      return { ...operation, space: result as Result<typeof operation> };
    case 'processes': {
      const { processorPercent, running } = result as Result<typeof operation>;
      const copies = running.map((it) => ({ ...it, devices: it.devices === null ? null : [...it.devices] }));
      return { ...operation, processes: { processorPercent, running: copies } };
    }
    case 'systemInformation':
      return { ...operation, information: result as Result<typeof operation> };
  }
};

const absent = (
  operation: Operation,
  outcome: { missing: true } | { cannotTell: FactUnavailable['why']; reason: FactUnavailable['reason'] },
): Reading =>
  (operation.op === 'run'
    ? { ...operation, args: [...operation.args], ...outcome }
    : { ...operation, ...outcome }) as Reading;

/**
 * A port that passes every reading on and keeps it. A reading that was begun is read to its end, even when its askers
 * have left: they may have had all they wanted of a command that goes on. `recording` waits for those.
 */
export const recordingMachine = (
  port: MachinePort,
): { readonly port: MachinePort; recording(): Promise<Recording> } => {
  const reads = new Map<string, Reading>();
  const begun: Promise<unknown>[] = [];
  const inPeace = new AbortController().signal;
  setMaxListeners(0, inPeace);
  return {
    port: {
      host: port.host,
      read: <O extends Operation>(
        operation: O,
        limits: Limits,
        _signal: AbortSignal,
        onStdout?: (soFar: string) => void,
      ) => {
        const key = operationKey(operation);
        const reading = port.read(operation, limits, inPeace, onStdout).then(
          (result) => {
            reads.set(key, result === undefined ? absent(operation, { missing: true }) : readingOf(operation, result));
            return result;
          },
          (error: unknown) => {
            if (error instanceof FactUnavailable) {
              reads.set(key, absent(operation, { cannotTell: error.why, reason: error.reason }));
            }
            throw error;
          },
        );
        begun.push(reading.catch(() => {}));
        return reading;
      },
    },
    recording: async () => {
      await Promise.all(begun);
      return {
        schema: RECORDING_SCHEMA,
        recordedAt: new Date().toISOString(),
        redacted: false,
        host: { ...port.host, variables: { ...port.host.variables } },
        reads: [...reads.values()],
      };
    },
  };
};
