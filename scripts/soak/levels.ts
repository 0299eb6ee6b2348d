/** Owns what a process holds at one moment, and whether that grows. */
import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from '../bench/figures.ts';

export interface Levels {
  readonly residentMb: number;
  readonly heapMb: number;
  readonly threads: number;
  readonly children: number;
  readonly files: number;
}

const MEBIBYTE = 1024 * 1024;

/** Times so much from one half to the other is no growth: memory goes up and down, what is counted does not. */
const MOST: Readonly<Record<keyof Levels, number>> = {
  residentMb: 1.1,
  heapMb: 1.1,
  threads: 1,
  children: 1,
  files: 1,
};

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const processes = (): readonly string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

/** Empty for a process that has ended meanwhile. */
const read = (pid: string, file: 'stat' | 'environ' | 'cmdline'): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

const parentOf = (pid: string): number => Number(/\) \S (\d+)/.exec(read(pid, 'stat'))?.[1]);

const children = (): readonly string[] => processes().filter((pid) => parentOf(pid) === process.pid);

/** Reader processes of this one. */
export const readersNow = (): readonly number[] =>
  children()
    .filter((pid) => read(pid, 'cmdline').includes('reader.js'))
    .map(Number);

/** Processes that were started with `word` in their environment. One that waits to be collected has none any more. */
export const startedWith = (word: string): number =>
  processes().filter((pid) => Number(pid) !== process.pid && read(pid, 'environ').includes(word)).length;

export const levelsNow = (): Levels => {
  collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    residentMb: Math.round(rss / MEBIBYTE),
    heapMb: Math.round(heapUsed / MEBIBYTE),
    threads: readdirSync('/proc/self/task').length,
    children: children().length,
    files: readdirSync('/proc/self/fd').length,
  };
};

/** What has grown from the first half to the second. The first minute, in which everything is loaded, is not looked at. */
export const grown = (minutes: readonly Levels[]): readonly (keyof Levels)[] => {
  const [, ...looked] = minutes;
  const half = Math.floor(looked.length / 2);
  const middle = (of: keyof Levels, from: number, to?: number): number =>
    median(looked.slice(from, to).map((it) => it[of]));
  return (Object.keys(MOST) as (keyof Levels)[]).filter((of) => middle(of, half) > MOST[of] * middle(of, 0, half));
};
