/** Reads facts from the recorded Windows computers, whole or with some readings replaced. */

import { readFileSync } from 'node:fs';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { type Fact, FactUnavailable, unknown } from '../../../electron/core/facts/fact.ts';
import type { FactKey, Facts } from '../../../electron/core/facts/index.ts';
import { bind, type Operation } from '../../../electron/platform/machine/machine.ts';
import { parseRecording, type Reading, type Recording } from '../../../electron/platform/machine/recording.ts';
import { operationKey, replayMachine } from '../../../electron/platform/machine/replay.ts';
import { win32Readers } from '../../../electron/platform/win32/index.ts';
import { inEnglish } from '../../in-english.ts';

export const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
export const FILE_HISTORY = 'C:\\Users\\user\\AppData\\Local\\Microsoft\\Windows\\FileHistory\\Configuration';

export const recordingOf = (name: string): Recording => {
  const file = new URL(`../../machines/${name}.json`, import.meta.url);
  return parseRecording(`${name}.json`, readFileSync(file, 'utf8'));
};

/** A recording with some readings replaced, or added. */
export const withReadings = (recording: Recording, ...readings: readonly Reading[]): Recording => {
  const replaced = new Set(readings.map((reading) => operationKey(reading as Operation)));
  const kept = recording.reads.filter((reading) => !replaced.has(operationKey(reading as Operation)));
  return { ...recording, reads: [...kept, ...readings] };
};

const script = {
  op: 'run',
  program: POWERSHELL,
  args: ['-NoProfile', '-NonInteractive', '-Command', 'facts.ps1'],
} as const;

export const powershell = (stdout: string, code = 0, stderr = ''): Reading => ({
  ...script,
  args: [...script.args],
  code,
  stdout,
  stderr,
});

export const noPowershell: Reading = { ...script, args: [...script.args], missing: true };

export const powershellUnavailable = (
  cannotTell: 'timed-out' | 'denied' | 'too-large' | 'unreadable',
  reason: string,
): Reading => ({
  ...script,
  args: [...script.args],
  cannotTell,
  reason,
});

/** Windows’ reg.exe, forbidden by the organisation as well: it refuses the first value that it is asked for. */
export const noRegistry: Reading = {
  op: 'run',
  program: 'C:\\Windows\\System32\\reg.exe',
  args: ['query', 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', '/v', 'CurrentBuildNumber', '/reg:64'],
  code: 1,
  stdout: '',
  stderr: '',
};

/** What PowerShell printed on a computer. */
export const printedIn = (recording: Recording): string => {
  const reading = recording.reads.find((it) => it.op === 'run' && it.program === POWERSHELL);
  if (reading === undefined || !('stdout' in reading)) throw new Error('The recording holds no output of PowerShell.');
  return reading.stdout;
};
export const printedOn = (name: string): string => printedIn(recordingOf(name));

/** A computer whose script printed something else in one section. */
export const inSection = (recording: Recording, section: string, value: unknown): Recording => {
  const end = `,"section":"${section}"}`;
  const lines = printedIn(recording).split('\r\n');
  const changed = lines.map((line) => (line.endsWith(end) ? `{"value":${JSON.stringify(value)}${end}` : line));
  return withReadings(recording, powershell(changed.join('\r\n')));
};
export const withSection = (name: string, section: string, value: unknown): Recording =>
  inSection(recordingOf(name), section, value);

/** What the script printed in one section of a recorded computer. */
const sectionOf = (name: string, section: string): object => {
  const line = printedOn(name)
    .split('\r\n')
    .find((it) => it.endsWith(`,"section":"${section}"}`));
  return (JSON.parse(line ?? '{}') as { value?: object }).value ?? {};
};

/** As `withSection`, with a part of what stood there. */
export const changedSection = (name: string, section: string, change: object): Recording =>
  withSection(name, section, { ...sectionOf(name, section), ...change });

/** One fact as the engine would have it. A reading that the recording lacks is an error, or one that fails. */
export const factOf = async <K extends FactKey>(
  recording: Recording,
  key: K,
  strict = true,
): Promise<Fact<Facts[K]>> => {
  const machine = bind(replayMachine(recording, { strict }), new AbortController().signal);
  try {
    return inEnglish(await win32Readers[key].read(machine, builtInCatalogue)) as Fact<Facts[K]>;
  } catch (error) {
    if (error instanceof FactUnavailable) return inEnglish(unknown(error.why, error.reason)) as Fact<Facts[K]>;
    throw error;
  }
};

/** The value of a fact that must be known. */
export const knownOf = async <K extends FactKey>(recording: Recording, key: K): Promise<Facts[K]> => {
  const fact = await factOf(recording, key);
  if (fact.state === 'unknown') throw new Error(`${key} is unknown: ${fact.reason}`);
  return fact.value;
};

/** The programs that reading every fact of a recording starts, each counted once. */
export const programsOf = async (recording: Recording): Promise<readonly string[]> => {
  const started = new Set<string>();
  const machine = bind(replayMachine(recording, { strict: true }), new AbortController().signal, (command) =>
    started.add(command),
  );
  const readers = Object.values(win32Readers) as readonly { read: (typeof win32Readers)[FactKey]['read'] }[];
  await Promise.allSettled(readers.map((it) => it.read(machine, builtInCatalogue)));
  return [...started].sort();
};
