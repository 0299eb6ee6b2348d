/** Owns the list of what runs on Linux, and whether this account may see all of it. */
import { CannotTell } from '../../core/fact.ts';
import type { Machine, Processes } from '../machine.ts';

const LIMITS = { maxBytes: 4_194_304 };

/** `hidepid` of the mount of /proc: other accounts' programs are hidden. 0 and `off` are no such thing. */
const hidesOthers = (mounts: string): boolean => /^\S+ \S+ \S+ \S+ \/proc .*\bhidepid=(?!0\b|off\b)/m.test(mounts);

/** Everything that runs. Throws `CannotTell` where this system shows this account only its own programs. */
export const runningPrograms = async (machine: Machine): Promise<Processes> => {
  const [processes, mounts] = await Promise.all([
    machine.processes(),
    machine.readText('/proc/self/mountinfo', LIMITS),
  ]);
  if (processes === undefined) throw new CannotTell('unreadable', 'This system does not show what runs on it.');
  if (hidesOthers(mounts ?? '') || processes.running.some(({ name }) => name === '')) {
    throw new CannotTell('denied', 'This system shows this account only its own programs.');
  }
  return processes;
};
