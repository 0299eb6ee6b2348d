/** Owns running a script of sections in PowerShell: a section that hangs, or that PowerShell ends at, costs no other one. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import { product } from '../../core/messages/value.ts';
import type { CommandResult, Machine } from '../machine/machine.ts';
import { attempt } from '../optional.ts';
import { reasons } from '../reasons.ts';
import { powershellArguments, type SectionScript, scriptBehind } from './script.ts';
import { systemProgram } from './system-program.ts';

/** Of a script and of the readers that wait for it: the search for updates has no limit of its own and may take half a minute. */
export const SCRIPT_TIMEOUT_MS = 30_000;
const SEARCH = 'updates';
/** What the scripts print before their first section. */
const START = 'start';
/** Every other section has hung by then, and what needs it only for a detail goes on without. */
const SECTION_LIMIT_MS = 9_000;

/** Most computers have told everything by then, and nothing is looked at more closely. */
const USUAL_MS = 1_500;
/** How long each section may then take before what stands behind it is asked for apart. */
const PATIENCE_MS = 2_500;
/** PowerShell is up by then where the computer is not busy. */
const USUAL_START_MS = 2_500;
/** It does not come up any more; half of a reader's time is left for reg.exe. */
const START_LIMIT_MS = 15_000;

const endOf = (section: string): string => `,"section":"${section}"}`;

/** The line of a section; undefined where it was not printed whole. */
export const lineIn = (stdout: string, section: string): string | undefined => {
  const end = endOf(section);
  for (let at = stdout.indexOf(end); at !== -1; at = stdout.indexOf(end, at + 1)) {
    const next = stdout.indexOf('\n', at);
    const rest = stdout.slice(at + end.length, next === -1 ? undefined : next);
    if (rest.trim() === '') return stdout.slice(stdout.lastIndexOf('\n', at) + 1, at + end.length).trim();
  }
  return undefined;
};

/** Every section shares the one process: equal readings are made once. */
const run = (machine: Machine, script: SectionScript, until: string): Promise<CommandResult | undefined> =>
  machine.run(systemProgram(machine, 'WindowsPowerShell\\v1.0\\powershell.exe'), powershellArguments(script.name), {
    timeoutMs: SCRIPT_TIMEOUT_MS,
    until: endOf(until),
    scripts: { [script.name]: script.text },
  });

/** Whether something takes longer than it may. What fails is not late. */
const isLate = (work: Promise<unknown>, patienceMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), patienceMs);
    const settled = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    work.then(settled, settled);
  });

/** The section before `name` that takes too long; undefined as soon as all of them have been told. */
const hangingBefore = async (
  machine: Machine,
  script: SectionScript,
  name: string,
  patienceMs: number,
): Promise<string | undefined> => {
  for (const before of script.sections.slice(0, script.sections.indexOf(name)))
    if (await isLate(run(machine, script, before), patienceMs)) return before;
  return undefined;
};

/**
 * How many times slower than usual this computer is now: as long as PowerShell does not start, no section hangs, and a
 * second PowerShell would only make it slower.
 */
const slowness = async (machine: Machine, script: SectionScript, name: string, begun: number): Promise<number> => {
  const up = attempt(run(machine, script, START));
  // What stands in the registry can still be read without it.
  if (name !== SEARCH && (await isLate(up, START_LIMIT_MS)))
    throw new FactUnavailable('timed-out', reasons.late({ what: product('PowerShell') }));
  await up;
  return Math.max(1, (performance.now() - begun) / USUAL_START_MS);
};

const withLine = (name: string) => (result: CommandResult | undefined) => {
  if (result === undefined || lineIn(result.stdout, name) === undefined) throw new Error('not told');
  return result;
};

/**
 * What PowerShell printed until it had told of a section; without its line when it never did, undefined where there is no
 * PowerShell. What stands behind a section that hangs is asked for in a second PowerShell, while the first is waited for.
 */
export const printed = async (
  machine: Machine,
  script: SectionScript,
  name: string,
): Promise<CommandResult | undefined> => {
  const begun = performance.now();
  const whole = run(machine, script, name);
  const rest = (section: string): Promise<CommandResult | undefined> =>
    printed(machine, scriptBehind(script, section), name);
  const settled = whole.then(
    () => undefined,
    () => undefined,
  );
  const isSlow = await isLate(whole, USUAL_MS);
  const times = isSlow ? await slowness(machine, script, name, begun) : 1;
  const hanging = isSlow
    ? await Promise.race([settled, hangingBefore(machine, script, name, times * PATIENCE_MS)])
    : undefined;
  if (hanging !== undefined)
    return Promise.any([whole, rest(hanging)].map((it) => it.then(withLine(name)))).catch(() => whole);
  if (name !== SEARCH && (await isLate(whole, times * SECTION_LIMIT_MS)))
    throw new FactUnavailable('timed-out', reasons.late({ what: product('PowerShell') }));
  const result = await whole;
  const told = script.sections.map((section) => lineIn(result?.stdout ?? '', section) !== undefined);
  const stoppedAt = script.sections[told.indexOf(false)];
  // It has ended at a section before this one: that one is at fault. Where it told nothing at all, nothing would.
  if (stoppedAt === undefined || !told.includes(true) || told[script.sections.indexOf(name)] || stoppedAt === name)
    return result;
  if (script.sections.indexOf(stoppedAt) > script.sections.indexOf(name)) return result;
  const other = await rest(stoppedAt).catch(() => undefined);
  return other !== undefined && lineIn(other.stdout, name) !== undefined ? other : result;
};
