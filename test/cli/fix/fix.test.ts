/** `greenroom fix` as a person would use it, on a computer that has nothing to change. What it does is tried on its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { AppliedFix } from '../../../electron/core/fixes/change.ts';
import { fixIds } from '../../../electron/core/fixes/fix.ts';
import { beginChange, loadChanges } from '../../../electron/engine/fixes/change-store.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import type { MachinePort } from '../../../electron/platform/machine/machine.ts';
import { greenroom, newFolder } from '../run.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(newFolder(), 'state');
  process.env.GREENROOM_STATE = folder;
});

/** Linux, with an empty disk. */
const bare = (): MachinePort => {
  const local = localMachine({
    root: mkdtempSync(path.join(tmpdir(), 'greenroom-bare-')),
    host: { platform: 'linux', variables: {} },
  });
  return {
    host: local.host,
    read: (operation, ...rest) =>
      operation.op === 'systemInformation' ? Promise.resolve(undefined) : local.read(operation, ...rest),
  };
};

const change: AppliedFix = {
  ...{ id: 'one', fix: 'wifi-on', way: 'nmcli', key: '', did: { id: 'fix-wifi-on.did' }, pid: 2 ** 22 + 1 },
  ...{ at: new Date().toISOString(), until: null, before: { on: false }, after: { on: true }, state: 'done' },
};

test('lists every fix, and of what is not to be had the reason', async () => {
  const { code, stdout } = await greenroom(['fix'], { port: bare() });
  expect(code).toBe(0);
  expect(stdout).toContain('There’s nothing that Greenroom could do for you now.');
  const told = JSON.parse((await greenroom(['fix', '--json'], { port: bare() })).stdout);
  expect(told).toMatchObject({ schema: 'greenroom.fixes/1', offers: [], changes: [] });
  expect(told.notOffered.map((one: { id: string }) => one.id).toSorted()).toEqual(fixIds.toSorted());
});

test.each(['wifi-on', 'no-such-fix', '__proto__', 'loudspeaker-on:; reboot'])('“%s” is not done: 20', async (wish) => {
  const { code, stdout } = await greenroom(['fix', wish], { port: bare() });
  expect(code).toBe(20);
  expect(stdout).not.toBe('');
  expect((await loadChanges(folder)).value).toEqual([]);
});

test('what to undo has to be named', async () => {
  expect((await greenroom(['fix', '--undo'])).code).toBe(64);
  expect((await greenroom(['fix', 'wifi-on', '--undo'], { port: bare() })).stdout).toContain('nothing of that to undo');
});

test('what cannot be seen is not put back, and stays in the list and in the history', async () => {
  await beginChange(folder, change);
  const { code, stdout } = await greenroom(['fix', 'wifi-on', '--undo'], { port: bare() });
  expect([code, stdout]).toEqual([30, expect.stringContaining('can’t be seen')]);
  expect((await greenroom(['fix'], { port: bare() })).stdout).toContain('wifi-on: Switched Wi-Fi on.');
  expect((await greenroom(['history'])).stdout).toContain('Switched Wi-Fi on.');
});
