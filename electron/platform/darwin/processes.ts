/** Owns the list of what runs on a Mac: process numbers, their share of a processor, the paths of their programs. */

import { posix } from 'node:path';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import { type Machine, runRequired } from '../machine/machine.ts';

const words = messages('macos-programs', {
  notListed: 'macOS didn’t list the programs that run.',
});

export const PS = '/bin/ps';
/** "ww": without it, paths are cut off at the width of a terminal that is not there. */
const ARGS = ['-axww', '-o', 'pid=', '-o', 'pcpu=', '-o', 'comm='];

export interface RunningProgram {
  readonly pid: number;
  /** Of one processor, as it fades over the last minute. */
  readonly percent: number;
  readonly path: string;
}

const rowPattern = /^ *(\d{1,9}) +(\d{1,6})(?:[.,](\d{1,3}))? +(\S.*)$/;

/** Rows of the list; a row of another form is left out. */
export const parseProcesses = (stdout: string): readonly RunningProgram[] =>
  stdout.split('\n').flatMap((line) => {
    const [, pid, whole, part = '0', path] = rowPattern.exec(line) ?? [];
    return path === undefined ? [] : [{ pid: Number(pid), percent: Number(`${whole}.${part}`), path: path.trim() }];
  });

/** The helpers of web pages have a name that nobody knows; nearly always they are Safari's. */
const WEB_PAGES = /^com\.apple\.WebKit\./;

/** What a person calls a program: the app it is a part of, else its file. "/Applications/zoom.us.app/…" → "zoom.us". */
export const programName = (path: string): string => {
  const name = /^.{0,1000}?\/([^/]{1,200})\.app\//i.exec(path)?.[1] ?? posix.basename(path);
  return WEB_PAGES.test(name) ? 'Safari' : name;
};

/** Everything that runs. Throws `FactUnavailable`. */
export const runningPrograms = async (machine: Machine): Promise<readonly RunningProgram[]> => {
  const { code, stdout } = await runRequired(machine, PS, ARGS, { timeoutMs: 5_000 });
  const programs = code === 0 ? parseProcesses(stdout) : [];
  // The first process is always there, and the list shows those of every account.
  if (!programs.some(({ pid }) => pid === 1)) throw new FactUnavailable('unreadable', words.notListed);
  return programs;
};
