/** Owns what Greenroom and its reader process say to each other. */
import type { FactUnavailable } from '../../../core/facts/fact.ts';
import type { Limits, Result } from '../machine.ts';
import type { FileOperation } from './file-operations.ts';

/** Names the reader process among the words of a start. */
export const READER_WORD = 'read-places';

export interface ReadingAsked {
  readonly is: 'read';
  readonly id: number;
  readonly root: string;
  readonly operation: FileOperation;
  readonly limits: Limits;
}

export type ToReader =
  | ReadingAsked
  /** Greenroom ends now, as process `pid`; a thread that hangs must not keep it. */
  | { readonly is: 'ending'; readonly pid: number };

/**
 * What the reader is told by its standard input, a line each: a group of processes that is to end with Greenroom, however
 * Greenroom ends, or no longer. Not by the channel, of which Node forgets what came before the reader listened once the
 * other side is gone; the end of this input is the end of Greenroom.
 */
export type GuardLine = `${'guard' | 'release'} ${number}\n`;

export type FromReader =
  | { readonly is: 'ready' }
  | { readonly is: 'read'; readonly id: number; readonly result?: Result }
  | {
      readonly is: 'failed';
      readonly id: number;
      readonly why: FactUnavailable['why'];
      readonly reason: FactUnavailable['reason'];
    };
