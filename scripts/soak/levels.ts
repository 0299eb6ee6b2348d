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
const GROWTH = 1.1;

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
  const grows = (of: keyof Levels, level: (values: readonly number[]) => number, most: number): boolean =>
    level(looked.slice(half).map((it) => it[of])) > most * level(looked.slice(0, half).map((it) => it[of]));
  const highest = (values: readonly number[]): number => Math.max(...values);
  return [
    ...(['residentMb', 'heapMb'] as const).filter((of) => grows(of, median, GROWTH)),
    ...(['threads', 'children', 'files'] as const).filter((of) => grows(of, highest, 1)),
  ];
};
