/** Owns asking systeminformation through a process that is ended with everything it started when its time is over or nobody waits. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import { reasons } from '../reasons.ts';
import type { Host, Limits } from './machine.ts';
import type { ReaderCommand } from './places/reader-command.ts';
import { runProgram } from './run-program.ts';
import type { SystemInformation } from './system-information.ts';

const words = messages('system-information', {
  notAsked: 'This program doesn’t ask what computer this is.',
});

const MAX_BYTES = 256 * 1024;

let command: ReaderCommand | null = null;

/** Names the process that asks among the words of a start. */
export const SYSTEM_INFORMATION_WORD = 'ask-systeminformation';

/** To be called at the start, with the words by which this program starts itself as `printSystemInformation`. */
export const askSystemInformationThrough = (own: ReaderCommand | null): void => {
  command = own;
};

/** Throws `FactUnavailable` when it gives no answer in time, or none that is one. */
export const readSystemInformation = async (
  host: Host,
  limits: Limits,
  signal: AbortSignal,
): Promise<SystemInformation> => {
  if (command === null) throw new FactUnavailable('unsupported', words.notAsked);
  const { program, args } = command;
  const answer = await runProgram(program, args, host, { maxBytes: MAX_BYTES, ...limits }, signal, () => {});
  // Loaded only here: most starts ask nothing.
  const { parseSystemInformation } = await import('./system-information.ts');
  const read = parseSystemInformation(answer?.stdout ?? '');
  if (read === null) throw new FactUnavailable('unreadable', reasons.noInformation);
  return read;
};
