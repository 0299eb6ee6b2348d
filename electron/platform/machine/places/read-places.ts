/** Owns by which process a file is read: the system's by this one, a person's by one that can be left behind. */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { abandonedBy } from '../abandon.ts';
import { abortReason, type Host, type Limits, type Result } from '../machine.ts';
import { type FileOperation, performFileOperation } from './file-operations.ts';
import { isOnAnotherComputer, placeOf } from './place-of.ts';
import { createReaderClient, type ReaderClient } from './reader-client.ts';
import type { ReaderCommand } from './reader-command.ts';

const words = messages('other-computer', {
  elsewhere: 'It’s on another computer, which Greenroom doesn’t ask.',
});

let client: ReaderClient | null = null;

/** To be called at the start, with the words by which this program starts itself as `serveReadings`; null: this process reads. */
export const readThroughProcess = (command: ReaderCommand | null): void => {
  client = command === null ? null : createReaderClient(command);
};

/** `limitMs` is how long the place may take, once somebody is there to ask it. */
export const readFileOperation = async (
  host: Pick<Host, 'platform' | 'home'>,
  root: string,
  operation: FileOperation,
  limits: Limits,
  signal: AbortSignal,
  limitMs?: number,
): Promise<Result | undefined> => {
  if (signal.aborted) throw abortReason(signal);
  if (isOnAnotherComputer(operation.path)) throw new FactUnavailable('denied', words.elsewhere);
  const place = client === null ? null : placeOf(operation.path, host);
  if (client !== null && place !== null) return client.read(place, root, operation, limits, signal, limitMs);
  // What is read in this process may keep its thread, not the run.
  const stop =
    limitMs === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.ceil(limitMs)))]);
  return abandonedBy(stop, performFileOperation(root, operation, limits));
};

/** Makes a folder that a program may use, if it can be made. */
export const makeFolder = async (host: Host, folder: string, signal: AbortSignal): Promise<void> => {
  await readFileOperation(host, '', { op: 'makeFolder', path: folder }, {}, signal).catch(() => {});
};

/** Ends with this process, however that ends; until it is released. */
export const guardGroup = (pid: number): void => client?.guard(pid);
export const releaseGroup = (pid: number): void => client?.release(pid);
