/** Owns the shape of a reader: the one function per operating system that reads one fact. */
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import type { Fact } from '../core/facts/fact.ts';
import type { FactKey, Facts } from '../core/facts/index.ts';
import type { Machine } from './machine/machine.ts';

export interface Reader<T> {
  /** The reader is cancelled after this time, and its fact is unknown. */
  readonly limitMs: number;
  /** Reads the fact, or throws `FactUnavailable`. The catalogue tells which programs to look for. */
  read(machine: Machine, catalogue: Catalogue): Promise<Fact<T>>;
}

/** Every fact has a reader on every system: one that is missing does not compile. */
export type Readers = { readonly [K in FactKey]: Reader<Facts[K]> };

export const reader = <T>(limitMs: number, read: Reader<T>['read']): Reader<T> => ({ limitMs, read });
