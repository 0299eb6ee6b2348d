/** Owns playing back a recorded machine: every reading comes from the file, none from this computer. */
import { FactUnavailable, NOT_RECORDED } from '../../core/facts/fact.ts';
import { asMessage } from '../../core/messages/messages.ts';
import type { MachinePort, Operation, Result } from './machine.ts';
import type { Reading, Recording } from './recording.ts';

/** The name of a reading: its operation as JSON with its keys in a fixed order. */
export const operationKey = (operation: Operation): string => {
  switch (operation.op) {
    case 'run':
      return JSON.stringify([operation.op, operation.program, operation.args]);
    case 'processes':
    case 'systemInformation':
      return JSON.stringify([operation.op]);
    default:
      return JSON.stringify([operation.op, operation.path]);
  }
};

/** Where older recordings hold what is now asked in a reading of its own: one script told everything of Windows. */
const olderKey = (operation: Operation): string | undefined =>
  operation.op === 'run' && /^updates\.ps1$|^(?:facts|updates)\.ps1 behind /.test(operation.args.at(-1) ?? '')
    ? operationKey({ ...operation, args: [...operation.args.slice(0, -1), 'facts.ps1'] })
    : undefined;

/**
 * What stayed the same of a command whose other words changed from one Greenroom to the next, and whose answer says itself
 * what it is about, so that an older recording answers to it. Undefined for every other reading.
 */
const lastingPart = (operation: Operation | Reading): string | undefined => {
  if (operation.op !== 'run') return undefined;
  const { program, args } = operation;
  const script = args.at(-1)?.match(/^(?:facts|updates|policy)\.ps1(?= behind |$)/)?.[0];
  if (script !== undefined) return `${program} ${script === 'updates.ps1' ? 'facts.ps1' : script}`;
  return /\/(?:lsblk|nmcli|systemctl|system_profiler)$/.test(program) ? `${program} ${args[0]}` : undefined;
};

const resultOf = (reading: Reading): Result | undefined => {
  if ('cannotTell' in reading) throw new FactUnavailable(reading.cannotTell, asMessage(reading.reason));
  if ('missing' in reading) return undefined;
  switch (reading.op) {
    case 'run':
      return { code: reading.code, stdout: reading.stdout, stderr: reading.stderr };
    case 'readText':
      return reading.text;
    case 'readBytes':
      return reading.base64;
    case 'readOwned':
      return reading.owned;
    case 'readDir':
      return reading.entries;
    case 'stat':
      return reading.stat;
    case 'readLink':
      return reading.target;
    case 'freeSpace':
      return reading.space;
    case 'processes':
      return reading.processes;
    case 'systemInformation':
      return reading.information;
  }
};

/**
 * A machine that answers from a recording. A reading that the recording lacks is an `Error` that names it when `strict`
 * (tests); else an earlier form of it answers, or it was not recorded.
 */
export const replayMachine = (recording: Recording, options: { readonly strict: boolean }): MachinePort => {
  const readings = new Map(recording.reads.map((reading) => [operationKey(reading), reading]));
  const earlier = new Map(
    recording.reads.flatMap((reading) => {
      const part = lastingPart(reading);
      return part === undefined ? [] : [[part, reading] as const];
    }),
  );
  return {
    host: recording.host,
    read: async <O extends Operation>(operation: O) => {
      const reading = readings.get(operationKey(operation)) ?? readings.get(olderKey(operation) ?? '');
      if (reading !== undefined) return resultOf(reading) as Result<O> | undefined;
      if (options.strict) throw new Error(`The recording lacks this reading: ${operationKey(operation)}`);
      const older = earlier.get(lastingPart(operation) ?? '');
      if (older !== undefined) return resultOf(older) as Result<O> | undefined;
      throw new FactUnavailable('not-recorded', NOT_RECORDED);
    },
  };
};
