/** Owns which system's ways the stand-in has, where they differ: named by a test, else those of this computer's browser. */
import { Readable } from 'node:stream';
import { isRefusedOnWindows } from './windows-rule.ts';

export type SystemWay =
  /** A hidden window gets no frame: `ready-to-show` comes after `show()` only. Minimising is told to nobody. */
  | 'wayland'
  /** Words that look like an attack end the start; standard input is empty; a notice whose banner went is "closed", and an id finds the oldest notice. */
  | 'windows'
  /** The session refuses what it is asked for when the program starts. */
  | 'broken-session'
  /** A window that is hidden in full screen leaves a black screen. */
  | 'mac';

export const ways = new Set<string>((process.env.GREENROOM_STAND_IN_LIKE ?? '').split(','));
export const has = (way: SystemWay): boolean => ways.has(way);

/** Nobody hears of it, and what waits in a pipe is lost. Node does not declare this function. */
export const endAtOnce = (process as unknown as { reallyExit(code: number): never }).reallyExit;

/** What Electron does before the program's first line. */
export const beforeTheProgram = (): void => {
  if (!has('windows')) return;
  // Without a word, and before any listener could hear of it.
  if (isRefusedOnWindows(process.argv.slice(2))) endAtOnce(255);
  const empty = new Readable();
  empty.push(null);
  Object.defineProperty(process, 'stdin', { enumerable: true, get: () => empty });
};
