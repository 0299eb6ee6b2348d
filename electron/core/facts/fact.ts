/** Owns what a fact is: read from the machine, or not readable with the reason in words. */
import { english } from '../messages/format.ts';
import { type Message, messages } from '../messages/messages.ts';

/**
 * Why a fact could not be read. `denied`, `unsupported` and `not-revealed` are lasting; the others may pass on the next
 * look. `no-powershell` is one reason for most of what Windows tells, and is said once for all of it. `not-revealed` is for the pairs of `not-revealed.ts` alone, `not-recorded` for recordings in which nobody read it.
 */
export const causes = [
  'missing-tool',
  'no-powershell',
  'timed-out',
  'denied',
  'unreadable',
  'too-large',
  'unsupported',
  'not-revealed',
  'not-recorded',
  'cancelled',
  'fault',
] as const;
export type Cause = (typeof causes)[number];

export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  /** Where it was read, for a person: a program with its arguments, a file, a registry key. */
  readonly source: string;
}

export interface Unknown {
  readonly state: 'unknown';
  readonly cause: Cause;
  /** One plain sentence, without jargon. */
  readonly reason: Message;
}

const words = messages('fact', { notRecorded: 'The recording of this computer doesn’t hold this.' });

/** What is said of everything that an older recording does not hold. */
export const NOT_RECORDED = words.notRecorded;

/** A bare value can never stand in for a fact: whoever uses one has to look at `state` first. */
export type Fact<T> = Known<T> | Unknown;

export const known = <T>(value: T, source: string): Known<T> => ({ state: 'known', value, source });

export const unknown = (cause: Cause, reason: Message): Unknown => ({ state: 'unknown', cause, reason });

/**
 * Thrown by a reader that cannot tell. The engine turns it into an `Unknown`; it never reaches a person as a fault.
 */
export class FactUnavailable extends Error {
  readonly why: Cause;
  readonly reason: Message;
  constructor(why: Cause, reason: Message) {
    super(english(reason));
    this.name = 'FactUnavailable';
    this.why = why;
    this.reason = reason;
  }
}
