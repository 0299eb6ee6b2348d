/** A recorded computer whose updates are in some state: a whole recording, read as `check --machine` reads it, with a few readings changed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../../../electron/core/report/finding.ts';
import { runChecks } from '../../../../electron/engine/run/run.ts';
import { parseRecording, type Reading, type Recording } from '../../../../electron/platform/machine/recording.ts';
import { operationKey, replayMachine } from '../../../../electron/platform/machine/replay.ts';

export type Change = (recording: Recording) => Recording;

const DAY_MS = 86_400_000;
const folder = path.resolve('test/machines/patches');

export const recorded = (name: string, ...changes: readonly Change[]): Recording => {
  const whole = parseRecording(name, readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  const changed = changes.reduce((recording, change) => change(recording), whole);
  // What was changed has to be a recording still.
  return parseRecording(name, JSON.stringify(changed));
};

export const findingsOf = async (recording: Recording): Promise<ReadonlyMap<string, Finding>> => {
  const report = await runChecks({
    port: replayMachine(recording, { strict: false }),
    now: new Date(recording.recordedAt),
    only: ['os-patches', 'auto-updates', 'restart-pending'],
    deadlineMs: 60_000,
  });
  return new Map(report.findings.map((finding) => [finding.id, finding]));
};

/** The instant some days before the recording was made. */
export const daysBefore = ({ recordedAt }: Recording, days: number): Date =>
  new Date(Date.parse(recordedAt) - days * DAY_MS);

/** Changes each reading for which `change` gives something. */
export const each =
  (change: (reading: Reading, recording: Recording) => Reading | undefined): Change =>
  (recording) => ({ ...recording, reads: recording.reads.map((reading) => change(reading, recording) ?? reading) });

/** Puts readings in the place of those with the same name, or beside them. */
export const withReads =
  (...reads: readonly Reading[]): Change =>
  (recording) => {
    const names = new Set(reads.map(operationKey));
    return { ...recording, reads: [...recording.reads.filter((one) => !names.has(operationKey(one))), ...reads] };
  };

export const without =
  (name: RegExp): Change =>
  (recording) => ({
    ...recording,
    reads: recording.reads.filter((reading) => !('path' in reading && name.test(reading.path))),
  });

/** What a program prints when its arguments hold this word. */
export const prints = (word: string, stdout: string, code?: number): Change =>
  each((reading) =>
    reading.op === 'run' && 'stdout' in reading && reading.args.includes(word)
      ? { ...reading, stdout, ...(code === undefined ? {} : { code }) }
      : undefined,
  );

/** The archive of apt was signed so many days before. */
export const signed = (file: RegExp, days: number): Change =>
  each((reading, recording) =>
    reading.op === 'readText' && 'text' in reading && file.test(reading.path)
      ? { ...reading, text: reading.text.replace(/^Date: .*$/m, `Date: ${daysBefore(recording, days).toUTCString()}`) }
      : undefined,
  );

/** A file was last changed so many days before. */
export const touched = (file: RegExp, days: number): Change =>
  each((reading, recording) =>
    reading.op === 'stat' && 'stat' in reading && file.test(reading.path)
      ? { ...reading, stat: { ...reading.stat, modifiedMs: daysBefore(recording, days).getTime() } }
      : undefined,
  );

/** Every time in a log, or of a package in rpm's database, lies so many days before. */
export const installed = (days: number): Change =>
  each((reading, recording) => {
    const day = daysBefore(recording, days);
    if (reading.op === 'readText' && 'text' in reading && /\/(?:dpkg|pacman)\.log$/.test(reading.path))
      return { ...reading, text: reading.text.replace(/\d{4}-\d\d-\d\d/g, day.toISOString().slice(0, 10)) };
    if (reading.op === 'run' && 'stdout' in reading && reading.program === '/usr/bin/rpm')
      return { ...reading, stdout: reading.stdout.replace(/\d{9,}$/gm, `${Math.floor(day.getTime() / 1000)}`) };
    return undefined;
  });

/** `name/suite` of updates as apt lists them. */
export const aptLists = (...updates: readonly string[]): Change =>
  prints('list', `Listing...\n${updates.map((update) => `${update} 2-1 amd64 [upgradable from: 1-1]\n`).join('')}`);

/** `name repository` of updates as dnf lists them. */
export const dnfLists =
  (all: readonly string[], security: readonly string[]): Change =>
  (recording) => {
    const rows = (list: readonly string[]): string =>
      list.map((row) => `${row.replace(' ', '.x86_64  2-1.fc43  ')}\n`).join('');
    return each((reading) => {
      if (reading.op !== 'run' || !('stdout' in reading) || reading.program !== '/usr/bin/dnf') return undefined;
      const list = reading.args.includes('--security') ? security : all;
      return { ...reading, stdout: rows(list), code: list.length > 0 ? 100 : 0 };
    })(recording);
  };
