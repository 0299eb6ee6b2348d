/**
 * Owns the process that reads what may hang, and that outlives Greenroom by a moment: a thread that waits for a dead share
 * can be ended with its process only, and programs that Greenroom had started are ended when it was killed itself.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { asMessage } from '../../../core/messages/messages.ts';
import { endGroup } from '../end-group.ts';
import { performFileOperation } from './file-operations.ts';
import type { FromReader, ReadingAsked, ToReader } from './reader-protocol.ts';

/** Greenroom ends by itself within this time, or is ended. */
const ENDING_MS = 700;

/** Answers until the other side is gone. Never returns by itself: a hanging thread would keep an ordinary end from ending. */
export const serveReadings = (): void => {
  const send = (message: FromReader): void => {
    // The channel may have closed since; the end of it is handled below.
    if (process.connected) process.send?.(message, undefined, undefined, () => {});
  };
  const guarded = new Set<number>();

  const read = async ({ id, root, operation, limits }: ReadingAsked): Promise<void> => {
    try {
      const result = await performFileOperation(root, operation, limits);
      send(result === undefined ? { is: 'read', id } : { is: 'read', id, result });
    } catch (error) {
      const { why, reason } =
        error instanceof FactUnavailable ? error : new FactUnavailable('fault', asMessage(String(error)));
      send({ is: 'failed', id, why, reason });
    }
  };

  process.on('message', (message: ToReader) => {
    switch (message.is) {
      case 'read':
        return void read(message);
      case 'ending':
        // Still its child after that time: it is there, and hangs.
        setTimeout(() => process.ppid === message.pid && process.kill(message.pid, 'SIGKILL'), ENDING_MS);
    }
  });
  const end = (): void => {
    for (const pid of guarded) endGroup(pid);
    process.kill(process.pid, 'SIGKILL');
  };
  if (process.platform === 'win32') {
    // No group is guarded there, and a program with a window has no standard input.
    process.on('disconnect', end);
    if (!process.connected) end();
  } else {
    // The pipe itself: what a runtime shows as standard input may be an empty one.
    createInterface({ input: createReadStream('', { fd: 0, autoClose: false }) })
      .on('line', (line) => {
        const [word, pid] = line.split(' ');
        if (word === 'guard') guarded.add(Number(pid));
        else guarded.delete(Number(pid));
      })
      .on('close', end);
  }
  send({ is: 'ready' });
};
