/** Owns asking Windows: PowerShell prints a line per section, and each reader waits for its own line only. */

import * as v from 'valibot';
import { FactUnavailable, NOT_RECORDED } from '../../core/facts/fact.ts';
import { messages, sentences } from '../../core/messages/messages.ts';
import type { CommandResult, Machine } from '../machine/machine.ts';
import { attempt, optional } from '../optional.ts';
import { lineIn, printed } from './powershell.ts';
import { problemOf } from './problem.ts';
import { isRegistrySection, registrySection } from './registry-sections.ts';
import { factScripts, type SectionScript } from './script.ts';

/** What each section tells, in a sentence about it. */
const subjects = messages('windows-section', {
  system: 'which Windows this is',
  packages: 'which apps from the Microsoft Store are installed',
  apps: 'which programs are installed',
  backup: 'how backups are set up',
  drives: 'which drives are attached',
  firewall: 'whether the firewall is on',
  desktop: 'how the screen and notifications are set',
  remote: 'whether other computers may log in',
  consent: 'which programs may use, or are using, the camera and the microphone',
  sound: 'which microphones and loudspeakers there are',
  clock: 'how the clock is set',
  network: 'how this computer is connected',
  connection: 'whether its connection leads to the internet',
  programs: 'which programs are running',
  veeam: 'when Veeam Agent last made a backup',
  encryption: 'which drives are encrypted',
  scanners: 'which virus scanners and other firewalls there are',
  cameras: 'which cameras there are',
  battery: 'how this computer is powered',
  activity: 'how busy this computer is',
  updateSettings: 'how updates are set',
  updateDates: 'when Windows last looked for updates',
  updateHistory: 'when updates were last installed',
  updates: 'which updates are waiting',
});
export type SectionName = keyof typeof subjects;

/** Recordings of an earlier Greenroom came to their end without these. */
const LATER: readonly SectionName[] = ['sound', 'clock', 'cameras'];

const words = messages('windows', {
  unsaid: 'Windows didn’t say {subject}.',
  late: 'Windows took too long to say {subject}.',
  form: 'Windows said {subject} in a form Greenroom doesn’t know.',
  silent: 'Windows PowerShell gave no answer.',
  stopped: 'Windows PowerShell stopped too early.',
});

const problemSchema = v.object({ error: v.object({ id: v.string(), code: v.string() }) });

const scriptOf = (name: SectionName): SectionScript => {
  const script = factScripts.find(({ sections }) => sections.includes(name));
  if (script === undefined) throw new Error(`No script tells ${name}.`);
  return script;
};

const ask = async (machine: Machine, name: SectionName): Promise<CommandResult> => {
  const subject = subjects[name];
  const result = await attempt(printed(machine, scriptOf(name), name));
  if (result instanceof FactUnavailable) {
    const { why, reason } = result;
    if (why === 'timed-out') throw new Silent(why, words.late({ subject }));
    if (why === 'denied' || why === 'unreadable') throw new Silent('no-powershell', words.unsaid({ subject }));
    throw new Silent(why, reason);
  }
  if (result === undefined) throw new Silent('no-powershell', words.unsaid({ subject }));
  return result;
};

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** PowerShell told nothing at all, or hangs at this: reg.exe may still tell. */
class Silent extends FactUnavailable {}

/** Undefined where it does not stand in the registry, or reg.exe cannot tell either. */
const withoutPowershell = async (machine: Machine, name: SectionName): Promise<unknown> => {
  const value = isRegistrySection(name) ? await optional(registrySection(machine, name)) : undefined;
  return value === undefined ? undefined : { value };
};

/** The line that PowerShell printed of a section. */
const toldBy = async (machine: Machine, name: SectionName): Promise<unknown> => {
  const { code, stdout } = await ask(machine, name);
  const line = lineIn(stdout, name);
  const subject = subjects[name];
  if (line === undefined) {
    // Only the limit ends it without a code.
    if (code === null) throw new Silent('timed-out', words.late({ subject }));
    // An older script told everything, this last: where it came to its end it did not ask what is missing.
    if (code === 0 && name !== 'updates' && lineIn(stdout, 'updates') !== undefined)
      throw new FactUnavailable('not-recorded', NOT_RECORDED);
    if (LATER.includes(name) && lineIn(stdout, 'activity') !== undefined)
      throw new FactUnavailable('not-recorded', NOT_RECORDED);
    const reason = stdout.trim() === '' ? words.silent : words.stopped;
    const isSilent = scriptOf(name).sections.every((other) => lineIn(stdout, other) === undefined);
    const Kind = isSilent ? Silent : FactUnavailable;
    throw new Kind('unreadable', sentences([reason, words.unsaid({ subject })]));
  }
  const answer = parseLine(line);
  const problem = v.safeParse(problemSchema, answer);
  if (problem.success) throw problemOf(problem.output.error, words.unsaid({ subject }));
  return answer;
};

/**
 * What one section of the scripts found. Throws `FactUnavailable` when its line did not come, is damaged, or is a problem
 * that Windows itself names. Other sections, the exit code and whatever stands on standard error do not matter to it.
 * Where PowerShell tells nothing, what stands in the registry is read by Windows' own reg.exe.
 */
export const section = async <S extends v.GenericSchema>(
  machine: Machine,
  name: SectionName,
  schema: S,
): Promise<v.InferOutput<S>> => {
  const told = await attempt(toldBy(machine, name));
  const instead = told instanceof Silent ? await withoutPowershell(machine, name) : undefined;
  if (told instanceof FactUnavailable && instead === undefined) throw told;
  const answer = v.safeParse(v.object({ value: schema }), instead ?? told);
  if (!answer.success) throw new FactUnavailable('unreadable', words.form({ subject: subjects[name] }));
  return answer.output.value;
};

/** Text of the registry or of WMI: some installers pad it with NULs. Empty when there is none. */
export const text = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((value) => (value.split('\0', 1)[0] ?? '').trim()),
);
