/** Owns who holds a lock, as a name: a process on Linux by its number and start, so that no later process passes for it. */
import { randomBytes } from 'node:crypto';
import { readFile, readlink, stat } from 'node:fs/promises';

/** A process that cannot be asked after (on another computer, in another container) has let go after this time. */
const UNKNOWN_AFTER_MS = 30_000;

/** The start of a process that runs, in the kernel's ticks; null when it has ended, also where nobody has buried it yet. */
const startOf = async (pid: string): Promise<string | null> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name before the last bracket may hold anything.
  const [state = '', ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return state === '' || state === 'Z' || state === 'X' ? null : (fields[18] ?? null);
};

/** This start of this system and this space of process numbers: outside it a number means nothing. */
const placeOfProcess = async (): Promise<string> => {
  const [boot, space] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return `${boot.replace(/[^0-9a-f]/g, '').slice(0, 12)}-${space.replace(/\D/g, '')}`;
};

/** A new name for a lock of this process. */
export const newOwner = async (): Promise<string> =>
  [await placeOfProcess(), process.pid, (await startOf('self')) ?? 0, randomBytes(6).toString('hex')].join('.');

/** Whether the process that made the entry `file` under the name `owner` has ended. */
export const hasEnded = async (owner: string, file: string): Promise<boolean> => {
  const [place = '', pid = '', start = ''] = owner.split('.');
  if (/^\d+$/.test(pid) && place === (await placeOfProcess())) return (await startOf(pid)) !== start;
  const entry = await stat(file).catch(() => null);
  return entry !== null && Math.abs(Date.now() - entry.mtimeMs) > UNKNOWN_AFTER_MS;
};
