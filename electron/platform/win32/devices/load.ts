/** Owns how busy processors and memory are: the times that programs have used, looked at twice by the one script. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Load } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import {
  IDLE_PID,
  LEFT_OUT,
  programName,
  programsIn,
  type Running,
  type RunningProgram,
  runningPrograms,
} from '../running.ts';
import { section } from '../section.ts';

const words = messages('windows-load', {
  processor: 'Windows didn’t say how busy the processor is.',
  memory: 'Windows didn’t say how much memory is in use.',
});

const schema = v.object({ running: v.array(v.string()), free: v.number(), total: v.number() });

const MOST = 3;
/** Less than 0.3 seconds of all processors together says nothing. */
const LEAST_TIME = 3_000_000;
/** Answers the script's own questions. */
export const ANSWERING = /^wmiprvse$/i;

const percentOf = (part: number, whole: number): number =>
  Math.round(Math.min(100, Math.max(0, (100 * part) / whole)) * 10) / 10;

/** What each program used between two looks. One that is new used all of its time in between; 0 where a look did not tell. */
export const usedBetween = (
  before: readonly RunningProgram[],
  after: readonly RunningProgram[],
): readonly { readonly program: RunningProgram; readonly used: number }[] => {
  const earlier = new Map(before.map((program) => [`${program.pid}|${program.started ?? ''}`, program.used]));
  return after.map((program) => {
    const key = `${program.pid}|${program.started ?? ''}`;
    const before = earlier.has(key) ? earlier.get(key) : 0;
    const isTold = program.used !== undefined && before !== undefined;
    return { program, used: isTold ? Math.max(0, program.used - before) : 0 };
  });
};

/** Shares without the work of Greenroom itself, whose own questions would else pass for a busy computer. */
export const shares = (before: Running, after: readonly RunningProgram[]): Omit<Load, 'memoryPercent'> => {
  const times = usedBetween(before.programs, after);
  const total = times.reduce((sum, { used }) => sum + used, 0);
  if (total < LEAST_TIME || !times.some(({ program }) => program.pid === IDLE_PID && program.used !== undefined))
    throw new FactUnavailable('unreadable', words.processor);
  const names = new Map<string, number>();
  let busy = 0;
  for (const { program, used } of times) {
    const name = programName(program.file);
    if (program.pid === IDLE_PID || before.isOwn(program) || ANSWERING.test(name)) continue;
    busy += used;
    if (program.file !== LEFT_OUT) names.set(name, (names.get(name) ?? 0) + used);
  }
  const busiest = [...names]
    .map(([name, used]) => ({ name, percent: percentOf(used, total) }))
    .filter(({ percent }) => percent >= 1)
    .sort((a, b) => b.percent - a.percent || (a.name < b.name ? -1 : 1))
    .slice(0, MOST);
  return { processorPercent: percentOf(busy, total), busiest };
};

export const load = reader<Load>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const [before, after] = await Promise.all([runningPrograms(machine), section(machine, 'activity', schema)]);
  const { free, total } = after;
  if (!(total > 0 && free >= 0 && free <= total)) throw new FactUnavailable('unreadable', words.memory);
  const shared = shares(before, programsIn(after.running));
  return known({ ...shared, memoryPercent: percentOf(total - free, total) }, 'Win32_Process, Win32_OperatingSystem');
});
