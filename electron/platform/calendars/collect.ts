/** Owns reading several things of which one that cannot be read costs itself alone. */
import type { Message } from '../../core/messages/messages.ts';
import { sentenceOf } from './files.ts';

export interface Collected<R> {
  readonly found: readonly R[];
  /** Why something is missing; of several the first. */
  readonly problem: Message | null;
}

/** One after the other. Throws what is no `SourceProblem`. */
export const collect = async <T, R>(
  items: Iterable<T>,
  read: (item: T) => Promise<readonly R[] | Collected<R>>,
): Promise<Collected<R>> => {
  const found: R[] = [];
  let problem: Message | null = null;
  for (const item of items) {
    try {
      const one = await read(item);
      if ('found' in one) problem ??= one.problem;
      found.push(...('found' in one ? one.found : one));
    } catch (error) {
      problem ??= sentenceOf(error);
    }
  }
  return { found, problem };
};
