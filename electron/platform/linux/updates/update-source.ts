/** Owns the shape of a package system that tells about updates. */

import { FactUnavailable, type Known, known } from '../../../core/facts/fact.ts';
import type { PendingUpdates } from '../../../core/facts/index.ts';
import type { Message } from '../../../core/messages/messages.ts';
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

/** The oldest of some times; undefined when there is none, or when one of them is not known: it may be older. */
export const oldestOf = (times: readonly (IsoTime | undefined)[]): IsoTime | undefined =>
  times.includes(undefined) ? undefined : times.toSorted()[0];

/** The oldest of what was looked at, where of several with one name the newest counts; undefined as for `oldestOf`. */
export const oldestByName = (
  looks: readonly { readonly name: string; readonly at: IsoTime | undefined }[],
): IsoTime | undefined => {
  const names = [...new Set(looks.map(({ name }) => name))];
  return oldestOf(names.map((name) => newestOf(looks.filter((look) => look.name === name).map(({ at }) => at))));
};

/** A time as a fact, or `FactUnavailable` with `otherwise`. */
export const timeOr = (time: IsoTime | undefined, source: string, otherwise: Message): Known<IsoTime> => {
  if (time === undefined) throw new FactUnavailable('unreadable', otherwise);
  return known(time, source);
};
