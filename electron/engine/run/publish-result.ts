/** Owns handing a result to what an organisation's own tools read: the system's log, and a file of JSON lines. */
import path from 'node:path';
import { checks } from '../../core/checks/index.ts';
import type { Identity } from '../../core/facts/identity.ts';
import { formats } from '../../core/formats/index.ts';
import type { Sharing } from '../../core/ipc/contract.ts';
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import type { Report } from '../../core/report/report.ts';
import { type SharedResult, sharedResult } from '../../core/report/shared-result.ts';
import { reportingSettings } from '../../core/settings/reporting.ts';
import type { Host } from '../../platform/machine/machine.ts';
import { runProgram } from '../../platform/machine/run-program.ts';
import { appendBounded } from '../storage/files/append-file.ts';
import { inTurn } from '../storage/turns/turn.ts';

/** Full, the file is put aside for the collector, and the one before it goes: about a year of results. */
const MOST_BYTES = 2_000_000;
const LOG_LIMIT_MS = 5000;
/** `logger` would cut a message at 1 kB. */
const LONGEST_LOG_LINE = '65536';

export const resultsFile = (folder: string): string => path.join(folder, 'results.jsonl');

const reporting = (policy: Policy) => valuesOf(policy, reportingSettings.id, reportingSettings.policy);

export const publishUnder = (policy: Policy, report: Report, identity: Identity, appVersion: string): SharedResult =>
  sharedResult({ report, checks, sharing: reporting(policy), identity, appVersion });

const destinations = (policy: Policy, folder: string, host: Host): readonly string[] => {
  const { systemLog, jsonLines } = reporting(policy);
  const log = host.platform === 'win32' ? 'the Windows event log (Application, source Greenroom)' : 'the system’s log';
  return [...(systemLog ? [log] : []), ...(jsonLines ? [`the file ${resultsFile(folder)}`] : [])];
};

/** What this policy shares of a report, and where it goes. */
export const sharingOf = (policy: Policy, told: SharedResult | null, folder: string, host: Host): Sharing => ({
  destinations: destinations(policy, folder, host),
  line: told === null ? null : formats.line(told).trimEnd(),
});

const append = (folder: string, line: string): Promise<void> =>
  inTurn(folder, () => appendBounded(resultsFile(folder), line, MOST_BYTES));

/** Program and arguments that write one line to the system's log. The tag is what collectors filter by. */
const logCommand = (host: Host, line: string): readonly [string, readonly string[]] => {
  switch (host.platform) {
    case 'win32':
      return [
        path.win32.join(host.variables.SystemRoot ?? 'C:\\Windows', 'System32', 'eventcreate.exe'),
        ['/T', 'INFORMATION', '/ID', '1', '/L', 'APPLICATION', '/SO', 'Greenroom', '/D', line],
      ];
    case 'linux':
      return [
        '/usr/bin/logger',
        ['--tag=greenroom', '--priority=user.info', '--socket-errors=on', `--size=${LONGEST_LOG_LINE}`, '--', line],
      ];
    case 'darwin':
      return ['/usr/bin/logger', ['-t', 'greenroom', '-p', 'user.info', '--', line]];
  }
};

const log = async (host: Host, line: string): Promise<string | null> => {
  const [program, args] = logCommand(host, line);
  const signal = new AbortController().signal;
  const result = await runProgram(program, args, host, { timeoutMs: LOG_LIMIT_MS, maxBytes: 10_000 }, signal, () => {});
  if (result === undefined) return `${program} is not on this computer.`;
  return result.code === 0 ? null : result.stderr.trim().slice(0, 300) || `It ended with ${result.code}.`;
};

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export interface PublishInput {
  readonly result: SharedResult;
  readonly policy: Policy;
  /** Greenroom's own. */
  readonly folder: string;
  readonly host: Host;
}

/** Writes the result where the policy says. Never rejects: resolves to sentences about what could not be written. */
export const publishResult = async ({
  result: told,
  policy,
  folder,
  host,
}: PublishInput): Promise<readonly string[]> => {
  const { systemLog, jsonLines } = reporting(policy);
  const line = formats.line(told);
  const problems: string[] = [];
  if (jsonLines) {
    await append(folder, line).catch((error: unknown) =>
      problems.push(`The result could not be appended to ${resultsFile(folder)}: ${message(error)}`),
    );
  }
  if (systemLog) {
    const problem = await log(host, line.trimEnd()).catch(message);
    if (problem !== null) problems.push(`The result could not be written to the system’s log: ${problem}`);
  }
  return problems;
};
