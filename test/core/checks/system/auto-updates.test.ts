/** On or asking is quiet; paused or off is a caution, except where updates by hand are the custom. */
import { expect, test } from 'vitest';
import { autoUpdates } from '../../../../electron/core/checks/system/auto-updates.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { AutoUpdates, OperatingSystem, Platform } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const system = (id: string, like: readonly string[] = [], rolling = false): OperatingSystem => ({
  name: id,
  id,
  like,
  version: '1',
  rolling,
});

const finding = (
  updates: AutoUpdates,
  os: OperatingSystem | null = null,
  platform: Platform = 'linux',
  policy = noPolicy,
) =>
  judged(
    autoUpdates,
    {
      autoUpdates: known(updates, 'test'),
      operatingSystem: os === null ? unknown('unreadable', asMessage('No name.')) : known(os, 'test'),
    },
    { platform, policy },
  )[0];

test.each<[string, AutoUpdates, OperatingSystem | null, Platform, string]>([
  ['on', { state: 'on' }, null, 'win32', 'pass'],
  ['asks before it installs', { state: 'asks' }, null, 'darwin', 'pass'],
  ['off on Windows', { state: 'off' }, null, 'win32', 'caution'],
  ['off on Debian', { state: 'off' }, system('debian'), 'linux', 'caution'],
  ['off on a system nobody knows', { state: 'off' }, null, 'linux', 'caution'],
  ['off on Arch, where that is the custom', { state: 'off' }, system('arch', [], true), 'linux', 'not-applicable'],
  ['paused until next week', { state: 'paused', pausedUntil: '2026-11-29T00:00:00.000Z' }, null, 'win32', 'caution'],
  ['paused without an end', { state: 'paused' }, null, 'win32', 'caution'],
  ['a pause that ended yesterday', { state: 'paused', pausedUntil: '2026-11-21T00:00:00.000Z' }, null, 'win32', 'pass'],
  ['a pause whose end is no date', { state: 'paused', pausedUntil: 'later' }, null, 'win32', 'caution'],
])('%s', (_name, updates, os, platform, state) => expect(finding(updates, os, platform)?.state).toBe(state));

test('the end of a pause is named', () => {
  expect(finding({ state: 'paused', pausedUntil: '2026-11-29T00:00:00.000Z' }, null, 'win32')?.title).toBe(
    'Updates are paused until 29 November 2026',
  );
});

test('an organisation may want more than being asked', () => {
  const strict = policyFor('auto-updates', { mayAsk: false });
  expect(finding({ state: 'asks' }, null, 'win32', strict)?.state).toBe('caution');
  expect(finding({ state: 'on' }, null, 'win32', strict)?.state).toBe('pass');
});

test('the command is for systems that have it', () => {
  expect(finding({ state: 'off' }, system('debian'))?.remedies[0]?.command).toContain('apt install');
  // The list that comes with it names none of Mint's sources.
  expect(finding({ state: 'off' }, system('linuxmint', ['ubuntu', 'debian']))?.remedies[0]?.command).toBeUndefined();
  expect(finding({ state: 'off' }, system('fedora'))?.remedies[0]?.command).toBeUndefined();
});
