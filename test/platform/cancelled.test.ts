/** A run that is stopped leaves nothing half told: whatever reading it stops at, the fact is not known. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../electron/core/catalogue/index.ts';
import { FactUnavailable } from '../../electron/core/facts/fact.ts';
import { type FactKey, platforms } from '../../electron/core/facts/index.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { readersFor } from '../../electron/platform/index.ts';
import { bind, type MachinePort } from '../../electron/platform/machine/machine.ts';
import { parseRecording } from '../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../electron/platform/machine/replay.ts';
import { attempt, optional } from '../../electron/platform/optional.ts';

const cancelled = new FactUnavailable('cancelled', asMessage('The check was stopped before this was read.'));

test('what cannot be read is done without, but not what nobody waits for any more', async () => {
  const denied = new FactUnavailable('denied', asMessage('This account may not read it.'));
  expect(await optional(Promise.reject(denied))).toBeUndefined();
  expect(await attempt(Promise.reject(denied))).toBe(denied);
  await expect(optional(Promise.reject(cancelled))).rejects.toBe(cancelled);
  await expect(attempt(Promise.reject(cancelled))).rejects.toBe(cancelled);
});

const folder = 'test/machines';
const recordings = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => parseRecording(name, readFileSync(path.join(folder, name), 'utf8')));

describe.each(platforms)('%s', async (platform) => {
  const readers = await readersFor[platform]();
  const [recording] = recordings.filter(({ host }) => host.platform === platform);
  if (recording === undefined) throw new Error(`No computer with ${platform} is recorded.`);

  /** Reads a fact of a computer whose run is stopped after so many readings; how many were asked for. */
  const stoppedAfter = async (key: FactKey, readings: number) => {
    const replay = replayMachine(recording, { strict: false });
    let asked = 0;
    const read: MachinePort['read'] = (...reading) => {
      asked += 1;
      return asked > readings ? Promise.reject(cancelled) : replay.read(...reading);
    };
    const machine = bind({ host: replay.host, read }, new AbortController().signal);
    const outcome = await readers[key].read(machine, builtInCatalogue).then(
      () => 'known',
      (error: unknown) => (error instanceof FactUnavailable ? error.why : String(error)),
    );
    return { outcome, asked };
  };

  test.each(Object.keys(readers) as FactKey[])('%s', async (key) => {
    const { asked, outcome: whole } = await stoppedAfter(key, Number.POSITIVE_INFINITY);
    // Where it cannot be read even by a run that goes on to its end, that may be said as well.
    const honest = ['cancelled', ...(whole === 'known' ? [] : [whole])];
    const stops = Array.from({ length: asked }, (_, index) => index);
    const wrong: string[] = [];
    for (const stop of stops) {
      const { outcome, asked: then } = await stoppedAfter(key, stop);
      if (then > stop && !honest.includes(outcome)) wrong.push(`${outcome} after ${stop} of ${asked} readings`);
    }
    expect(wrong).toEqual([]);
  });
});
