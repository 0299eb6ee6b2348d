/** A probe that goes wrong harms only its own fact, and the run ends by its deadline. */

import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { FactUnavailable, known } from '../../../electron/core/facts/fact.ts';
import type { FactKey } from '../../../electron/core/facts/index.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import type { SettledFacts } from '../../../electron/core/report/report.ts';
import { gather } from '../../../electron/engine/run/gather.ts';
import { linuxReaders } from '../../../electron/platform/linux/index.ts';
import type { MachinePort } from '../../../electron/platform/machine/machine.ts';
import type { Readers } from '../../../electron/platform/reader.ts';
import { reader } from '../../../electron/platform/reader.ts';
import { inEnglish } from '../../in-english.ts';

const port: MachinePort = {
  host: { platform: 'linux', arch: 'x64', kernel: '6.1', home: '/home/user', variables: {}, utcOffsetMinutes: 0 },
  read: () => Promise.resolve(undefined),
};

const nothing = reader<never>(1_000, () =>
  Promise.reject(new FactUnavailable('unsupported', asMessage('Not read here.'))),
);
const base = Object.fromEntries(Object.keys(linuxReaders).map((key) => [key, nothing])) as unknown as Readers;

const run = (
  readers: Partial<Readers>,
  deadlineMs = 5_000,
  onSettled?: (facts: SettledFacts) => void,
  aside?: (key: FactKey) => boolean,
): Promise<SettledFacts> =>
  gather({
    port,
    readers: { ...base, ...readers },
    catalogue: builtInCatalogue,
    keys: Object.keys(readers) as FactKey[],
    deadlineMs,
    signal: new AbortController().signal,
    clock: () => new Date('2026-11-22T09:00:00Z'),
    ...(onSettled === undefined ? {} : { onSettled }),
    ...(aside === undefined ? {} : { aside }),
  });

const never = (): Promise<never> => new Promise(() => {});
const good = reader(1_000, () => Promise.resolve(known('2026-11-20T00:00:00.000Z', 'log')));

describe('gathering', () => {
  test('a reader that never ends is unknown after its own limit; the others are not held up', async () => {
    const facts = await run({ updatesInstalledAt: good, updatesLookedAt: reader(100, never) });
    expect(inEnglish(facts.updatesInstalledAt?.fact)).toEqual({
      state: 'known',
      value: '2026-11-20T00:00:00.000Z',
      source: 'log',
    });
    expect(inEnglish(facts.updatesLookedAt?.fact)).toEqual({
      state: 'unknown',
      cause: 'timed-out',
      reason: 'This wasn’t read within 0.1 seconds.',
    });
  });

  test('what is not in by the deadline is unknown and says so', async () => {
    const facts = await run({ updatesInstalledAt: good, updatesLookedAt: reader(60_000, never) }, 100);
    expect(inEnglish(facts.updatesLookedAt?.fact)).toEqual({
      state: 'unknown',
      cause: 'timed-out',
      reason: 'This wasn’t read before the deadline of 0.1 seconds.',
    });
    expect(facts.updatesInstalledAt?.fact.state).toBe('known');
  });

  test('what stands aside holds up nothing: once all else is in, the run ends without it', async () => {
    const isAside = (key: FactKey): boolean => key === 'updatesLookedAt';
    const readers = { updatesInstalledAt: good, updatesLookedAt: reader<string>(600_000, never) };
    const facts = await run(readers, 600_000, undefined, isAside);
    expect(facts.updatesInstalledAt?.fact.state).toBe('known');
    expect(inEnglish(facts.updatesLookedAt?.fact)).toEqual({
      state: 'unknown',
      cause: 'timed-out',
      reason: 'It took longer than everything else. Check it again for an answer.',
    });
    // What is quick enough is there.
    const both = await run({ ...readers, updatesLookedAt: good }, 600_000, undefined, isAside);
    expect(both.updatesLookedAt?.fact.state).toBe('known');
  });

  test('a reader that crashes is a fault of Greenroom’s, not of the machine', async () => {
    const broken = reader<string>(1_000, () => {
      throw new TypeError('cannot read properties of undefined');
    });
    const facts = await run({ updatesInstalledAt: broken });
    expect(facts.updatesInstalledAt?.fact).toMatchObject({ state: 'unknown', cause: 'fault' });
  });

  test('facts are told as they come in', async () => {
    const seen: string[][] = [];
    let release: () => void = () => {};
    const slow = reader(5_000, async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return known('2026-11-20T00:00:00.000Z' as const, 'log');
    });
    await run({ updatesLookedAt: slow, updatesInstalledAt: good }, 5_000, (facts) => {
      seen.push(Object.keys(facts));
      release();
    });
    expect(seen).toEqual([['updatesInstalledAt'], ['updatesInstalledAt', 'updatesLookedAt']]);
  });
});
