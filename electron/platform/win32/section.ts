/** Owns asking Windows: one PowerShell prints a line per section, and each reader waits for its own line only. */

import * as v from 'valibot';
import { FactUnavailable } from '../../core/facts/fact.ts';
import type { CommandResult, Machine } from '../machine/machine.ts';
import { attempt } from '../optional.ts';
import { problemOf } from './problem.ts';
import { SCRIPT_NAME, scriptArguments, scriptText } from './script.ts';

/** What each section tells, as the end of "Windows did not say …". */
const subjects = {
  system: 'which Windows this is',
  packages: 'which apps from the Microsoft Store are installed',
  apps: 'which programs are installed',
  backup: 'how backups are set up',
  drives: 'which drives are attached',
  firewall: 'whether the firewall is on',
  desktop: 'how the screen and notifications are set',
  remote: 'whether other computers may log in',
  consent: 'which programs may use, or are using, the camera and the microphone',
  network: 'how it is connected',
  programs: 'which programs are running',
  veeam: 'when Veeam Agent last made a backup',
  encryption: 'which drives are encrypted',
  scanners: 'which virus scanners and other firewalls there are',
  battery: 'how it is powered',
  activity: 'how busy it is',
  updateSettings: 'how updates are set',
  updateDates: 'when it last looked for updates',
  updateHistory: 'when updates were last installed',
  updates: 'which updates are waiting',
} as const;
export type SectionName = keyof typeof subjects;

/** The search for updates has no time limit of its own and may take half a minute. */
export const SCRIPT_TIMEOUT_MS = 30_000;

const problemSchema = v.object({ error: v.object({ id: v.string(), code: v.string() }) });

const windowsFolder = (machine: Machine): string => machine.variable('SystemRoot') ?? 'C:\\Windows';

/** A system program, never one found by a search path. */
export const systemProgram = (machine: Machine, name: string): string => `${windowsFolder(machine)}\\System32\\${name}`;

/** The drive that Windows runs from: "C:". */
export const systemDrive = (machine: Machine): string => {
  const drive = machine.variable('SystemDrive') ?? windowsFolder(machine).slice(0, 2);
  if (!/^[a-z]:$/i.test(drive))
    throw new FactUnavailable('unreadable', 'Windows did not say which drive it runs from.');
  return drive;
};

const ask = async (machine: Machine, name: SectionName, end: string): Promise<CommandResult> => {
  const subject = subjects[name];
  const program = systemProgram(machine, 'WindowsPowerShell\\v1.0\\powershell.exe');
  const limits = { timeoutMs: SCRIPT_TIMEOUT_MS, until: end, scripts: { [SCRIPT_NAME]: scriptText } };
  const result = await attempt(machine.run(program, scriptArguments, limits));
  if (result instanceof FactUnavailable) {
    const { why } = result;
    if (why === 'timed-out') throw new FactUnavailable(why, `Windows took too long to say ${subject}.`);
    if (why === 'denied' || why === 'unreadable')
      throw new FactUnavailable(why, `Windows PowerShell may not run here, so Windows did not say ${subject}.`);
    throw result;
  }
  if (result === undefined)
    throw new FactUnavailable(
      'missing-tool',
      `Windows PowerShell is not on this computer, so Windows did not say ${subject}.`,
    );
  return result;
};

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/**
 * What one section of the script found. Throws `FactUnavailable` when its line did not come, is damaged, or is a problem
 * that Windows itself names. Other sections, the exit code and whatever stands on standard error do not matter to it.
 */
export const section = async <S extends v.GenericSchema>(
  machine: Machine,
  name: SectionName,
  schema: S,
): Promise<v.InferOutput<S>> => {
  const end = `,"section":"${name}"}`;
  const { stdout } = await ask(machine, name, end);
  const line = stdout
    .split('\n')
    .map((text) => text.trim())
    .find((text) => text.endsWith(end));
  const subject = subjects[name];
  if (line === undefined) {
    const reason = stdout.trim() === '' ? 'Windows PowerShell gave no answer' : 'Windows PowerShell stopped too early';
    throw new FactUnavailable('unreadable', `${reason}, so Windows did not say ${subject}.`);
  }
  const printed = parseLine(line);
  const problem = v.safeParse(problemSchema, printed);
  if (problem.success) throw problemOf(problem.output.error, subject);
  const answer = v.safeParse(v.object({ value: schema }), printed);
  if (!answer.success)
    throw new FactUnavailable('unreadable', `Windows said ${subject} in a form Greenroom does not know.`);
  return answer.output.value;
};

/** Text of the registry or of WMI: some installers pad it with NULs. Empty when there is none. */
export const text = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((value) => (value.split('\0', 1)[0] ?? '').trim()),
);
