/** Reads facts from the recorded Linux machines, whole or with some readings replaced. */

import { readFileSync } from 'node:fs';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { type Fact, FactUnavailable, unknown } from '../../../electron/core/facts/fact.ts';
import type { FactKey, Facts } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { linuxReaders } from '../../../electron/platform/linux/index.ts';
import { bind, type Operation } from '../../../electron/platform/machine/machine.ts';
import { parseRecording, type Reading, type Recording } from '../../../electron/platform/machine/recording.ts';
import { operationKey, replayMachine } from '../../../electron/platform/machine/replay.ts';
import { inEnglish } from '../../in-english.ts';

export const linuxMachines = [
  'arch',
  'arch-not-synchronised',
  'debian-12-server',
  'debian-13-desktop-broken-apt',
  'fedora-42-no-metadata',
  'fedora-43',
  'linux-in-a-call',
  'linux-other-language',
  'linux-tools-missing',
  'opensuse-leap-16',
  'silverblue-43',
  'ubuntu-24.04-ready',
  'ubuntu-24.04-security-waiting-french',
  'ubuntu-24.04-stale-index',
  'unknown-linux-nothing-readable',
] as const;
export type LinuxMachine = (typeof linuxMachines)[number];

export const recordingOf = (name: LinuxMachine): Recording => {
  const file = new URL(`../../machines/${name}.json`, import.meta.url);
  return parseRecording(`${name}.json`, readFileSync(file, 'utf8'));
};

/** A recording with some readings replaced, or added. */
export const withReadings = (recording: Recording, ...readings: readonly Reading[]): Recording => {
  const replaced = new Set(readings.map((reading) => operationKey(reading as Operation)));
  const kept = recording.reads.filter((reading) => !replaced.has(operationKey(reading as Operation)));
  return { ...recording, reads: [...kept, ...readings] };
};

/** One fact as the engine would have it. A reading that the recording lacks is an error. */
export const factOf = async <K extends FactKey>(recording: Recording, key: K): Promise<Fact<Facts[K]>> => {
  const machine = bind(replayMachine(recording, { strict: true }), new AbortController().signal);
  try {
    return inEnglish(await linuxReaders[key].read(machine, builtInCatalogue)) as Fact<Facts[K]>;
  } catch (error) {
    if (error instanceof FactUnavailable) return inEnglish(unknown(error.why, error.reason)) as Fact<Facts[K]>;
    throw error;
  }
};

/** The value of a fact, or the cause for which it is unknown. */
export const outcomeOf = async <K extends FactKey>(recording: Recording, key: K): Promise<Facts[K] | string> => {
  const fact = await factOf(recording, key);
  return fact.state === 'known' ? fact.value : `unknown: ${fact.cause}`;
};

/** The value of a fact that the recording tells. */
export const knownOf = async <K extends FactKey>(recording: Recording, key: K): Promise<Facts[K]> => {
  const fact = await factOf(recording, key);
  if (fact.state === 'unknown') throw new Error(english(fact.reason));
  return fact.value;
};

export const file = (path: string, text: string): Reading => ({ op: 'readText', path, text });

/** The same program and arguments as some reading of the recording, with another answer. */
export const answering = (recording: Recording, program: string, stdout: string, code = 0, stderr = ''): Reading => {
  const found = recording.reads.find((it) => it.op === 'run' && it.program === program);
  if (found?.op !== 'run') throw new Error(`The recording does not run ${program}.`);
  return { op: 'run', program, args: found.args, code, stdout, stderr };
};
