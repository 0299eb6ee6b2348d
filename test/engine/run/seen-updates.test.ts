/** The memory of waiting updates from one start of the program to the next, and what it makes of the finding. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { osPatches } from '../../../electron/core/checks/system/os-patches.ts';
import { known, unknown } from '../../../electron/core/facts/fact.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import type { SettledFacts } from '../../../electron/core/report/report.ts';
import { createSeenUpdates } from '../../../electron/engine/run/seen-updates.ts';
import { createUpdateMemoryStore } from '../../../electron/engine/storage/known-updates-store.ts';
import { judged, NOW } from '../../core/checks/judged.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-updates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const before = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const started = () => createSeenUpdates(createUpdateMemoryStore(folder));
const pending = known({ updates: [{ name: 'openssl', security: true }] }, 'test');
const saw = (days: number, fact: NonNullable<SettledFacts['pendingUpdates']>['fact'] = pending): SettledFacts => ({
  pendingUpdates: { fact, at: before(days), durationMs: 1, commands: [] },
});

/** A list of today, and something that was installed yesterday: only the memory tells that the fix is older. */
const stateNow = async () => {
  const { facts } = await started().load();
  const [finding] = judged(osPatches, {
    pendingUpdates: pending,
    updatesLookedAt: known(before(0), 'test'),
    updatesInstalledAt: known(before(1), 'test'),
    operatingSystem: unknown('unreadable', asMessage('no name')),
    updateMemory: facts.updateMemory?.fact ?? unknown('fault', asMessage('no memory')),
  });
  return finding?.state;
};

test('a fix that was seen waiting five days ago has waited, whatever was installed since', async () => {
  await started().record(saw(5));
  await started().record(saw(0));
  expect(await stateNow()).toBe('fail');
});

test('a fix that was first seen today has not', async () => {
  await started().record(saw(0));
  expect(await stateNow()).toBe('caution');
});

test('a run that could not list the updates forgets nothing', async () => {
  await started().record(saw(5));
  await started().record(saw(2, unknown('timed-out', asMessage('too slow'))));
  expect(await stateNow()).toBe('fail');
});

test('a fix that was away in between counts anew', async () => {
  await started().record(saw(5));
  await started().record(saw(3, known({ updates: [] }, 'test')));
  await started().record(saw(0));
  expect(await stateNow()).toBe('caution');
});
