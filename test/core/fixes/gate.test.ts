/** When a fix may be done: never from another computer, never what policy took away, no microphone during a call. */

import { describe, expect, test } from 'vitest';
import { type Fact, known, unknown } from '../../../electron/core/facts/fact.ts';
import type { Computer, DeviceUse } from '../../../electron/core/facts/index.ts';
import { obstacleTo, takenAway } from '../../../electron/core/fixes/gate.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';

const NOW = '2026-11-30T10:00:00Z';
const free: Fact<DeviceUse> = known({ users: [], complete: true }, '');
const usedBy = (...users: readonly (string | null)[]) => known({ users, complete: true }, '');
const cannotTell = unknown('denied', asMessage('Not for this account.'));
const computer = (remoteSession: boolean) => known({ remoteSession } as Computer, '');

describe('a fix for a quiet moment', () => {
  test.each([
    [{ cameraUse: free, microphoneUse: free }, undefined],
    [{ cameraUse: free, microphoneUse: usedBy('Zoom') }, 'in use by Zoom'],
    [{ cameraUse: usedBy('Cheese'), microphoneUse: free }, 'in use by Cheese'],
    [{ cameraUse: free, microphoneUse: usedBy(null) }, 'Something is using'],
    [{ cameraUse: free, microphoneUse: cannotTell }, 'can’t be seen'],
    [{ cameraUse: free, microphoneUse: known({ users: [], complete: false }, '') }, 'can’t be seen'],
    [{ cameraUse: cannotTell, microphoneUse: free }, 'can’t be seen'],
    [{ cameraUse: unknown('not-revealed', asMessage('…')), microphoneUse: free }, undefined],
    [{ cameraUse: unknown('not-revealed', asMessage('…')), microphoneUse: usedBy('Zoom') }, 'in use by Zoom'],
    [{}, 'can’t be seen'],
    [{ cameraUse: free, microphoneUse: free, computer: computer(true) }, 'from another one'],
  ])('%#: %s', (facts, says) => {
    const obstacle = obstacleTo({ gate: 'quiet' }, facts, null, NOW);
    if (says === undefined) expect(obstacle).toBeUndefined();
    else expect(obstacle === undefined ? '' : english(obstacle)).toContain(says);
  });
});

describe('a fix that takes minutes', () => {
  const facts = { cameraUse: free, microphoneUse: free };
  const call = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
  test.each([
    [null, undefined],
    [call('2026-11-30T10:30:00Z', '2026-11-30T11:00:00Z'), undefined],
    [call('2026-11-30T10:29:59Z', '2026-11-30T11:00:00Z'), 'too near'],
    [call('2026-11-30T09:45:00Z', '2026-11-30T10:15:00Z'), 'too near'],
    [call('2026-11-30T09:00:00Z', '2026-11-30T10:00:00Z'), undefined],
  ])('%#: with a call at %j', (next, says) => {
    const obstacle = obstacleTo({ gate: 'ahead' }, facts, next, NOW);
    if (says === undefined) expect(obstacle).toBeUndefined();
    else expect(obstacle === undefined ? '' : english(obstacle)).toContain(says);
  });
  test('waits for camera and microphone too', () => {
    expect(obstacleTo({ gate: 'ahead' }, { ...facts, microphoneUse: usedBy('Zoom') }, null, NOW)).toBeDefined();
  });
});

test('a fix for any moment asks for no device, and is refused from another computer all the same', () => {
  expect(
    obstacleTo({ gate: 'any' }, { microphoneUse: usedBy('Zoom'), computer: computer(false) }, null, NOW),
  ).toBeUndefined();
  expect(obstacleTo({ gate: 'any' }, { computer: computer(true) }, null, NOW)).toBeDefined();
});

test('a policy takes all of them away, or single ones', () => {
  expect(takenAway({ id: 'wifi-on' }, { allowed: true, without: [] })).toBeUndefined();
  expect(takenAway({ id: 'wifi-on' }, { allowed: true, without: ['microphone-on'] })).toBeUndefined();
  expect(takenAway({ id: 'microphone-on' }, { allowed: true, without: ['microphone-on'] })).toBeDefined();
  expect(takenAway({ id: 'wifi-on' }, { allowed: false, without: [] })).toBeDefined();
});
