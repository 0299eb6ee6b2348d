/**
 * Owns the log: what the program did, for whoever has to find out why it did not do more. Ids, causes and times only; no
 * title, no evidence, no name of a person, computer, network or file of theirs.
 */
import path from 'node:path';
import type { Identity } from '../../core/facts/identity.ts';
import type { Report } from '../../core/report/report.ts';
import type { Host } from '../../platform/machine/machine.ts';
import { cleanerFor } from '../../platform/redaction/cleaner.ts';
import { localIdentity } from '../../platform/redaction/identity.ts';
import { appendBounded } from './files/append-file.ts';
import { textIn } from './files/stored-file.ts';
import { inTurn } from './turns/turn.ts';

/** Full, the file is put aside; the one before it goes. */
const MOST_BYTES = 250_000;

export type LogEntry =
  | { readonly event: 'started'; readonly version: string; readonly runtime: string }
  | {
      readonly event: 'checked';
      readonly verdict: string;
      readonly durationMs: number;
      /** "fact: cause" of each reading that gave no answer. */
      readonly unknown: readonly string[];
      readonly slowest: string;
    }
  | { readonly event: 'fault'; readonly where: string; readonly error: string };

export const logFile = (folder: string): string => path.join(folder, 'greenroom.log');

/** What the log keeps of a report. */
export const checkedEntry = ({ verdict, durationMs, probes }: Report): LogEntry => {
  const slowest = probes.toSorted((a, b) => b.durationMs - a.durationMs)[0];
  return {
    event: 'checked',
    verdict,
    durationMs,
    unknown: probes.flatMap(({ fact, state, cause }) => (state === 'unknown' ? [`${fact}: ${cause ?? 'unread'}`] : [])),
    slowest: slowest === undefined ? '' : `${slowest.fact}: ${slowest.durationMs} ms`,
  };
};

export const faultEntry = (where: string, error: unknown): LogEntry => ({
  event: 'fault',
  where,
  error: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

export interface Log {
  /** Appends an entry. Never rejects: a log that cannot be written is no reason to stop. */
  write(entry: LogEntry): Promise<void>;
  /** The entries of both files, oldest first. */
  read(): Promise<string>;
}

export const createLog = (folder: string, host: Host, identity: Identity = localIdentity()): Log => {
  const file = logFile(folder);
  const clean = cleanerFor(host.platform, identity);

  const append = async (entry: LogEntry): Promise<void> => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), ...clean(entry) })}\n`;
    await inTurn(folder, () => appendBounded(file, line, MOST_BYTES));
  };
  const textOf = async (name: string): Promise<string> => (await textIn(name).catch(() => null)) ?? '';

  return {
    write: (entry) => append(entry).catch(() => {}),
    read: async () => `${await textOf(`${file}.1`)}${await textOf(file)}`,
  };
};
