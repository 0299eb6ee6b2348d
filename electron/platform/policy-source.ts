/** Owns the shape of a place where an organisation leaves its policy on a computer. */

import { FactUnavailable } from '../core/facts/fact.ts';
import type { Message } from '../core/messages/messages.ts';
import type { Dialect } from '../core/policy/decode-value.ts';
import type { ReadSource } from '../core/policy/source-tree.ts';
import type { Machine } from './machine/machine.ts';

export interface FoundPolicy extends ReadSource {
  /** File, registry key or property list, for a person. */
  readonly source: string;
  readonly dialect: Dialect;
}

/** Reads the policy of the organisation on one system, strongest source first; nothing where there is none. */
export type PolicyReader = (machine: Machine) => Promise<readonly FoundPolicy[]>;

/** Reads one source. What keeps it from being read (refused, too large, too late) makes it one that cannot be used. */
export const orUnusable = async <T>(source: string, dialect: Dialect, work: Promise<T>): Promise<T | FoundPolicy> => {
  try {
    return await work;
  } catch (error) {
    // The time limit stops the reading, and the organisation's policy must not look absent for it.
    if (error instanceof FactUnavailable) return unusable(source, dialect, error.reason);
    throw error;
  }
};

/** A source that is there and cannot be used. */
export const unusable = (source: string, dialect: Dialect, message: Message): FoundPolicy => ({
  source,
  dialect,
  root: null,
  faults: [{ origin: { source, place: null }, message, decides: true }],
});
