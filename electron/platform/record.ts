/** Owns recording a machine: everything the readers ask of it, as it answered. */
import { CannotTell } from '../core/fact.ts';
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
    case 'readDir':
      return { ...operation, entries: [...(result as Result<typeof operation>)] };
    case 'stat':
      return { ...operation, stat: result as Result<typeof operation> };
    case 'readLink':
      return { ...operation, target: result as string };
    case 'systemInformation':
      return { ...operation, value: result };
  }
};

const absent = (
  operation: Operation,
  outcome: { missing: true } | { cannotTell: CannotTell['why']; reason: string },
): Reading =>
  (operation.op === 'run'
    ? { ...operation, args: [...operation.args], ...outcome }
    : { ...operation, ...outcome }) as Reading;

/** A port that passes every reading on and keeps it. `recording` gives what was kept so far. */
export const recordingMachine = (port: MachinePort): { readonly port: MachinePort; recording(): Recording } => {
  const reads = new Map<string, Reading>();
  return {
    port: {
      host: port.host,
      read: async <O extends Operation>(
        operation: O,
        limits: Limits,
        signal: AbortSignal,
        onStdout?: (soFar: string) => void,
      ) => {
        const key = operationKey(operation);
        try {
          const result = await port.read(operation, limits, signal, onStdout);
          reads.set(key, result === undefined ? absent(operation, { missing: true }) : readingOf(operation, result));
          return result;
        } catch (error) {
          if (error instanceof CannotTell) {
            reads.set(key, absent(operation, { cannotTell: error.why, reason: error.message }));
          }
          throw error;
        }
      },
    },
    recording: () => ({
      schema: RECORDING_SCHEMA,
      recordedAt: new Date().toISOString(),
      redacted: false,
      host: { ...port.host, variables: { ...port.host.variables } },
      reads: [...reads.values()],
    }),
  };
};
