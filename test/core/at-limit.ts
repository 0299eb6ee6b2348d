/** Tries every number that checks and settings declare just below, at and just above it. One that nobody tries is an error. */
import { describe, expect, test } from 'vitest';
import type { PolicyKeys } from '../../electron/core/policy/policy.ts';

/** One way in which a limit tells. */
export interface LimitCase {
  /** What is said one step below, at, and one step above the limit. */
  readonly says: readonly [below: string, at: string, above: string];
  /** One step, in the key's unit. A whole one where the rule counts whole ones. */
  readonly step?: number;
  /** Where it turns, in the key's unit, when that is not the value itself: a share of it, or a bound that policy cannot move. */
  readonly turnsAt?: (limit: number) => number;
  /** What is said of `amount` while policy sets `limit`. */
  readonly say: (amount: number, limit: number) => string | Promise<string>;
}

/** "disk-space minimumPercent" → the ways in which it tells. */
export type LimitCases = Readonly<Record<string, readonly LimitCase[]>>;

interface Owner {
  readonly id: string;
  readonly policy: PolicyKeys;
}

/** Each limit is tried at its default and at a second value, so that one which policy cannot move is noticed, too. */
export const tryAtLimits = (owners: readonly Owner[], cases: LimitCases): void => {
  const declared = owners.flatMap(({ id, policy }) =>
    Object.entries(policy).flatMap(([key, value]) =>
      value.kind === 'number' ? [{ name: `${id} ${key}`, value }] : [],
    ),
  );

  test('every declared limit is tried, and no other', () => {
    const tried = Object.keys(cases).filter((name) => (cases[name]?.length ?? 0) > 0);
    expect(tried.toSorted()).toEqual(declared.map(({ name }) => name).toSorted());
  });

  describe.each(declared.map(({ name, value }) => [name, value] as const))('%s', (name, value) => {
    const other = value.default < value.maximum ? value.default + 1 : value.default - 1;
    const ways = (cases[name] ?? []).flatMap((way) => [[value.default, way] as const, [other, way] as const]);
    test.each(ways)('%d', async (limit, { says, step = 1, turnsAt, say }) => {
      const turn = turnsAt?.(limit) ?? limit;
      const said = [await say(turn - step, limit), await say(turn, limit), await say(turn + step, limit)];
      expect(said).toEqual(says);
    });
  });
};
