/** Owns the list of what runs on Linux, and whether this account sees all of it. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import type { Machine, RunningProcess } from '../machine/machine.ts';
import { reasons } from '../reasons.ts';

const LIMITS = { maxBytes: 4_194_304 };

/** `hidepid` of the mount of /proc: other accounts' programs are hidden. 0 and `off` are no such thing. */
const hidesOthers = (mounts: string): boolean => /^\S+ \S+ \S+ \S+ \/proc .*\bhidepid=(?!0\b|off\b)/m.test(mounts);

export interface Running {
  readonly running: readonly RunningProcess[];
  /** False where this system shows an account only its own programs. */
  readonly complete: boolean;
}

/** Everything that runs and that this account may see. */
export const runningPrograms = async (machine: Machine): Promise<Running> => {
  const [processes, mounts] = await Promise.all([
    machine.processes(),
    machine.readText('/proc/self/mountinfo', LIMITS),
  ]);
  if (processes === undefined) throw new FactUnavailable('unreadable', reasons.running);
  const { running } = processes;
  return { running, complete: !hidesOthers(mounts ?? '') && running.every(({ name }) => name !== '') };
};
