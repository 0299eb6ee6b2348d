/**
 * Owns watching what runs on Linux: two looks at /proc a short moment apart, without starting a program. The kernel answers
 * out of its memory and never waits for a disk: hundreds of small files are read at once, as a thread for each would take
 * several times the work.
 */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { place } from '../../core/messages/value.ts';
import type { Processes, RunningProcess } from '../machine/machine.ts';
import { reasons } from '../reasons.ts';

const CAMERA = /^\/dev\/video\d{1,4}$/;

/** PF_KTHREAD of the kernel: a thread of its own, without a program. */
const KERNEL_THREAD = 0x0020_0000;

interface Seen {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** Ticks of the clock in which it ran, and in which it or the children it has seen end ran. */
  readonly ticks: number;
  readonly ticksWithEnded: number;
}

export interface Look {
  readonly busy: number;
  readonly total: number;
  readonly seen: ReadonlyMap<number, Seen>;
}

/** `cpu  user nice system idle iowait irq softirq steal …` of /proc/stat. */
const parseTotals = (text: string): { readonly busy: number; readonly total: number } => {
  const [user = NaN, nice = NaN, system = NaN, idle = NaN, wait = 0, irq = 0, soft = 0, steal = 0] = (
    /^cpu +([\d ]{1,400})$/m.exec(text)?.[1] ?? ''
  )
    .split(' ')
    .map(Number);
  const busy = user + nice + system + irq + soft + steal;
  const total = busy + idle + wait;
  if (!Number.isFinite(total)) throw new FactUnavailable('unreadable', reasons.form({ what: place('/proc/stat') }));
  return { busy, total };
};

/** One line of /proc/PID/stat; the name stands in brackets and may hold brackets itself. Undefined for kernel threads. */
const parseProcess = (pid: number, text: string): Seen | undefined => {
  const end = text.lastIndexOf(')');
  const fields = text
    .slice(end + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, flags = 0, user = NaN, system = NaN, childUser = NaN, childSystem = NaN] = [
    1, 6, 11, 12, 13, 14,
  ].map((index) => fields[index] ?? NaN);
  const name = text.slice(text.indexOf('(') + 1, end);
  const ticksWithEnded = user + system + childUser + childSystem;
  if (end < 0 || !Number.isFinite(ticksWithEnded)) return { pid, parent: 0, name: '', ticks: 0, ticksWithEnded: 0 };
  return (flags & KERNEL_THREAD) === 0 ? { pid, parent, name, ticks: user + system, ticksWithEnded } : undefined;
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** What a reading says of one process; undefined when the process has ended in the meantime. */
const unlessEnded = <T>(read: () => T, denied: T): T | undefined => {
  try {
    return read();
  } catch (error) {
    return codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM' ? denied : undefined;
  }
};

const lookAt = (proc: string): Look => {
  const totals = parseTotals(readFileSync(`${proc}/stat`, 'utf8'));
  const pids = readdirSync(proc).filter((name) => /^\d{1,9}$/.test(name));
  const seen = pids.flatMap((pid): readonly Seen[] => {
    const text = unlessEnded(() => readFileSync(`${proc}/${pid}/stat`, 'utf8'), '');
    const one = text === undefined ? undefined : parseProcess(Number(pid), text);
    return one === undefined ? [] : [one];
  });
  return { ...totals, seen: new Map(seen.map((it) => [it.pid, it])) };
};

const devicesOf = (proc: string, pid: number): readonly string[] | null => {
  const folder = `${proc}/${pid}/fd`;
  const names = unlessEnded<readonly string[] | null>(() => readdirSync(folder), null);
  if (names === null || names === undefined) return names ?? [];
  const targets = names.map((name) => unlessEnded(() => readlinkSync(`${folder}/${name}`), '') ?? '');
  return [...new Set(targets.filter((target) => CAMERA.test(target)))].sort();
};

/** This process and everything below it. */
const ownPids = (seen: ReadonlyMap<number, Seen>): ReadonlySet<number> => {
  const own = new Set([process.pid]);
  for (let size = 0; size !== own.size; ) {
    size = own.size;
    for (const { pid, parent } of seen.values()) if (own.has(parent)) own.add(pid);
  }
  return own;
};

/** Counted with children that have ended, so that a program Greenroom ran in between is not lost. */
const ticksOf = (look: Look, own: ReadonlySet<number>): number =>
  [...look.seen.values()].reduce((sum, { pid, ticksWithEnded }) => sum + (own.has(pid) ? ticksWithEnded : 0), 0);

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.round(Math.min(100, Math.max(0, (100 * part) / whole)) * 10) / 10 : 0;

/**
 * What happened between two looks. `processorPercent` is without the work of Greenroom itself, whose own commands would
 * else pass for a busy computer.
 */
export const between = (
  before: Look,
  after: Look,
  devices: ReadonlyMap<number, readonly string[] | null>,
): Processes => {
  const total = after.total - before.total;
  const own = ownPids(after.seen);
  const ownTicks = ticksOf(after, own) - ticksOf(before, ownPids(before.seen));
  const running = [...after.seen.values()].map(
    ({ pid, name, ticks }): RunningProcess => ({
      name,
      pid,
      percent: share(ticks - (before.seen.get(pid)?.ticks ?? ticks), total),
      devices: devices.get(pid) === undefined ? [] : (devices.get(pid) ?? null),
      own: own.has(pid),
    }),
  );
  return { processorPercent: share(after.busy - before.busy - ownTicks, total), running };
};

/**
 * What runs, watched for `watchMs` milliseconds. Undefined when there is no `proc`; throws `FactUnavailable` when it is of
 * another form.
 */
export const watchProcesses = async (
  proc: string,
  watchMs: number,
  signal: AbortSignal,
): Promise<Processes | undefined> => {
  try {
    const before = lookAt(proc);
    const devices = new Map<number, readonly string[] | null>();
    for (const pid of before.seen.keys()) {
      devices.set(pid, devicesOf(proc, pid));
      // A browser alone has hundreds of open files: everybody else has a turn in between.
      await turn(undefined, { signal });
    }
    await pause(watchMs, undefined, { signal });
    return between(before, lookAt(proc), devices);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (error instanceof FactUnavailable || signal.aborted) throw error;
    throw new FactUnavailable('unreadable', reasons.running);
  }
};
