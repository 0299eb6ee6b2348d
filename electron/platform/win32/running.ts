/** Owns what runs on Windows, from rows that the script prints: number, parent, time used, start, file. */

import * as v from 'valibot';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import type { Machine } from '../machine/machine.ts';
import { section } from './section.ts';

const words = messages('windows-programs', {
  form: 'Windows listed running programs in a form Greenroom doesn’t know.',
  part: 'Windows didn’t list every running program.',
});

export interface RunningProgram {
  readonly pid: number;
  readonly parent: number;
  /** Processor time used since its start, in steps of 100 nanoseconds, as all times here; undefined where Windows does not tell. */
  readonly used: number | undefined;
  /** FILETIME; undefined where Windows does not tell. */
  readonly started: bigint | undefined;
  /** Its file with all folders, or the file's name alone where this account may not see them. */
  readonly file: string;
}

/** Stands, in a recording that is sent to somebody, for all programs that no finding names. */
export const LEFT_OUT = '-';

/** Times that are none do no harm to the rest of their row. */
const ROW = /^(\d{1,10})\|(\d{1,10})\|([^|\n]{0,40})\|([^|\n]{0,40})\|([^|\n]{1,4096})$/;
const isNumber = (text: string, digits: number): boolean => /^\d+$/.test(text) && text.length <= digits;

export const parseRow = (row: string): RunningProgram | undefined => {
  const [, pid, parent, used = '', started = '', file] = ROW.exec(row) ?? [];
  if (file === undefined) return undefined;
  return {
    pid: Number(pid),
    parent: Number(parent),
    used: isNumber(used, 18) ? Number(used) : undefined,
    started: isNumber(started, 19) ? BigInt(started) : undefined,
    file,
  };
};

/** "C:\Program Files\Zoom\bin\Zoom.exe" → "Zoom". */
export const programName = (file: string): string => (file.split('\\').at(-1) ?? '').replace(/\.exe$/i, '');

/** Windows' own idle loop, which uses the time that nothing else wants. */
export const IDLE_PID = 0;

const schema = v.object({ self: v.number(), running: v.array(v.string()) });

export interface Running {
  readonly programs: readonly RunningProgram[];
  /** Greenroom itself, and the PowerShell that it asks with. */
  isOwn(program: RunningProgram): boolean;
}

/**
 * `self` is the number of that PowerShell; its parent is Greenroom, whose other parts have the same file. In a checkout
 * that file is Node's, which runs other people's programs as well.
 */
export const ownTest = (self: number, programs: readonly RunningProgram[]): Running['isOwn'] => {
  const asking = programs.find(({ pid }) => pid === self);
  const greenroom = programs.find(({ pid }) => pid === asking?.parent);
  const file = greenroom === undefined || programName(greenroom.file) === 'node' ? undefined : greenroom.file;
  return (program) => program.pid === self || program.pid === greenroom?.pid || program.file === file;
};

/** Rows as programs. Throws `FactUnavailable` when one is damaged: a list with holes shows nothing to be absent. */
export const programsIn = (rows: readonly string[]): readonly RunningProgram[] => {
  const programs = rows.map(parseRow);
  const whole = programs.filter((program) => program !== undefined);
  if (whole.length < programs.length || whole.length === 0) throw new FactUnavailable('unreadable', words.form);
  return whole;
};

export const runningPrograms = async (machine: Machine): Promise<Running> => {
  const { self, running } = await section(machine, 'programs', schema);
  const programs = programsIn(running);
  const isOwn = ownTest(self, programs);
  // A damaged WMI answers with part of the list, or with none of it.
  if (!programs.some(isOwn) || !programs.some(({ pid }) => pid === IDLE_PID))
    throw new FactUnavailable('unreadable', words.part);
  return { programs, isOwn };
};
