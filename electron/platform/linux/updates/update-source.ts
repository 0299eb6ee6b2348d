/** Owns the shape of a package system that tells about updates. */
import { FactUnavailable, type Known, known } from '../../../core/facts/fact.ts';
import type { PendingUpdates } from '../../../core/facts/index.ts';
import type { IsoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';

/** What one package system tells about updates. Each function throws `FactUnavailable` when it cannot tell. */
export interface UpdateSource {
  /** It is there when this file is. */
  readonly sign: string;
  pending(machine: Machine): Promise<Known<PendingUpdates>>;
  lookedAt(machine: Machine): Promise<Known<IsoTime | 'never'>>;
  installedAt(machine: Machine): Promise<Known<IsoTime>>;
}

/** The newest of some times; undefined when there is none. */
export const newestOf = (times: readonly (IsoTime | undefined)[]): IsoTime | undefined =>
  times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);

/** A time as a fact, or `FactUnavailable` with `otherwise`. */
export const timeOr = (time: IsoTime | undefined, source: string, otherwise: string): Known<IsoTime> => {
  if (time === undefined) throw new FactUnavailable('unreadable', otherwise);
  return known(time, source);
};
