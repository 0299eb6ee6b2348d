/** Reads facts from the recorded Macs, whole or with some readings replaced. */

import { readFileSync } from 'node:fs';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { type Fact, FactUnavailable, unknown } from '../../../electron/core/facts/fact.ts';
import type { FactKey, Facts } from '../../../electron/core/facts/index.ts';
import { darwinReaders } from '../../../electron/platform/darwin/index.ts';
import { bind, type Operation } from '../../../electron/platform/machine/machine.ts';
import { parseRecording, type Reading, type Recording } from '../../../electron/platform/machine/recording.ts';
import { operationKey, replayMachine } from '../../../electron/platform/machine/replay.ts';
import { inEnglish } from '../../in-english.ts';

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

/** One fact as the engine would have it. A reading that the recording lacks is an error. */
export const factOf = async <K extends FactKey>(recording: Recording, key: K): Promise<Fact<Facts[K]>> => {
  const machine = bind(replayMachine(recording, { strict: true }), new AbortController().signal);
  try {
    return inEnglish(await darwinReaders[key].read(machine, builtInCatalogue)) as Fact<Facts[K]>;
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
  const port = replayMachine(recording, { strict: true });
  const machine = bind(port, new AbortController().signal, (command) => started.add(command));
  const readers = Object.values(darwinReaders) as readonly { read: (typeof darwinReaders)[FactKey]['read'] }[];
  await Promise.allSettled(readers.map((it) => it.read(machine, builtInCatalogue)));
  return [...started].sort();
};

export const SOFTWARE_UPDATE = '/Library/Preferences/com.apple.SoftwareUpdate.plist';
export const SYSTEM_VERSION = '/System/Library/CoreServices/SystemVersion.plist';
export const INSTALL_HISTORY = '/Library/Receipts/InstallHistory.plist';

export const plistText = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" ' +
  `"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${body}\n</plist>\n`;

/** A file that holds an XML property list. */
export const plistFile = (path: string, body: string): Reading => ({
  op: 'readBytes',
  path,
  base64: Buffer.from(plistText(body)).toString('base64'),
});

export const printed = (program: string, args: readonly string[], stdout: string, code = 0, stderr = ''): Reading => ({
  op: 'run',
  program,
  args: [...args],
  code,
  stdout,
  stderr,
});

export const tmutil = ['/usr/bin/tmutil', ['destinationinfo', '-X']] as const;
export const tmStatus = ['/usr/bin/tmutil', ['status', '-X']] as const;
export const exported = ['/usr/bin/defaults', ['export', '/Library/Preferences/com.apple.TimeMachine', '-']] as const;
export const diskList = ['/usr/sbin/diskutil', ['list', '-plist', 'external', 'physical']] as const;
export const apfsList = ['/usr/sbin/diskutil', ['apfs', 'list', '-plist']] as const;

const PROFILER_PARTS = [
  'SPFirewallDataType',
  'SPAirPortDataType',
  'SPPowerDataType',
  'SPAudioDataType',
  'SPCameraDataType',
  'SPBluetoothDataType',
] as const;
export const systemProfiler = ['/usr/sbin/system_profiler', ['-json', '-timeout', '8', ...PROFILER_PARTS]] as const;
/** An answer of `system_profiler` that holds these parts alone. */
export const profiler = (parts: { readonly [K in (typeof PROFILER_PARTS)[number]]?: unknown }): Reading =>
  printed(...systemProfiler, JSON.stringify(parts));
export const fdesetup = ['/usr/bin/fdesetup', ['status']] as const;
export const sysadminctl = ['/usr/sbin/sysadminctl', ['-screenLock', 'status']] as const;
export const netstat = ['/usr/sbin/netstat', ['-an', '-p', 'tcp']] as const;
export const processes = ['/bin/ps', ['-axww', '-o', 'pid=', '-o', 'pcpu=', '-o', 'comm=']] as const;
export const sysctl = ['/usr/sbin/sysctl', ['hw.logicalcpu', 'kern.memorystatus_level']] as const;
export const assertions = ['/usr/bin/pmset', ['-g', 'assertions']] as const;
export const route = ['/sbin/route', ['-n', 'get', '192.0.2.1']] as const;
