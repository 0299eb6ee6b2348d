/** Owns handing a result to what an organisation's own tools read: the system's log, and a file of JSON lines. */

import path from 'node:path';
import { checks } from '../../core/checks/index.ts';
import type { Identity } from '../../core/facts/identity.ts';
import { formats } from '../../core/formats/index.ts';
import type { Sharing } from '../../core/ipc/contract.ts';
import { messages } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { place, quote, type Value } from '../../core/messages/value.ts';
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import type { Report } from '../../core/report/report.ts';
import { type SharedResult, sharedResult } from '../../core/report/shared-result.ts';
import { reportingSettings } from '../../core/settings/reporting.ts';
import type { Host } from '../../platform/machine/machine.ts';
import { runProgram } from '../../platform/machine/run-program.ts';
import { reasons } from '../../platform/reasons.ts';
import { appendBounded } from '../storage/files/append-file.ts';
import { toldBy } from '../storage/files/storage-error.ts';
import { inTurn } from '../storage/turns/turn.ts';

const words = says('publish-result', {
  eventLog: 'the Windows event log (Application, source Greenroom)',
  systemLog: 'the system’s log',
  file: 'the file {file}',
  notAppended: 'The result couldn’t be appended to {file}: {reason}',
  notLogged: 'The result couldn’t be written to the system’s log: {reason}',
});

const problems = messages('publish-problem', { ended: 'It ended with {n, number}.' });

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
  const log = host.platform === 'win32' ? words.eventLog : words.systemLog;
  return [...(systemLog ? [log] : []), ...(jsonLines ? [words.file({ file: place(resultsFile(folder)) })] : [])];
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

const log = async (host: Host, line: string): Promise<Value | null> => {
  const [program, args] = logCommand(host, line);
  const signal = new AbortController().signal;
  const result = await runProgram(program, args, host, { timeoutMs: LOG_LIMIT_MS, maxBytes: 10_000 }, signal, () => {});
  if (result === undefined) return reasons.missing({ program: place(program) });
  if (result.code === 0) return null;
  const said = result.stderr.trim().slice(0, 300);
  return said === '' ? problems.ended({ n: result.code ?? -1 }) : quote(said);
};

export interface PublishInput {
  readonly result: SharedResult;
  readonly policy: Policy;
  /** Greenroom's own. */
  readonly folder: string;
  readonly host: Host;
}

/** Writes the result where the policy says. Never rejects: resolves to sentences about what could not be written. */
export const publishResult = async ({ result, policy, folder, host }: PublishInput): Promise<readonly string[]> => {
  const { systemLog, jsonLines } = reporting(policy);
  const line = formats.line(result);
  const told: string[] = [];
  if (jsonLines) {
    await append(folder, line).catch((error: unknown) =>
      told.push(words.notAppended({ file: place(resultsFile(folder)), reason: toldBy(error) })),
    );
  }
  if (systemLog) {
    const problem = await log(host, line.trimEnd()).catch(toldBy);
    if (problem !== null) told.push(words.notLogged({ reason: problem }));
  }
  return told;
};
