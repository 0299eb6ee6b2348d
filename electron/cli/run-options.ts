/** Owns what the verbs that run the checks are asked the same way: the time, the limit, the policy and the machine. */
import { noPolicy, type Policy, valuesOf } from '../core/policy/policy.ts';
import { checkingSettings } from '../core/settings/checking.ts';
import { type EffectivePolicy, loadPolicy } from '../engine/run/effective-policy.ts';
import { stateFolder } from '../engine/storage/folders.ts';
import { localMachine } from '../platform/machine/local.ts';
import type { MachinePort } from '../platform/machine/machine.ts';
import { WrongUsage } from './exit.ts';
import { readInputFile } from './input-file.ts';
import type { Io } from './io.ts';

export interface RunOptions {
  readonly policy?: string;
  readonly machine?: string;
  readonly now?: string;
  readonly timeout?: string;
}

/** `--now`. */
export const nowOf = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(time.getTime())) {
    throw new WrongUsage(`--now needs a time such as 2026-11-22T09:30:00Z, not “${text}”.`);
  }
  return time;
};

/** `--timeout` in milliseconds; what the policy says when absent. */
export const deadlineOf = (text: string | undefined, policy: Policy): number => {
  if (text === undefined) return valuesOf(policy, checkingSettings.id, checkingSettings.policy).deadlineSeconds * 1000;
  const seconds = Number(text);
  if (!(seconds >= 0.1 && seconds <= 600))
    throw new WrongUsage(`--timeout needs seconds from 0.1 to 600, not “${text}”.`);
  return seconds * 1000;
};

/** The policy in a file that was named stands alone; a recorded machine is judged by none but that. */
export const policyOf = async (io: Io, { policy: file, machine }: RunOptions): Promise<EffectivePolicy> => {
  if (file !== undefined) {
    const { parsePolicyFile } = await import('../engine/run/policy-file.ts');
    return { policy: await parsePolicyFile(file, await readInputFile(io, file, 4)), notices: [] };
  }
  if (machine !== undefined) return { policy: noPolicy, notices: [] };
  const port = localMachine();
  return loadPolicy(port, stateFolder(port.host));
};

/** A recorded machine is judged at the time of its recording. */
export const machineOf = async (
  io: Io,
  file: string | undefined,
): Promise<{ port: MachinePort; recordedAt?: Date }> => {
  if (file === undefined) return { port: localMachine() };
  const [{ parseRecording }, { replayMachine }] = await Promise.all([
    import('../platform/machine/recording.ts'),
    import('../platform/machine/replay.ts'),
  ]);
  const recording = parseRecording(file, await readInputFile(io, file, 64));
  return { port: replayMachine(recording, { strict: false }), recordedAt: new Date(recording.recordedAt) };
};
