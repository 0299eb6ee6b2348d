/** Owns what Greenroom remembers of security updates: since when this computer has been seen waiting for each. */
import type { IsoTime } from '../text/time.ts';
import type { PendingUpdate } from './system.ts';

export interface UpdateMemory {
  readonly waiting: readonly { readonly name: string; readonly since: IsoTime }[];
}

export const noKnownUpdates: UpdateMemory = { waiting: [] };

/** More than wait on any computer that anybody looks after; those that wait longest are kept. */
const MOST_REMEMBERED = 1_000;

/**
 * The memory after a look. By name alone: a newer version of a fix does not make the hole younger. What waits no longer is
 * forgotten, so that the next fix of the same name counts from its own day.
 */
export const rememberUpdates = (
  memory: UpdateMemory,
  updates: readonly PendingUpdate[],
  now: IsoTime,
): UpdateMemory => {
  const before = new Map(memory.waiting.map(({ name, since }) => [name, since]));
  const names = [...new Set(updates.flatMap(({ name, security }) => (security === true ? [name] : [])))];
  const waiting = names
    .map((name) => {
      const since = before.get(name);
      // A clock that was ahead proves nothing.
      return { name, since: since === undefined || since > now ? now : since };
    })
    .sort((a, b) => a.since.localeCompare(b.since) || a.name.localeCompare(b.name))
    .slice(0, MOST_REMEMBERED);
  const isSame = waiting.length === before.size && waiting.every(({ name, since }) => before.get(name) === since);
  return isSame ? memory : { waiting };
};
