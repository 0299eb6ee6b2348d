/** Owns telling whether the process of a note still runs: its number may have gone to another one since. */
import { readFileSync } from 'node:fs';
import os from 'node:os';

/** When a process began, in the system's own count; undefined where that is not told, or there is none. */
export const birthOf = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return undefined;
  try {
    // Its name stands in brackets, and may hold anything; the start is the twentieth word after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19];
  } catch {
    return undefined;
  }
};

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Nothing that began before the computer did still runs; a minute for clocks that were set since. */
const isFromBeforeStart = (at: string): boolean => Date.parse(at) < Date.now() - os.uptime() * 1000 - 60_000;

export const isStillRunning = ({
  pid,
  at,
  born,
}: {
  readonly pid: number;
  readonly at: string;
  readonly born?: string;
}) => {
  if (!isThere(pid) || isFromBeforeStart(at)) return false;
  const now = birthOf(pid);
  return born === undefined || now === undefined || born === now;
};
