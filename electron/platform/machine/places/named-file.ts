/** Owns reading a file that a person, a setting or a stranger names: anything may lie there, and it may never answer. */

import path from 'node:path';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { Platform } from '../../../core/facts/index.ts';
import type { Message } from '../../../core/messages/messages.ts';
import { place as placeValue } from '../../../core/messages/value.ts';
import { reasons } from '../../reasons.ts';
import { homeFolder } from '../local-host.ts';
import type { Limits } from '../machine.ts';
import type { FileOperation, FileResult } from './file-operations.ts';
import { isOnAnotherComputer } from './place-of.ts';
import { readFileOperation } from './read-places.ts';

export type NamedFile =
  | { readonly is: 'read'; readonly bytes: Buffer<ArrayBuffer> }
  | { readonly is: 'missing' | 'folder' | 'device' | 'denied' | 'silent' | 'elsewhere' }
  | { readonly is: 'too-large'; readonly size: number }
  | { readonly is: 'unreadable'; readonly reason: Message };

/** Why it was not read. */
export type NotRead = Exclude<NamedFile, { is: 'read' }>;

/** Longer than a disk needs to wake up. */
const LIMIT_MS = 10_000;
/** A busy computer may take so long to start the process that asks: that says nothing of the place. */
const START_MS = 20_000;

/** Asks for a path of this computer. Throws `FactUnavailable`, also where it does not answer within the limit. */
export const askNamed = async <O extends FileOperation>(
  operation: O,
  limits: Limits = {},
  limitMs = LIMIT_MS,
): Promise<FileResult<O> | undefined> => {
  const host = { platform: process.platform as Platform, home: homeFolder() };
  const stop = new AbortController();
  const late = new FactUnavailable('timed-out', reasons.silent({ place: placeValue(operation.path) }));
  const timer = setTimeout(() => stop.abort(late), limitMs + START_MS);
  return readFileOperation(host, '', operation, limits, stop.signal, limitMs).finally(() =>
    clearTimeout(timer),
  ) as Promise<FileResult<O> | undefined>;
};

const whyNot = (error: unknown, size: number): NotRead => {
  if (!(error instanceof FactUnavailable)) throw error;
  if (error.why === 'denied') return { is: 'denied' };
  if (error.why === 'timed-out') return { is: 'silent' };
  return error.why === 'too-large' ? { is: 'too-large', size } : { is: 'unreadable', reason: error.reason };
};

/** Reads `file`, of at most `maxBytes`. A path that is not whole begins in `folder`. */
export const readNamedFile = async (
  file: string,
  maxBytes: number,
  folder: string = process.cwd(),
  limitMs = LIMIT_MS,
): Promise<NamedFile> => {
  if (isOnAnotherComputer(file)) return { is: 'elsewhere' };
  const whole = path.resolve(folder, file);
  if (isOnAnotherComputer(whole)) return { is: 'elsewhere' };
  let size = maxBytes + 1;
  try {
    const found = await askNamed({ op: 'stat', path: whole }, {}, limitMs);
    if (found === undefined) return { is: 'missing' };
    if (found.kind !== 'file') return { is: found.kind === 'folder' ? 'folder' : 'device' };
    size = Math.max(found.size, size);
    if (found.size > maxBytes) return { is: 'too-large', size };
    const base64 = await askNamed({ op: 'readBytes', path: whole }, { maxBytes }, limitMs);
    return base64 === undefined ? { is: 'missing' } : { is: 'read', bytes: Buffer.from(base64, 'base64') };
  } catch (error) {
    return whyNot(error, size);
  }
};
